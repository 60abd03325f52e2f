import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkDocx, failed } from '#check/check-docx.ts';
import { checkDocument } from '#document/checking/check-document.ts';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import { readOwnZip } from '#package/read-zip.ts';
import { renderDocument } from '#render/render.ts';
import { zipDocx } from '../read/support/make-docx.ts';

const profiles = organProfile.array().parse(JSON.parse(readFileSync('examples/organs.json', 'utf8')));

/** Renders an example with number and day. */
async function rendered(name: string, number: number, on: string): Promise<Uint8Array> {
  const input: unknown = JSON.parse(readFileSync(`examples/${name}.json`, 'utf8'));
  const { document, profile } = checkDocument(input, { profiles, on });
  if (!document || !profile) throw new Error(name);
  const [file] = await renderDocument({ document, profile, issuance: { number, issuedDate: on }, on });
  if (!file) throw new Error(name);
  return file.bytes;
}

let plan: Map<string, string>;
let letter: Map<string, string>;
beforeAll(async () => {
  plan = new Map(readOwnZip(await rendered('ke-hoach-phuong-2026', 35, '2026-03-16')));
  letter = new Map(readOwnZip(await rendered('cong-van-thanh-pho-2026', 35, '2026-05-05')));
});

const broken = (files: Map<string, string>) =>
  failed(checkDocx(zipDocx(Object.fromEntries(files))))
    .filter(({ severity }) => severity !== 'hint')
    .map(({ id }) => id);

/** The package with one part changed; a change that changes nothing is a test that says nothing. */
function changed(files: Map<string, string>, part: string, change: (xml: string) => string): Map<string, string> {
  const before = files.get(part) ?? '';
  const after = change(before);
  expect(after).not.toBe(before);
  return new Map([...files, [part, after]]);
}

