import { z } from 'zod';
import { basis } from '#document/schemas/basis.schema.ts';
import { basisText } from '#document/text/basis-text.ts';

/** Kinds of old text to look at. */
export type OldKind = 'basis' | 'signer' | 'recipient' | 'year' | 'deadline' | 'name';

/** A place that a new document made of an old one may have kept by mistake. */
export interface OldPlace {
  readonly kind: OldKind;
  readonly pointer: ReadonlyArray<string | number>;
  readonly text: string;
}

/** Names of the kinds, as people read them. */
export const KIND_NAMES: Readonly<Record<OldKind, string>> = {
  basis: 'Căn cứ',
  signer: 'Người ký',
  recipient: 'Nơi nhận',
  year: 'Năm',
  deadline: 'Thời hạn',
  name: 'Tên người',
};

const YEAR = /(?<!\d)20\d\d(?!\d)/u;
const DEADLINE = /(?<!\p{L})(?:quý\s+[IV]+|tháng\s+\d{1,2}|ngày\s+\d{1,2}|\d{1,2}\/\d{1,2})(?!\p{L})/iu;
const PERSON = /(?<!\p{L})(?:ông|bà|đồng chí|đ\/c)\s+\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*)+/iu;
/** Of a long text its first so many characters say which it is. */
const MAX_SHOWN = 160;
/** Fields that hold no text of the document. */
const NO_TEXT: ReadonlySet<string> = new Set([
  'schema',
  'organ',
  'issuer',
  'id',
  'level',
  'ref',
  'bases',
  'signer',
  'recipients',
]);

const lists = z.looseObject({
  bases: z.array(z.unknown()).catch([]),
  recipients: z.array(z.string()).catch([]),
  signer: z
    .looseObject({ authority: z.array(z.looseObject({ position: z.string() })) })
    .optional()
    .catch(undefined),
});

/** Each căn cứ, signer and recipient, and every text with a year, a deadline or somebody's name. */
export function oldPlaces(data: unknown): OldPlace[] {
  const { bases, recipients, signer } = lists.parse(data);
  const cited = bases.flatMap((one, index): OldPlace[] => {
    const { data: read } = basis.safeParse(one);
    return read ? [{ kind: 'basis', pointer: ['bases', index], text: basisText(read) }] : [];
  });
  const positions = signer?.authority.map(({ position }) => position).join(', ') ?? '';
  return [
    ...cited,
    ...textsOf(data, []).flatMap(({ pointer, text }) => {
      const kind = kindOf(text);
      return kind ? [{ kind, pointer, text: text.slice(0, MAX_SHOWN) }] : [];
    }),
    ...recipients.map((text, index): OldPlace => ({ kind: 'recipient', pointer: ['recipients', index], text })),
    ...(positions === '' ? [] : [{ kind: 'signer', pointer: ['signer'], text: positions } as const]),
  ];
}

function kindOf(text: string): OldKind | null {
  if (YEAR.test(text)) return 'year';
  if (DEADLINE.test(text)) return 'deadline';
  return PERSON.test(text) ? 'name' : null;
}

/** The texts of a document with their pointers, in reading order. */
function textsOf(value: unknown, pointer: ReadonlyArray<string | number>): Omit<OldPlace, 'kind'>[] {
  if (typeof value === 'string') return [{ pointer, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, index) => textsOf(one, [...pointer, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (NO_TEXT.has(key) ? [] : textsOf(one, [...pointer, key])));
}

/** A place by its kind and a hash of what it says: one that was changed is another, and the server is told no words. */
export function keyOf({ kind, text }: Pick<OldPlace, 'kind' | 'text'>): string {
  return `${kind}-${hashOf(text)}`;
}

/** Hash of 53 bits (cyrb53): who meets one by chance is not asked again for one place. */
function hashOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (2 ** 32 * (b & 0x1f_ffff) + (a >>> 0)).toString(36);
}

/** Places of a draft that stand as they came and nobody looked at. */
export function notLookedAt(
  data: unknown,
  walk: { readonly came: readonly string[]; readonly looked: readonly string[] },
) {
  const [came, looked] = [new Set(walk.came), new Set(walk.looked)];
  return oldPlaces(data).filter((place) => came.has(keyOf(place)) && !looked.has(keyOf(place)));
}

const SPAN = /(?:giai đoạn|từ năm|đến năm)\s+20\d\d(?:\s*[-–]\s*20\d\d)?/giu;
const LOOKS_BACK = /kết quả|đánh giá|tổng kết|tình hình|ngày.*(?:tháng|\/).*20\d\d/iu;

/** Texts that say another year than the trích yếu, and do not look back: a plan for 2026 that says 2025. */
export function otherYears(data: unknown): OldPlace[] {
  const { data: head } = z.looseObject({ subject: z.string() }).safeParse(data);
  const [, year] = /năm\s+(20\d\d)/iu.exec(head?.subject ?? '') ?? [];
  if (year === undefined) return [];
  return textsOf(data, []).flatMap(({ pointer, text }) => {
    const years = [...text.replace(SPAN, '').matchAll(/(?<!\p{L})năm\s+(20\d\d)/giu)].map(([, other]) => other);
    const isOther = years.some((other) => other !== year) && !LOOKS_BACK.test(text);
    return isOther ? [{ kind: 'year', pointer, text: text.slice(0, MAX_SHOWN) } as const] : [];
  });
}
