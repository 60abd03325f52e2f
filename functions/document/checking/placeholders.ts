import { textsIn } from '../json/texts-in.ts';
import type { RawFinding } from './findings.ts';

/** Opening of a printed placeholder. */
export const PLACEHOLDER_MARK = '[THIẾU:';

/** Makes the placeholder that a draft prints for something missing: `[THIẾU: trích yếu]`. */
export function placeholder(what: string): string {
  return `${PLACEHOLDER_MARK} ${what.replace(/ \([A-Za-z]+\)$/, '')}]`;
}

/** Makes the placeholder of a list or object; a missing text gets a plain hole. */
export function standIn({ code, pointer, params }: RawFinding): unknown {
  const text = placeholder(nameOfMissing(params));
  if (code === 'CELL_MISSING') return text;
  switch (pointer.at(-1)) {
    case 'recipients':
    case 'addressees':
      return [text];
    case 'body':
      return [{ id: 'thieu-noi-dung', level: 'paragraph', text }];
    case 'children':
      return [{ level: 'paragraph', text }];
    case 'authority':
      return [{ position: placeholder('chức vụ người ký') }];
    case 'signer':
      return { authority: [{ position: placeholder('chức vụ người ký') }], fullName: placeholder('họ tên người ký') };
    default:
      return text;
  }
}

/** Fields whose absence no placeholder can stand for: without them nothing can be laid out. */
const NEEDED = new Set('schema organ issuer id level draftingUnit issuedDate columns rows ref'.split(' '));

/** Tells whether a draft may be shown without this. */
export function canBeShown({ code, pointer }: RawFinding): boolean {
  if (code === 'CELL_MISSING' || code === 'SIGNER_NAMES') return true;
  return code === 'MISSING' && !NEEDED.has(String(pointer.at(-1)));
}

/** Names what is missing. */
export function nameOfMissing(params: RawFinding['params']): string {
  if (params?.['names'] !== undefined) return 'họ tên người ký (fullName)';
  return String(params?.['what'] ?? 'nội dung ô');
}

/** A place in the input on the way to what is missing. */
interface Way {
  filling?: unknown;
  readonly steps: Map<string | number, Way>;
}

/** The input with a placeholder at each of the places; the input itself is left as it is. */
export function withPlaceholders(input: unknown, missing: readonly RawFinding[]): unknown {
  const root: Way = { steps: new Map() };
  for (const finding of missing) {
    const end = finding.pointer.reduce<Way>((way, step) => {
      const next = way.steps.get(step) ?? { steps: new Map() };
      way.steps.set(step, next);
      return next;
    }, root);
    end.filling = standIn(finding);
  }
  return filled(input, root);
}

function filled(value: unknown, { filling, steps }: Way): unknown {
  if (filling !== undefined) return filling;
  if (Array.isArray(value)) {
    const items: unknown[] = [...value];
    for (const [step, way] of steps) if (typeof step === 'number') items[step] = filled(items[step], way);
    return items;
  }
  const own = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  for (const [step, way] of steps) own.set(String(step), filled(own.get(String(step)), way));
  return Object.fromEntries(own);
}

/** The input that placeholders were filled into, as it may have been edited since: what only holds one is left out. */
export function withoutPlaceholders(
  value: unknown,
  { filled: shown, data }: { filled: unknown; data: unknown },
): unknown {
  const typed = new Set(textsIn(data));
  const ours = new Set(textsIn(shown).filter((text) => text.startsWith(PLACEHOLDER_MARK) && !typed.has(text)));
  return ours.size === 0 ? value : unfilled(value, ours);
}

/** A value without placeholders; undefined where nothing else is in it but what names it. */
function unfilled(value: unknown, ours: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return ours.has(value) ? undefined : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => unfilled(item, ours)).filter((item) => item !== undefined);
    return items.length === 0 && value.length > 0 ? undefined : items;
  }
  const entries = Object.entries(value).map(([key, inner]) => [key, unfilled(inner, ours)] as const);
  const left = entries.filter(([, inner]) => inner !== undefined);
  const isHole = left.length < entries.length && left.every(([key]) => key === 'id' || key === 'level');
  return isHole ? undefined : Object.fromEntries(left);
}
