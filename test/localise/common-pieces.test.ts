import { describe, expect, test } from 'vitest';
import { boundsFinding } from '#document/checking/bounds.ts';
import { checkDocument } from '#document/checking/check-document.ts';
import { isShared, oncePerPiece, share } from '#document/common-pieces.ts';
import { renderDocument } from '#render/render.ts';
import { examples, organs } from '../document/scene.ts';

interface Node {
  readonly body?: unknown[];
  children?: unknown[];
  [key: string]: unknown;
}

/** The same data, with every third of its parts shared, wherever it stands. */
function withSharedParts(data: unknown): Node {
  const copy: Node = structuredClone(data as Node);
  let count = 0;
  const shareIn = (parts: unknown[] = []) => {
    for (const part of parts as Node[]) {
      shareIn(part.children);
      count += 1;
      if (count % 3 === 0) share(part);
    }
  };
  shareIn(copy.body);
  for (const appendix of (copy['appendices'] as Node[] | undefined) ?? []) shareIn(appendix.body);
  return copy;
}

const parts = (data: Node): Node[] => {
  const all = (list: unknown[] = []): Node[] => (list as Node[]).flatMap((one) => [one, ...all(one.children)]);
  return [...all(data.body), ...((data['appendices'] as Node[] | undefined) ?? []).flatMap(({ body }) => all(body))];
};

/** Ways in which a part may be wrong. */
const faults: ReadonlyArray<readonly [string, (part: Node) => unknown]> = [
  ['a wrong type', (part) => (part['text'] = 7)],
  ['an unknown key', (part) => (part['colour'] = 'red')],
  ['a typed number', (part) => (part['title'] = '1. Mục tiêu')],
  ['a stamp of secrecy', (part) => (part['text'] = 'TỐI MẬT')],
  ['a place to fill in', (part) => (part['text'] = 'Ngày {{ngay}} <b>họp</b>')],
  ['two ways of tones', (part) => (part['text'] = 'Hoà bình và hòa bình, thuỷ lợi và thủy lợi')],
  ['letters out of composed form', (part) => (part['text'] = 'Đồng chí chủ tịch'.normalize('NFD'))],
  ['no level', (part) => delete part['level']],
  ['no text', (part) => delete part['text']],
  ['a reference to nothing', (part) => (part['text'] = ['Theo ', { ref: 'khong-co' }])],
  ['nothing in it', (part) => delete part.children],
  ['a table beside its text', (part) => (part['table'] = { columns: [], rows: [{ cells: { x: 'y' } }] })],
  ['a narrower part above', (part) => (part['children'] = [{ level: 'roman', title: 'A' }, { level: 'clause' }])],
  ['deep nesting', (part) => (part['text'] = JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`))],
];

const check = (data: unknown, on: string, placeholders: 'show' | 'refuse') =>
  checkDocument(data, { profiles: organs, on, placeholders });

describe.each(examples)('$name with parts that other documents have too', ({ on, data }) => {
  test.each(['show', 'refuse'] as const)('is found the same with placeholders: %s', (placeholders) => {
    const expected = check(data, on, placeholders);
    // The second time everything is known.
    for (const shared of [withSharedParts(data), withSharedParts(data)]) {
      expect(check(shared, on, placeholders)).toEqual(expected);
      expect(check(shared, on, placeholders)).toEqual(expected);
    }
  });

  test('is laid out in the same bytes', async () => {
    const rendered = async (input: unknown) => {
      const { document, profile } = check(input, on, 'show');
      const files = await renderDocument({ document: document!, profile: profile!, issuance: null, on });
      return files.map(({ bytes }) => Buffer.from(bytes).toString('hex'));
    };
    const expected = await rendered(data);
    const shared = withSharedParts(data);
    expect(await rendered(shared)).toEqual(expected);
    expect(await rendered(shared)).toEqual(expected);
    // Another number than the one under which its parts were made before.
    const [first, ...rest] = (shared.body ?? []) as Node[];
    const moved = { ...shared, body: [...rest, first] };
    expect(await rendered(moved)).toEqual(await rendered(structuredClone(moved)));
  });

  test.each(faults)('is found the same with %s in any of its parts', (_, spoil) => {
    const count = parts(structuredClone(data)).length;
    for (let i = 0; i < count; i += 1 + Math.floor(count / 12)) {
      const spoilt = structuredClone(data) as Node;
      spoil(parts(spoilt)[i]!);
      for (const placeholders of ['show', 'refuse'] as const) {
        const shared = withSharedParts(spoilt);
        const expected = check(spoilt, on, placeholders);
        expect(check(shared, on, placeholders)).toEqual(expected);
        expect(check(shared, on, placeholders)).toEqual(expected);
      }
    }
  });
});

test('a shared piece cannot be changed, nor can anything in it', () => {
  const piece = share({ text: 'Một', children: [{ text: 'Hai' }] });
  expect(isShared(piece)).toBe(true);
  expect(isShared(structuredClone(piece))).toBe(false);
  expect(() => piece.children.push({ text: 'Ba' })).toThrow(TypeError);
  expect(() => Object.assign(piece.children[0]!, { text: 'Ba' })).toThrow(TypeError);
});

test('what is made of a shared piece is made once, of anything else each time', () => {
  const made = oncePerPiece((piece: { readonly n: number }) => ({ twice: piece.n * 2 }));
  const piece = share({ n: 1 });
  expect(made(piece)).toBe(made(piece));
  const own = { n: 1 };
  expect(made(own)).not.toBe(made(own));
});

test('a piece that fits at one depth may be too deep at another', () => {
  const piece = share(JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`));
  const under = (levels: number) =>
    JSON.parse(`${'['.repeat(levels)}0${']'.repeat(levels)}`, (_, value) => (value === 0 ? piece : value));
  expect(boundsFinding(under(9))).toBeNull();
  expect(boundsFinding(under(12))?.code).toBe('TOO_DEEP');
});
