import { checkDocument } from '#document/checking/check-document.ts';
import { renderDocument } from '#render/render.ts';
import { makeDocx, p, r } from '../../test/read/support/make-docx.ts';
import { officePlan } from '../../test/read/support/office-plan.ts';
import { planWithParagraphs, profiles, provincePlan } from '../cases.ts';
import { createTextMaker, seededRandom } from '../random-text.ts';

/** A file to read. */
export interface WordCase {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ON = '2025-01-24';
/** Paragraphs of 45 words that fill so many pages of 14 points. */
const PARAGRAPHS_OF_30 = 250;
const PARAGRAPHS_OF_5 = 40;
/** As the worst of 28 real files: 910 runs in 77 paragraphs. */
const RUNS_A_PARAGRAPH = 12;

/** The files of the bench: ours of 30 and 5 pages, and one of 5 pages as Word leaves it after many hands. */
export async function wordCases(): Promise<WordCase[]> {
  return [
    { name: '30 pages, of ours', bytes: await rendered(planWithParagraphs(PARAGRAPHS_OF_30)) },
    { name: '5 pages, of ours', bytes: await rendered(planWithParagraphs(PARAGRAPHS_OF_5)) },
    { name: '30 pages, typed, 12 runs a paragraph', bytes: typed(PARAGRAPHS_OF_30) },
    { name: '5 pages, typed, 12 runs a paragraph', bytes: typed(PARAGRAPHS_OF_5) },
  ];
}

async function rendered(data: unknown): Promise<Uint8Array> {
  const { document, profile } = checkDocument(data, { profiles, on: ON });
  if (!document || !profile) throw new Error('the plan of the bench is not sound');
  const [file] = await renderDocument({ document, profile, issuance: null, on: ON });
  if (!file) throw new Error('the plan of the bench was not rendered');
  return file.bytes;
}

/** A plan as an office typed it, its body longer, each paragraph in many runs of two looks. */
function typed(paragraphs: number): Uint8Array {
  const make = createTextMaker(JSON.stringify(provincePlan().body).split('"'), seededRandom(1));
  const plan = officePlan({});
  const body = Array.from({ length: paragraphs }, (_, i) => p(runs(`${i + 1}. ${make(45)}.`), '<w:jc w:val="both"/>'));
  const end = plan.body.indexOf('<w:t xml:space="preserve">II. TỔ CHỨC');
  const at = plan.body.lastIndexOf('<w:p>', end);
  return makeDocx({ ...plan, body: plan.body.slice(0, at) + body.join('') + plan.body.slice(at) });
}

function runs(text: string): string {
  const size = Math.ceil(text.length / RUNS_A_PARAGRAPH);
  return Array.from({ length: RUNS_A_PARAGRAPH }, (_, i) =>
    r(text.slice(i * size, (i + 1) * size), i % 2 === 0 ? '' : '<w:sz w:val="28"/><w:lang w:val="vi-VN"/>'),
  ).join('');
}