describe('what we render breaks no rule', () => {
  test.each([
    ['ke-hoach-tinh-2025', '2025-01-24'],
    ['ke-hoach-phuong-2026', '2026-03-16'],
    ['cong-van-thanh-pho-2026', '2026-05-05'],
  ])('%s passes all that can be assessed', async (name, on) => {
    const report = checkDocx(await rendered(name, 35, on));
    expect(failed(report).filter(({ severity }) => severity !== 'hint')).toEqual([]);
    expect(report.results.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(80);
  });
});

/** Our style of each element, and the look that its rules fix. */
const LOOKS: [id: string, style: string, fixed: string][] = [
  ['national-name', 'QuocHieu', 'size bold italic'],
  ['motto', 'TieuNgu', 'size bold italic'],
  ['organ', 'CoQuanBanHanh', 'size bold italic'],
  ['code', 'SoKyHieu', 'size italic bold'],
  ['date', 'DiaDanhThoiGian', 'size italic'],
  ['type', 'TenLoai', 'size bold italic align'],
  ['subject', 'TrichYeu', 'size bold italic align'],
  ['basis', 'CanCu', 'size italic'],
  ['roman', 'MucLaMa', 'size bold italic'],
  ['authority', 'QuyenHanChucVu', 'size bold italic'],
  ['signer', 'HoTen', 'size bold italic'],
  ['recipients-label', 'NoiNhan', 'size bold italic'],
  ['recipients', 'NoiNhanTen', 'size italic bold'],
  ['appendix-label', 'PhuLuc', 'size bold italic align'],
  ['appendix-title', 'TieuDePhuLuc', 'size bold italic align'],
  ['attached', 'KemTheo', 'size italic align'],
];
const cases = LOOKS.flatMap(([id, style, fixed]) => fixed.split(' ').map((aspect) => [id, style, aspect] as const));

/** What is wrong about an aspect, as properties of a run or a paragraph. */
function wrong(styles: string, style: string, aspect: string): { run: string; paragraph: string } {
  const own = new RegExp(`<w:style [^>]*w:styleId="${style}"[\\s\\S]*?</w:style>`).exec(styles)?.[0] ?? '';
  const is = (tag: string) => new RegExp(`<w:${tag}(?: w:val="(?:true|1)")?/>`).test(own);
  if (aspect === 'size') return { run: '<w:sz w:val="20"/>', paragraph: '' };
  if (aspect === 'bold') return { run: `<w:b w:val="${is('b') ? 0 : 1}"/>`, paragraph: '' };
  if (aspect === 'italic') return { run: `<w:i w:val="${is('i') ? 0 : 1}"/>`, paragraph: '' };
  return { run: '', paragraph: '<w:jc w:val="left"/>' };
}

describe('one look made wrong is found by its rule, and by no other', () => {
  test.each(cases)('%s (%s): %s by direct formatting', (id, style, aspect) => {
    const { run, paragraph } = wrong(plan.get('word/styles.xml') ?? '', style, aspect);
    const files = changed(plan, 'word/document.xml', (xml) =>
      xml.replace(
        new RegExp(`(<w:p><w:pPr><w:pStyle w:val="${style}"/>)(.*?</w:pPr>)(.*?</w:p>)`, 'g'),
        (_, start: string, end: string, runs: string) =>
          `${start}${end.replace('</w:pPr>', `${paragraph}</w:pPr>`)}${runs.replaceAll('<w:r>', `<w:r><w:rPr>${run}</w:rPr>`)}`,
      ),
    );
    expect(broken(files)).toEqual([`${id}.${aspect}`]);
  });

  test.each(cases)('%s (%s): %s by its style', (id, style, aspect) => {
    const { run, paragraph } = wrong(plan.get('word/styles.xml') ?? '', style, aspect);
    const files = changed(plan, 'word/styles.xml', (xml) =>
      xml.replace(new RegExp(`(<w:style [^>]*w:styleId="${style}"[\\s\\S]*?)</w:style>`), (_, own: string) => {
        const bare = own.replace(
          run === '' ? /<w:jc [^>]*\/>/ : new RegExp(`<${run.slice(1).split(' ')[0]}(?: [^>]*)?/>`),
          '',
        );
        return `${bare.replace('</w:pPr>', `${paragraph}</w:pPr>`).replace('</w:rPr>', `${run}</w:rPr>`)}</w:style>`;
      }),
    );
    expect(broken(files)).toEqual([`${id}.${aspect}`]);
  });
});

/** The plan with what a look fixes taken out of the styles, so that the defaults give it, and wrong there. */
function byDefaults(id: string, style: string, aspect: string): Map<string, string> {
  const { run } = wrong(plan.get('word/styles.xml') ?? '', style, aspect);
  const tag = run.slice(1).split(' ')[0] ?? '';
  return changed(plan, 'word/styles.xml', (xml) => {
    const bare = xml.replace(
      new RegExp(`(<w:style [^>]*w:styleId="${style}"[\\s\\S]*?</w:style>)`),
      (own) => own.replace(new RegExp(`<${tag}(?: [^>]*)?/>`), '').replace(/<w:basedOn [^>]*\/>/, ''),
    );
    return bare.replace(/(<w:rPrDefault><w:rPr>)([\s\S]*?)(<\/w:rPr>)/, (_, start: string, inner: string, end: string) =>
      `${start}${inner.replace(new RegExp(`<${tag}(?: [^>]*)?/>`), '')}${run}${end}`,
    );
  });
}

describe('one look made wrong by the defaults is found by its rule', () => {
  test.each(cases.filter(([, , aspect]) => aspect === 'size'))('%s (%s): %s', (id, style, aspect) => {
    expect(broken(byDefaults(id, style, aspect))).toContain(`${id}.${aspect}`);
  });
});

/** One change of text or page a rule: part, what stands there, what is put there. */
const OTHERS: [rule: string, files: 'plan' | 'letter', part: string, from: string | RegExp, to: string][] = [
  ['page.left', 'plan', 'word/document.xml', /w:left="1701"/g, 'w:left="1200"'],
  ['page.right', 'plan', 'word/document.xml', /w:right="850"/g, 'w:right="400"'],
  ['page.top', 'plan', 'word/document.xml', /w:top="1134"/g, 'w:top="700"'],
  ['page.bottom', 'plan', 'word/document.xml', /w:bottom="1134"/g, 'w:bottom="300"'],
  ['page.paper', 'letter', 'word/document.xml', 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'],
  ['page.first', 'letter', 'word/document.xml', '<w:titlePg/>', ''],
  ['code.form', 'letter', 'word/document.xml', 'Số: 35/UBND-HCC', 'Số: 5/UBND-HCC'],
  ['code.form', 'letter', 'word/document.xml', 'Số: 35/UBND-HCC', 'Số: 35 /UBND-HCC'],
  ['code.type', 'letter', 'word/document.xml', 'Số: 35/UBND-HCC', 'Số: 35/CV-UBND'],
  ['date.form', 'letter', 'word/document.xml', 'ngày 05 tháng 5', 'ngày 5 tháng 5'],
  ['date.form', 'letter', 'word/document.xml', 'ngày 05 tháng 5', 'ngày 05 tháng 05'],
  ['motto.text', 'plan', 'word/document.xml', 'Độc lập - Tự do - Hạnh phúc', 'Độc lập-Tự do-Hạnh phúc'],
  ['subject.end', 'plan', 'word/document.xml', /(năm 2026 trên địa bàn phường Bình Long)<\/w:t>/, '$1.</w:t>'],
  ['basis.end', 'plan', 'word/document.xml', /;(<\/w:t><\/w:r><\/w:p><w:p><w:pPr><w:pStyle w:val="CanCu")/, '.$1'],
  ['text.end', 'plan', 'word/document.xml', './.', '.'],
  ['recipients.form', 'plan', 'word/document.xml', '- Sở Nội vụ tỉnh Đồng Nai;', '- Sở Nội vụ tỉnh Đồng Nai,'],
  ['recipients.label', 'plan', 'word/document.xml', 'Nơi nhận:', 'Nơi nhận'],
  ['recipients.as-above', 'letter', 'word/document.xml', '- Như trên;', '- Văn phòng;'],
  ['recipients.archive', 'plan', 'word/document.xml', '- Lưu: VT.', '- Lưu VP;'],
  ['signer.degree', 'plan', 'word/document.xml', 'Nguyễn Văn A', 'TS. Nguyễn Văn A'],
  ['appendix.number', 'plan', 'word/document.xml', '>Phụ lục<', '>Phụ lục I<'],
  [
    'attached.matches',
    'plan',
    'word/document.xml',
    '(Kèm theo Kế hoạch số 35/KH-UBND',
    '(Kèm theo Kế hoạch số 36/KH-UBND',
  ],
  ['appendix.pages', 'plan', 'word/document.xml', /<w:pgNumType w:start="1"\/>/g, ''],
  ['number.sequence', 'letter', 'word/document.xml', '>đ) ', '>e) '],
  ['content.years', 'plan', 'word/document.xml', 'TRỌNG TÂM NĂM 2026', 'TRỌNG TÂM NĂM 2025'],
  ['content.dates', 'plan', 'word/document.xml', 'ngày 25/12/2025', 'ngày 31/11/2025'],
  ['content.districts', 'letter', 'word/document.xml', 'Chủ tịch UBND các xã, phường.', 'Chủ tịch UBND cấp huyện.'],
  ['language.syllable', 'plan', 'word/document.xml', 'người', 'nguời'],
  ['language.telex', 'letter', 'word/document.xml', ' thông tin', ' ddoongs'],
  ['capitals.special', 'letter', 'word/document.xml', ' thông tin', ' thành phố Hồ Chí Minh'],
  ['font.name', 'plan', 'word/styles.xml', /Times New Roman/g, 'Arial'],
  [
    'font.color',
    'letter',
    'word/document.xml',
    /(<w:pStyle w:val="NoiDung"\/>.*?<w:r>)/,
    '$1<w:rPr><w:color w:val="0070C0"/></w:rPr>',
  ],
];

describe('one thing made wrong is found by its rule, and by no other', () => {
  test.each(OTHERS)('%s in the %s', (rule, which, part, from, to) => {
    const files = changed(which === 'plan' ? plan : letter, part, (xml) => xml.replace(from, to));
    expect(broken(files)).toEqual([rule]);
  });
});
