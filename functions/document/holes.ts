import type { RawFinding } from './findings.ts';

/** How a hole in a draft begins where it is printed. */
export const HOLE = '[THIẾU:';

/** What a draft prints where something is missing: `[THIẾU: trích yếu]`. */
export function hole(what: string): string {
  return `${HOLE} ${what.replace(/ \([A-Za-z]+\)$/, '')}]`;
}

/** What stands in for a missing list or object; a missing text gets a plain hole. */
function standIn(field: string | number | undefined, what: string): unknown {
  const text = hole(what);
  switch (field) {
    case 'recipients':
    case 'addressees':
      return [text];
    case 'body':
      return [{ id: 'thieu-noi-dung', level: 'paragraph', text }];
    case 'authority':
      return [{ position: text }];
    case 'signer':
      return { authority: [{ position: hole('chức vụ người ký') }], fullName: hole('họ tên người ký') };
    default:
      return text;
  }
}

/** Fields whose absence no placeholder can stand for: without them nothing can be laid out. */
const NEEDED = new Set([
  'schema',
  'organ',
  'issuer',
  'id',
  'level',
  'draftingUnit',
  'issuedDate',
  'columns',
  'rows',
  'ref',
]);

/** Whether a draft may be shown without this. */
export function canBeShown({ code, pointer }: RawFinding): boolean {
  return (code === 'MISSING' || code === 'CELL_MISSING') && !NEEDED.has(String(pointer.at(-1)));
}

/** The input with a placeholder at each of the places; the input itself is left as it is. */
export function withHoles(input: unknown, missing: readonly RawFinding[]): unknown {
  return missing.reduce((filled, { pointer, facts }) => {
    const what = String(facts?.what ?? 'nội dung ô');
    return placed(filled, pointer, standIn(pointer.at(-1), what));
  }, input);
}

function placed(value: unknown, pointer: RawFinding['pointer'], filling: unknown): unknown {
  const [step, ...rest] = pointer;
  if (step === undefined) return filling;
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? placed(item, rest, filling) : item));
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const own = entries.find(([key]) => key === step)?.[1];
  return Object.fromEntries([...entries.filter(([key]) => key !== step), [String(step), placed(own, rest, filling)]]);
}
