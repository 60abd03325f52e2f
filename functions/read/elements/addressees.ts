import type { Block } from '../body/model.ts';
import { isEmpty, joinedLines, type Line, lineOfParagraph, linesOf, sidesOf, tidy } from './line.ts';
import { ADDRESSED, DASH } from './patterns.ts';

/** Finds Kính gửi and those it names (PL I, Mục II.9.d). */
export function findAddressees(blocks: readonly Block[], from: number) {
  const nothing = { label: null, names: [], end: from };
  for (let i = from; i < Math.min(blocks.length, from + 5); i++) {
    const block = blocks[i];
    if (!block) break;
    if (block.kind === 'table') {
      const { left, right } = sidesOf(block);
      const label = left.find((line) => ADDRESSED.test(line.text));
      if (!label) break;
      return { label, names: namesOf([...left.filter((line) => line !== label), ...right]), end: i + 1 };
    }
    const lines = linesOf(block);
    const [label, ...more] = lines;
    if (!label || lines.every(isEmpty)) continue;
    if (!ADDRESSED.test(label.text)) break;
    const rest = label.text.replace(ADDRESSED, '').trim();
    const names = [...(rest === '' ? [] : [{ ...label, text: rest }]), ...more];
    let end = i + 1;
    for (; end < blocks.length; end++) {
      const next = blocks[end];
      if (next?.kind !== 'paragraph') break;
      const line = lineOfParagraph(next);
      if (isEmpty(line)) {
        if (names.length > 0) break;
        continue;
      }
      const isWrapped = names.length > 0 && !/[;.]$/.test(names.at(-1)?.text ?? '') && next.format.props.left > 2000;
      if (!DASH.test(line.text) && !isWrapped) break;
      const last = names.at(-1);
      if (last && !DASH.test(line.text)) names[names.length - 1] = joinedLines(last, line);
      else names.push(line);
    }
    return { label, names: namesOf(names), end };
  }
  return nothing;
}

function namesOf(lines: readonly Line[]) {
  return lines
    .filter((line) => !isEmpty(line))
    .map((line) => ({ line, text: tidy(line.text.replace(DASH, '')).replace(/[;.,]$/, '') }))
    .filter(({ text }) => text !== '');
}
