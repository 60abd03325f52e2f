import { describe, expect, test } from 'vitest';
import { checkDocx } from '#check/check-docx.ts';
import { failed } from '#check/failed.ts';
import { renderAll } from '../format/rendered.ts';
import { brokenInUnits } from './support/unit-plans.ts';

/** Slips that are real: both plans were published with "văn hoá" beside "công nghiệp hóa". */
const REAL = ['ke-hoach-phuong-2026: language.tone-placement', 'ke-hoach-tinh-2025: language.tone-placement'];

describe('what we render breaks no rule', () => {
  test('in all goldens, drafts and files of appendices too', async () => {
    const files = await renderAll();
    const broken = files.flatMap(({ name, bytes }) => failed(checkDocx(bytes)).map(({ id }) => `${name}: ${id}`));
    expect(broken.sort()).toEqual(REAL);
    expect(files.length).toBeGreaterThan(40);
  });

  test('in the plans of every hundredth unit, as draft and as issued', async () => {
    expect(await brokenInUnits(100)).toEqual([]);
  });
});
