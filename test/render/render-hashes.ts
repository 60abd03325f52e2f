import { createHash } from 'node:crypto';

// Prints the hashes of what is rendered, in a process of its own: TZ is its zone, SHIFT_DAYS sets its clock.

const shiftMs = Number(process.env['SHIFT_DAYS'] ?? 0) * 86_400_000;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args: [] | [number] | [string] | [number, number, number]) {
    if (args.length === 0) super(RealDate.now() + shiftMs);
    else super(...(args as [number]));
  }
  static override now(): number {
    return RealDate.now() + shiftMs;
  }
} as DateConstructor;

const { rendered } = await import('./scene.ts');
const { letter, plan } = await import('../document/scene.ts');

const rows = Array.from({ length: 3000 }, (_, i) => ({ cells: { viec: `Việc thứ ${i}` } }));
const appendices = [
  {
    id: 'mot',
    orientation: 'landscape',
    body: [{ id: 'b', level: 'table', table: { columns: [{ title: 'Việc', id: 'viec' }], rows } }],
  },
  { id: 'hai', ownFile: true, body: [{ id: 'c', level: 'paragraph', text: 'x' }] },
];
const whole = { ...plan({ footAddress: true, circulation: 'LƯU HÀNH NỘI BỘ', urgency: 'KHẨN', appendices }) };
const signed = { number: 35, issuedDate: '2026-03-16', signedAt: new RealDate('2026-03-16T01:30:15Z') };
const files = [
  ...(await rendered({ ...whole, closing: [{ ref: 'mot' }, { ref: 'hai' }] }, signed)),
  ...(await rendered(letter(), null)),
];
for (const { fileName, bytes } of files) {
  process.stdout.write(`${fileName} ${createHash('sha256').update(bytes).digest('hex')}\n`);
}
