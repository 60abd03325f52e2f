import type { Block } from '../body/model.ts';
import { isCapitals, isCentred, isEmpty, isItalic, isRule, type Line, lineOfParagraph } from './line.ts';
import { BASIS, LEADS_ON } from './patterns.ts';

/** Finds căn cứ, the organ's name above them, and the sentence that leads to the body (PL I, Mục II.6.a). */
export function findRecitals(blocks: readonly Block[], from: number) {
  const bases: Line[] = [];
  const organTitles: Line[] = [];
  let opening: Line | null = null;
  let end = from;
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.kind !== 'paragraph') break;
    const line = lineOfParagraph(block);
    if (isEmpty(line) || isRule(line) || (bases.length > 0 && /^[.…;\s]+$/.test(line.text))) continue;
    const isBasis =
      BASIS.test(line.text) &&
      (/[;,]$/.test(line.text) || isItalic(line) || (bases.length > 0 && !LEADS_ON.test(line.text)));
    const isOrganTitle =
      bases.length === 0 && isCapitals(line) && isCentred(line) && !LEADS_ON.test(line.text) && i < from + 3;
    if (isOrganTitle) {
      organTitles.push(line);
      end = i + 1;
      continue;
    }
    if (isBasis && !LEADS_ON.test(line.text)) {
      bases.push(line);
      end = i + 1;
      continue;
    }
    const leads =
      LEADS_ON.test(line.text) || (bases.length > 0 && /ban hành/iu.test(line.text) && !/^\d/.test(line.text));
    if (leads && block.list === null && !/^(?:[IVX]+|\d+|[a-zđ])[.)]/u.test(line.text)) {
      opening = line;
      end = i + 1;
      if (isCapitals(line) || !isOrganLine(blocks[i + 1])) break;
      continue;
    }
    break;
  }
  return { bases, organTitles, opening, end };
}

/** "QUYẾT ĐỊNH:" may stand alone under the organ. */
function isOrganLine(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && /^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ)\s*:?$/u.test(block.text.trim());
}
