import { checkRead } from '#check/check-docx.ts';
import { takeIn } from '#intake/take-in.ts';
import { recognise } from '#read/elements/recognise.ts';
import { ReadError } from '#read/problems/read-error.ts';
import { readDocx } from '#read/read-docx.ts';
import { docxParts, zipDocx } from './make-docx.ts';
import { officePlan } from './office-plan.ts';

/** Numbers that look random and are the same for one seed (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below;
  };
}

const bases = [
  docxParts(officePlan({})),
  docxParts(officePlan({ head: 'tabs', body: 'listed', foot: 'tabs' })),
  docxParts(officePlan({ head: 'breaks', body: 'split' })),
];

/** Damages whole elements, words and numbers of a part, so that most stay XML; now and then a byte of the zip. */
function damaged(random: (below: number) => number): Uint8Array {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random(items.length))]!;
  const parts = { ...pick(bases) };
  const name = pick([
    'word/document.xml',
    'word/document.xml',
    'word/document.xml',
    'word/styles.xml',
    'word/numbering.xml',
  ]);
  let xml = String(parts[name]);
  for (let n = Math.floor(random(4)); n >= 0; n--) {
    const elements = [...xml.matchAll(/<w:(?:p|tbl|tr|tc|r|tcPr|pPr|numPr|spacing|ind|lvl|num|style)(?: [^>]*)?>/g)];
    const { index = 0, 0: found = '' } = elements.length > 0 ? pick(elements) : { index: 0, 0: '' };
    const close = `</${found.slice(1).split(/[ >/]/)[0]}>`;
    const end = xml.indexOf(close, index) + close.length;
    xml = pick([
      () => xml.slice(0, index) + xml.slice(end),
      () => xml.slice(0, end) + xml.slice(index, end) + xml.slice(end),
      () => xml.replace(/w:val="(\d+)"/, `w:val="${pick(['-1', '99999999999', 'NaN', '', '1e400'])}"`),
      () => xml.slice(0, index) + xml.slice(index + found.length),
      () => xml.slice(0, Math.floor(random(xml.length))),
      () => xml.replace(/<w:gridSpan[^>]*>|<w:jc [^>]*>/, '<w:gridSpan w:val="70000"/>'),
      () => xml.replace('<w:tcPr></w:tcPr>', '<w:tcPr><w:gridSpan w:val="9"/><w:vMerge/></w:tcPr>'),
      () =>
        xml.replace(
          '<w:p>',
          `<w:p><w:r><w:t>${pick(['\u0300\u0301', 'Phụ lục', 'Nơi nhận:', 'Số:', 'Kính gửi:', '*'.repeat(300)])}</w:t></w:r>`,
        ),
    ])();
  }
  parts[name] = xml;
  const bytes = zipDocx(parts);
  if (random(6) < 1) bytes[Math.floor(random(bytes.length))]! ^= 1 << Math.floor(random(8));
  return bytes;
}

/** Runs a number of damaged files through reading, checking and taking in. */
export function damagedRuns(count: number, seed: number) {
  const random = seeded(seed);
  const outcomes = { read: 0, refused: 0 };
  const others: string[] = [];
  for (let n = 0; n < count; n++) {
    const bytes = damaged(random);
    try {
      const document = readDocx(bytes);
      const elements = recognise(document);
      checkRead(document, elements);
      takeIn(document, elements, { profiles: [], on: '2026-03-16' });
      outcomes.read += 1;
    } catch (error) {
      if (error instanceof ReadError) outcomes.refused += 1;
      else others.push(error instanceof Error ? `${n}: ${error.stack}` : String(error));
    }
  }
  return { outcomes, others };
}
