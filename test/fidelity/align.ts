/** Longest common subsequence of two texts: the place in `b` of each word of `a`, or -1 where it has none. */
export function align(a: readonly string[], b: readonly string[]): Int32Array {
  const partner = new Int32Array(a.length).fill(-1);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    partner[start] = start;
    start++;
  }
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) partner[--endA] = --endB;

  // longest[i, j]: length of the longest common subsequence of what follows word i of a and word j of b.
  const width = endB - start + 1;
  const longest = new Uint16Array((endA - start + 1) * width);
  const at = (i: number, j: number) => (i - start) * width + (j - start);
  for (let i = endA - 1; i >= start; i--) {
    for (let j = endB - 1; j >= start; j--) {
      longest[at(i, j)] =
        a[i] === b[j] ? longest[at(i + 1, j + 1)]! + 1 : Math.max(longest[at(i + 1, j)]!, longest[at(i, j + 1)]!);
    }
  }
  for (let i = start, j = start; i < endA && j < endB; ) {
    if (a[i] === b[j]) partner[i++] = j++;
    else if (longest[at(i + 1, j)]! >= longest[at(i, j + 1)]!) i++;
    else j++;
  }
  return partner;
}
