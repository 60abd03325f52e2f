import type { Block, ReadDocument } from '../body/model.ts';
import { paragraphsOf } from '../body/model.ts';
import { findAddressees } from './addressees.ts';
import { findAppendices, type ReadAppendix } from './appendices.ts';
import { type BodyItem, bodyItems } from './body-lines.ts';
import { firstOf } from './collection.ts';
import { type Foot, findFoot } from './foot.ts';
import { findHead, type Head } from './head.ts';
import { isEmpty, isRule, type Line, linesIn } from './line.ts';
import { isLegislation } from './patterns.ts';
import { findRecitals } from './recitals.ts';
import { findTitle } from './title.ts';

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

/** Finds a document's elements by what they say and where they stand, never by the names of styles. */
export function recognise(document: ReadDocument): Elements {
  const { documents, blocks } = firstOf(document.blocks);
  const { head, end } = findHead(blocks);
  const title = findTitle(blocks, end);
  const addressed = findAddressees(blocks, title.end);
  const isLetter = title.typeName === null && (head.letterSubject.length > 0 || addressed.label !== null);
  const typeName = isLetter ? 'Công văn' : title.typeName;
  const recitals = isLetter ? { ...NO_RECITALS, end: addressed.end } : findRecitals(blocks, addressed.end);
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
      ...(hasOrganTitle(typeName) ? [] : recitals.organTitles),
      ...(found?.foot.others ?? []),
      ...linesIn(after.before).filter((line) => !isEmpty(line) && !isRule(line)),
      ...after.appendices.flatMap((one) => one.head),
    ],
  };
}

const NO_RECITALS = { bases: [], organTitles: [], opening: null } as const;

/** A decision says above its căn cứ who decides; elsewhere such a line is something else. */
function hasOrganTitle(typeName: string | null): boolean {
  return typeName === 'Quyết định' || typeName === 'Nghị quyết' || isLegislation(typeName ?? '');
}

function kindOf(head: Head, typeName: string | null, blocks: readonly Block[]): DocumentKind {
  if (head.partyName) return 'party';
  if (head.code?.printed && /^\d{4}\//.test(head.code.printed.notation)) return 'legislation';
  if (typeName && isLegislation(typeName)) return 'legislation';
  const isKnown = typeName !== null || head.nationalName !== null || head.code !== null;
  return isKnown && paragraphsOf(blocks).length > 0 ? 'administrative' : 'unknown';
}
