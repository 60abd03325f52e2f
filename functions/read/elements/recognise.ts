import type { Block, ReadDocument } from '../body/model.ts';
import { paragraphsOf } from '../body/model.ts';
import { findAppendices, type ReadAppendix } from './appendices.ts';
import { type BodyItem, bodyItems } from './body-lines.ts';
import { firstOf } from './collection.ts';
import { type Foot, findFoot } from './foot.ts';
import { findHead, type Head } from './head.ts';
import {
  isBold,
  isCapitals,
  isCentred,
  isEmpty,
  isItalic,
  isRule,
  joinedLines,
  type Line,
  lineOfParagraph,
  linesIn,
  linesOf,
  sidesOf,
  tidy,
} from './line.ts';
import { ADDRESSED, BASIS, DASH, isLegislation, LEADS_ON, typeNamed } from './patterns.ts';

/** Kind of a file. */
export type DocumentKind = 'administrative' | 'legislation' | 'party' | 'collection' | 'unknown';

/** A document's elements, each with the lines that print it (PL I, Mục IV). */
export interface Elements {
  readonly kind: DocumentKind;
  /** Count of documents or forms in the file, by their heads; a form in an appendix is none. */
  readonly documents: number;
  /** Name of its type: "Kế hoạch", "Công văn"; null where none was found. */
  readonly typeName: string | null;
  readonly head: Head;
  readonly typeLine: Line | null;
  readonly subject: readonly Line[];
  readonly subjectRule: Line | null;
  readonly addressedLabel: Line | null;
  readonly addressees: readonly { readonly line: Line; readonly text: string }[];
  readonly bases: readonly Line[];
  readonly opening: Line | null;
  readonly items: readonly BodyItem[];
  readonly foot: Foot | null;
  readonly appendices: readonly ReadAppendix[];
  /** Blocks of the file that were not understood. */
  readonly others: readonly Line[];
}

/** Most lines after the head within which the type stands. */
const TITLE_LINES = 8;

/** Finds a document's elements by what they say and where they stand, never by the names of styles. */
export function recognise(document: ReadDocument): Elements {
  const { documents, blocks } = firstOf(document.blocks);
  const { head, end } = findHead(blocks);
  const title = findTitle(blocks, end);
  const addressed = findAddressees(blocks, title.end);
  const isLetter = title.typeName === null && (head.letterSubject.length > 0 || addressed.label !== null);
  const typeName = isLetter ? 'Công văn' : title.typeName;
  const recitals = isLetter ? { bases: [], opening: null, end: addressed.end } : findRecitals(blocks, addressed.end);
  const found = findFoot(blocks, recitals.end);
  const bodyEnd = found?.start ?? blocks.length;
  const turned = (section: number) => document.sections[section]?.isLandscape ?? false;
  const inBody = found ? null : findAppendices(blocks.slice(recitals.end), turned);
  const after = found
    ? findAppendices(blocks.slice(found.end), turned)
    : { appendices: inBody?.appendices ?? [], before: [] };
  const body = inBody ? inBody.before : blocks.slice(recitals.end, bodyEnd);
  return {
    kind: documents > 1 ? 'collection' : kindOf(head, typeName, blocks),
    documents,
    typeName,
    head,
    typeLine: title.typeLine,
    subject: isLetter ? head.letterSubject : title.subject,
    subjectRule: title.rule,
    addressedLabel: addressed.label,
    addressees: addressed.names,
    bases: recitals.bases,
    opening: recitals.opening,
    items: bodyItems(body),
    foot: found?.foot ?? null,
    appendices: after.appendices,
    others: [
      ...head.others,
      ...title.others,
      ...(found?.foot.others ?? []),
      ...linesIn(after.before).filter((line) => !isEmpty(line) && !isRule(line)),
      ...after.appendices.flatMap((one) => one.head),
    ],
  };
}

function kindOf(head: Head, typeName: string | null, blocks: readonly Block[]): DocumentKind {
  if (head.partyName) return 'party';
  if (head.code?.printed && /^\d{4}\//.test(head.code.printed.notation)) return 'legislation';
  if (typeName && isLegislation(typeName)) return 'legislation';
  const isKnown = typeName !== null || head.nationalName !== null || head.code !== null;
  return isKnown && paragraphsOf(blocks).length > 0 ? 'administrative' : 'unknown';
}

/** Type and trích yếu, in the middle under the head (PL I, Mục II.5.b). */
function findTitle(blocks: readonly Block[], from: number) {
  const others: Line[] = [];
  const subject: Line[] = [];
  let typeLine: Line | null = null;
  let rule: Line | null = null;
  let end = from;
  let count = 0;
  for (let i = from; i < blocks.length && count < TITLE_LINES + subject.length; i++) {
    const block = blocks[i];
    if (block?.kind !== 'paragraph') break;
    const lines = linesOf(block);
    if (!typeLine) {
      const at = lines.findIndex(
        (line) => typeNamed(line.text) !== null && (isCapitals(line) || (isCentred(line) && isBold(line))),
      );
      count += lines.every(isEmpty) ? 0 : 1;
      const type = lines[at];
      if (!type) {
        if (lines.some((line) => ADDRESSED.test(line.text) || BASIS.test(line.text))) break;
        continue;
      }
      typeLine = type;
      subject.push(...lines.slice(at + 1).filter((line) => !isEmpty(line)));
      end = i + 1;
      continue;
    }
    const [first] = lines;
    if (lines.some(isRule)) {
      rule ??= lines.find(isRule) ?? null;
      end = i + 1;
      continue;
    }
    if (!first || lines.every(isEmpty)) {
      if (subject.length > 0 && rule) break;
      continue;
    }
    const isOfSubject =
      lines.every((line) => isCentred(line) || isBold(line)) && !BASIS.test(first.text) && !ADDRESSED.test(first.text);
    if (!isOfSubject || rule || (subject.length > 0 && isCapitals(first) && !isBold(subject[0] ?? first))) break;
    subject.push(...lines.filter((line) => !isEmpty(line)));
    if (block.lines.length > 0) rule ??= first;
    end = i + 1;
  }
  if (!typeLine) return { typeName: null, typeLine: null, subject: [], rule: null, others, end: from };
  return { typeName: typeNamed(typeLine.text), typeLine, subject, rule: rule ?? subjectShape(subject), others, end };
}

function subjectShape(subject: readonly Line[]): Line | null {
  return subject.find(({ paragraph }) => paragraph.lines.length > 0) ?? null;
}

/** Kính gửi and those it names (PL I, Mục II.9.d). */
function findAddressees(blocks: readonly Block[], from: number) {
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
    .map((line) => ({ line, text: tidy(line.text.replace(DASH, '')).replace(/[;.,]$/, '') }));
}

/** Căn cứ, and the sentence that leads to the body (PL I, Mục II.6.a). */
function findRecitals(blocks: readonly Block[], from: number) {
  const bases: Line[] = [];
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
  return { bases, opening, end };
}

/** "QUYẾT ĐỊNH:" may stand alone under the organ. */
function isOrganLine(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && /^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ)\s*:?$/u.test(block.text.trim());
}
