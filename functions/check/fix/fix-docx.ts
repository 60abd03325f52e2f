import { openBoundedZip } from '#package/open-bounded-zip.ts';
import { replaceEntry } from '#package/replace-entry.ts';
import { READ_BOUNDS } from '#read/container/open-docx.ts';
import { checkDocx, type RuleResult } from '../check-docx.ts';
import { failed } from '../failed.ts';
import type { Violation } from '../rule.ts';
import { type Fix, isOfSection } from './fix.ts';
import { paragraphEdits } from './fix-edits.ts';
import { type Places, placesOf } from './place-paragraphs.ts';
import { sectionEdits } from './section-edits.ts';
import { type Edit, edited } from './spans.ts';

const MAIN_PART = 'word/document.xml';

/** A change that was made: the rule, and the violation that it took away. */
export interface FixedViolation {
  readonly rule: Pick<RuleResult, 'id' | 'clause' | 'title'>;
  readonly violation: Violation;
}

/** A file with what is safe to change changed, and the list of it. */
export interface FixedDocx {
  readonly bytes: Uint8Array;
  readonly changes: readonly FixedViolation[];
}

/** A change that waits for another of the same text is made in the next round. */
const MAX_ROUNDS = 4;

/**
 * Changes what is safe: margins, sizes, spacing, alignment, bold and italic, zeros, dashes, marks at ends. All other parts of the
 * file keep their bytes, and the main part keeps what no change touches. Throws `ReadError`.
 */
export function fixDocx(bytes: Uint8Array): FixedDocx {
  const made = new Map<string, FixedViolation>();
  let current = bytes;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const { bytes: next, changes } = fixOnce(current);
    if (changes.length === 0) break;
    current = next;
    for (const change of changes) {
      const { paragraph, page, found } = change.violation;
      made.set(JSON.stringify([change.rule.id, paragraph, page, found]), change);
    }
  }
  return { bytes: current, changes: [...made.values()] };
}

function fixOnce(bytes: Uint8Array): FixedDocx {
  const wanted = failed(checkDocx(bytes)).flatMap(({ id, clause, title, violations }) =>
    violations.flatMap((violation) =>
      violation.fix ? [{ rule: { id, clause, title }, violation, fix: violation.fix }] : [],
    ),
  );
  const xml = wanted.length > 0 ? mainXml(bytes) : null;
  if (xml === null) return { bytes, changes: [] };
  const made: FixedViolation[] = [];
  // Sections come second: their properties may stand in those of a paragraph that changes as well.
  const text = [false, true].reduce((before, isSections) => {
    const places = placesOf(before);
    const group = wanted.filter(({ fix }) => isOfSection(fix) === isSections);
    return edited(
      before,
      [...Map.groupBy(group, targetOf)].flatMap(([target, own]) => {
        const edits = editsOf(
          before,
          places,
          target,
          own.map(({ fix }) => fix),
        );
        if (edits.length > 0) made.push(...own.map(({ rule, violation }) => ({ rule, violation })));
        return edits;
      }),
    );
  }, xml);
  if (made.length === 0) return { bytes, changes: [] };
  return { bytes: replaceEntry(bytes, MAIN_PART, new TextEncoder().encode(text), READ_BOUNDS), changes: made };
}

/** The main part as text; null where it is called otherwise, in another encoding or under other prefixes: such a file is left alone. */
function mainXml(bytes: Uint8Array): string | null {
  const pieces: Uint8Array[] = [];
  const isThere = openBoundedZip(bytes, READ_BOUNDS).read(MAIN_PART, (piece) => pieces.push(piece.slice()));
  if (!isThere) return null;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const xml = pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
  return /<w:document[\s>]/.test(xml.slice(0, 20_000)) && !xml.startsWith('\ufeff') ? xml : null;
}

const targetOf = ({ violation: { paragraph }, fix }: { readonly violation: Violation; readonly fix: Fix }) =>
  isOfSection(fix) ? `section ${fix.section}` : `paragraph ${paragraph ?? ''}`;

function editsOf(xml: string, { paragraphs, sections }: Places, target: string, fixes: readonly Fix[]): Edit[] {
  const [kind, index] = target.split(' ');
  const at = kind === 'section' ? sections[Number(index)] : paragraphs[Number(index)];
  if (!at || index === '') return [];
  return kind === 'section' ? sectionEdits(xml, at, fixes) : paragraphEdits(xml, at, fixes);
}
