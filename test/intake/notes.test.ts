import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import type { IntakeNote } from '#intake/intake-note.ts';
import { takeIn } from '#intake/take-in.ts';
import { intakeNoteText } from '#present/reading/intake-lines.ts';
import { recognise } from '#read/elements/recognise.ts';
import { readDocx } from '#read/read-docx.ts';
import { type DocxParts, makeDocx, p, r } from '../read/support/make-docx.ts';
import { officePlan } from '../read/support/office-plan.ts';

const profiles = organProfile.array().parse(JSON.parse(readFileSync('examples/organs.json', 'utf8')));
const PICTURE =
  '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

/** The office's plan with one piece written otherwise. */
function planWith(from: string, to: string, more: Partial<DocxParts> = {}): DocxParts {
  const plan = officePlan({});
  if (!plan.body.includes(from)) throw new Error(`the plan has no “${from}”`);
  return { ...plan, body: plan.body.replace(from, () => to), ...more };
}

function takenIn(parts: DocxParts, organ: string | undefined = 'dong-nai') {
  const read = readDocx(makeDocx(parts));
  return takeIn(read, recognise(read), { profiles, on: '2026-03-16', organ });
}

const said = (notes: readonly IntakeNote[], code: IntakeNote['code']) =>
  notes.filter((note) => note.code === code).map(intakeNoteText);

describe('what a draft made of a file has otherwise than the file is told', () => {
  test.each<[what: string, code: IntakeNote['code'], parts: DocxParts, sentence: string]>([
    [
      'a Lưu line of another form',
      'ARCHIVE_NOT_READ',
      planWith('- Lưu: VT, CCHC.', '- Lưu: VP UBND, CCHC.'),
      'Lưu: VP UBND, CCHC.',
    ],
    ['“Như trên” of a plan', 'AS_ABOVE_LEFT_OUT', officePlan({}), 'Như trên'],
    ['an issuer that the profile calls otherwise', 'ISSUER_GUESSED', officePlan({}), 'Sở Nội vụ'],
    [
      'an opening without an issuer',
      'OPENING_AS_TEXT',
      planWith('Sở Nội vụ ban hành Kế hoạch cải cách', 'Để thực hiện nhiệm vụ về cải cách'),
      'Để thực hiện nhiệm vụ',
    ],
    ['a number of the only appendix', 'LABEL_CHANGED', planWith('>Phụ lục<', '>Phụ lục 1<'), 'Phụ lục 1'],
    [
      'a footnote',
      'NOTE_LEFT_OUT',
      planWith('a) Cấp tỉnh.</w:t></w:r>', 'a) Cấp tỉnh.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>', {
        footnotes: `<w:footnote w:id="2">${p('Theo Đề án 06.')}</w:footnote>`,
      }),
      '1 chú thích',
    ],
    ['a picture', 'PICTURE_LEFT_OUT', planWith('- Lần một;</w:t></w:r>', `- Lần một;</w:t></w:r>${PICTURE}`), '1 hình'],
    ['a position that the profile has not', 'POSITION_UNKNOWN', officePlan({}), 'GIÁM ĐỐC'],
    [
      'row numbers with a hole',
      'ROW_NUMBERS_KEPT',
      planWith(
        '</w:tbl><w:sectPr>',
        `<w:tr><w:tc><w:tcPr/>${p('3')}</w:tc><w:tc><w:tcPr/>${p('Báo cáo')}</w:tc><w:tc><w:tcPr/>${p('VP')}</w:tc></w:tr></w:tbl><w:sectPr>`,
      ),
      'Số thứ tự',
    ],
    ['a type that is not drafted here', 'TYPE_NOT_OURS', planWith('>KẾ HOẠCH<', '>QUYẾT ĐỊNH<'), 'Quyết định'],
    [
      'a missing trích yếu',
      'SUBJECT_MISSING',
      planWith(p('Cải cách hành chính năm 2026', '<w:jc w:val="center"/>', '<w:b/>'), ''),
      'trích yếu',
    ],
    [
      'text in a box beside the text',
      'NOT_UNDERSTOOD',
      planWith(
        '- Lần một;</w:t></w:r>',
        `- Lần một;</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${p(r('Bút phê: làm gấp'))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`,
      ),
      'Bút phê: làm gấp',
    ],
  ])('%s: %s', (_, code, parts, sentence) => {
    const lines = said(takenIn(parts).notes, code);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines[0]).toContain(sentence);
  });

  test('and nothing of that kind where the file has none of it', () => {
    const { notes } = takenIn(officePlan({}));
    const codes = new Set(notes.map(({ code }) => code));
    expect([...codes].sort()).toEqual(['AS_ABOVE_LEFT_OUT', 'ISSUER_GUESSED', 'ORGAN_GUESSED', 'POSITION_UNKNOWN']);
  });
});
