import fc from 'fast-check';
import { LEVELS } from '#document/schemas/part.schema.ts';

const word = fc.constantFrom(
  'Phân công',
  'đơn vị',
  '**đậm**',
  '*nghiêng*',
  '*',
  '**',
  '\\*',
  '2*3',
  '(*)',
  'a**b',
  'năm 2026',
  '  ',
  '.',
  '***cả hai***',
);
const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `x${words.join(' ')}`);
const piece = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(''));
const reference = fc.record({ ref: fc.constantFrom('a', 'b-1'), number: fc.constant(true) }, { requiredKeys: ['ref'] });
const inline = fc.oneof(line, fc.array(fc.oneof(piece, reference), { minLength: 1, maxLength: 5 }));
const cell = fc.oneof(line, fc.constant(''), fc.record({ text: line, colSpan: fc.constant(2) }));
const table = fc.record({
  columns: fc.constant([
    { title: 'STT', numbering: true },
    {
      title: 'A',
      columns: [
        { title: 'B', id: 'c2' },
        { title: 'C', id: 'c3' },
      ],
    },
  ]),
  rows: fc.array(fc.oneof(fc.record({ cells: fc.record({ c2: cell, c3: cell }) }), fc.record({ group: line })), {
    minLength: 1,
    maxLength: 3,
  }),
});

const { body: anyBody } = fc.letrec<{ readonly body: readonly unknown[]; readonly part: unknown }>((tie) => ({
  body: fc.array(tie('part'), { minLength: 1, maxLength: 4, depthIdentifier: 'part' }),
  part: fc.record(
    {
      level: fc.constantFrom(...LEVELS),
      id: fc.constantFrom('a', 'b-1', 'c'),
      title: line,
      text: inline,
      runIn: fc.constant(true),
      align: fc.constantFrom('center', 'right'),
      indent: fc.constant(false),
      table,
      origin: fc.constant({ docId: 'd', partId: 'p', hash: '0'.repeat(64) }),
      children: fc.oneof({ depthIdentifier: 'part', maxDepth: 3 }, fc.constant(undefined), tie('body')),
    },
    { requiredKeys: ['level'] },
  ),
}));

/** Data of documents of every shape that the schema allows, and of many that the rules would refuse. */
export const anyDocument = fc
  .record(
    {
      schema: fc.constant('KeHoach@1'),
      organ: fc.constant('phuong-binh-long'),
      issuer: fc.constant('organ'),
      subject: line,
      recipients: fc.constant(['Như trên']),
      opening: line,
      preamble: fc.array(inline, { minLength: 1, maxLength: 2 }),
      body: anyBody,
      closing: inline,
      appendices: fc.array(
        fc.record(
          { id: fc.constant('pl'), title: line, endMark: fc.boolean(), body: anyBody },
          { requiredKeys: ['body'] },
        ),
        { minLength: 1, maxLength: 2 },
      ),
    },
    { requiredKeys: ['schema', 'organ', 'issuer', 'subject', 'recipients', 'body'] },
  )
  .map((data): unknown => JSON.parse(JSON.stringify(data)));
