import { readFileSync } from 'node:fs';
import { checkDocument } from '#document/checking/check-document.ts';
import { type KeHoach, keHoach } from '#document/schemas/ke-hoach.schema.ts';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import type { Row } from '#document/schemas/table.schema.ts';
import type { RenderInput } from '#render/render-input.ts';
import { createTextMaker, seededRandom } from './random-text.ts';

const SEED = 20_250_124;
/** Words of a paragraph, and of the cells of a row: about those of the example. */
const PARAGRAPH_WORDS = 45;
const CELL_WORDS = { 'noi-dung': 30, 'san-pham': 8, 'chu-tri': 8, 'phoi-hop': 10, 'thoi-gian': 3 } as const;

const ON = '2025-01-24';
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../examples/${name}`, import.meta.url), 'utf8'));

/** The organs of the examples. */
export const profiles = organProfile.array().parse(read('organs.json'));
const example = keHoach.parse(read('ke-hoach-tinh-2025.json'));

/** The province's plan as it is. */
export function provincePlan(): KeHoach {
  return structuredClone(example);
}

/** The province's plan with so many rows in its appendix, every one of them different. */
export function planWithRows(count: number): KeHoach {
  const make = createTextMaker(textsOf(example), seededRandom(SEED));
  const rows = Array.from(
    { length: count },
    (): Row => ({ cells: Object.fromEntries(Object.entries(CELL_WORDS).map(([id, words]) => [id, make(words)])) }),
  );
  const plan = provincePlan();
  for (const appendix of plan.appendices ?? []) {
    for (const part of appendix.body) if (part.table) part.table.rows = rows;
  }
  return plan;
}

/** The province's plan with a body of so many paragraphs, every one of them different. */
export function planWithParagraphs(count: number): KeHoach {
  const make = createTextMaker(textsOf(example), seededRandom(SEED));
  const dash = (id: string): Part => ({ id, level: 'dash', text: `${make(PARAGRAPH_WORDS)};` });
  const plan = provincePlan();
  // A clause with a title and nine dashes is ten paragraphs; the last part of the example names the appendix.
  const clauses = Array.from(
    { length: Math.round(count / 10) },
    (_, i): Part => ({
      id: `khoan-${i}`,
      level: 'clause',
      title: make(8),
      children: Array.from({ length: 9 }, (_, j) => dash(`gach-${i}-${j}`)),
    }),
  );
  const last = plan.body.slice(-1);
  plan.body = [{ id: 'muc-dai', level: 'roman', title: 'NHIỆM VỤ', children: clauses }, ...last];
  return plan;
}

/** A document as checked and numbered, ready to render. */
export function renderInput(plan: KeHoach): RenderInput {
  const { document, profile, findings } = checkPlan(plan);
  if (!document || !profile) throw new Error(findings.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return { document, profile, issuance: { number: 35, issuedDate: ON }, on: ON };
}

/** The check that a document passes before it is rendered. */
export function checkPlan(plan: unknown) {
  return checkDocument(plan, { profiles, on: ON });
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value.replaceAll('*', '')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
