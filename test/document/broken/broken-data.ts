import { plan } from '../scene.ts';

/** Position of a value in JSON. */
export type Place = ReadonlyArray<string | number>;

/** All places in a JSON value. */
export function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const below = Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    return placesIn(inner, [...at, step]);
  });
  return [at, ...below];
}

/** The value with another put, added or taken away at a place. */
export function changed(value: unknown, [step, ...rest]: Place, put: unknown): unknown {
  if (step === undefined) return put;
  if (Array.isArray(value)) return value.map((item, i) => (i === step ? changed(item, rest, put) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [key, key === step ? changed(inner, rest, put) : inner]),
  );
}

/** A good plan with all that one may have; a test breaks it in one place. */
export const whole = plan({
  closing: ['Xem ', { ref: 'pl' }],
  archive: { copies: 2, drafterMark: 'PL', issuedAmount: 300 },
  urgency: 'KHẨN',
  circulation: 'LƯU HÀNH NỘI BỘ',
  footAddress: true,
  medium: 'electronic',
  appendices: [
    {
      id: 'pl',
      title: 'Danh mục',
      ownFile: true,
      body: [
        {
          id: 'bang',
          level: 'table',
          table: {
            columns: [
              { title: 'Stt', id: 'stt', numbering: true, width: 5 },
              {
                title: 'Hai',
                columns: [
                  { title: 'A', id: 'a', width: 5 },
                  { title: 'B', id: 'b', width: 5 },
                ],
              },
            ],
            rows: [
              { group: 'Nhóm' },
              { cells: { a: { text: 'x', rowSpan: 2 }, b: 'y' } },
              { cells: { b: 'z' } },
              { cells: { a: { text: 'x', colSpan: 2 } } },
            ],
          },
        },
      ],
    },
  ],
});

/** Values that fit in few places. */
export const POISON = [
  null,
  0,
  -1,
  1e308,
  0.5,
  true,
  '',
  ' ',
  'x',
  '-',
  'constructor',
  '__proto__',
  'toString',
  [],
  {},
  [[]],
  [{}],
  [null],
  { text: null },
];
