import type { Run } from '#document/text/runs.ts';
import type { PastedBlock } from './block.ts';
import { type TypedLabel, typedLabel } from './labels.ts';

/** Runs without the first characters. */
export function withoutHead(runs: readonly Run[], length: number): Run[] {
  let left = length;
  return runs.flatMap((run) => {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    return cut === run.text.length ? [] : [{ ...run, text: run.text.slice(cut) }];
  });
}

/** Runs with one space for each stretch of white space, none at either end. */
export function tidied(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const before = out.at(-1)?.text ?? ' ';
    let text = run.text.replace(/[\s\u00A0]+/g, ' ').normalize('NFC');
    if (before.endsWith(' ')) text = text.trimStart();
    if (text !== '') out.push({ ...run, text });
  }
  const last = out.at(-1);
  if (last) out[out.length - 1] = { ...last, text: last.text.trimEnd() };
  return out.filter(({ text }) => text !== '');
}

/** A pasted text as a line: the number at its head gives the level and goes. */
export function toLine(runs: readonly Run[], label: TypedLabel | null = null): PastedBlock | null {
  const clean = tidied(runs);
  const text = clean.map((run) => run.text).join('');
  const typed = label ?? typedLabel(text);
  const rest = tidied(withoutHead(clean, label ? 0 : (typed?.length ?? 0)));
  if (rest.length === 0) return null;
  return { kind: 'line', level: typed?.level ?? 'paragraph', runs: rest };
}
