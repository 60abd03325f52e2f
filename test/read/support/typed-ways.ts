import { type DocxParts, escaped, p, r, tbl } from './make-docx.ts';
import { bodies, feet, heads, numbering, officePlan } from './office-plan.ts';

const B = '<w:b/>';
const I = '<w:i/>';
const centre = '<w:jc w:val="center"/>';
const both = '<w:jc w:val="both"/><w:ind w:firstLine="720"/><w:spacing w:after="120"/>';
const nil = '<w:tblBorders><w:top w:val="nil"/></w:tblBorders>';

type Plan = DocxParts & { readonly styles: string; readonly numbering: string };

const plain = (): Plan => officePlan({});

/** The plan with a piece of its body in another form. */
function withBody(from: string, to: string, more: Partial<DocxParts> = {}): Plan {
  const plan = plain();
  if (!plan.body.includes(from)) throw new Error('the plan has no such piece');
  return { ...plan, ...more, body: plan.body.replace(from, () => to), styles: plan.styles + (more.styles ?? '') };
}

const lines = [
  'I. MỤC TIÊU',
  '1. Nâng cao chất lượng.',
  '1.1. Rà soát thủ tục.',
  'a) Cấp tỉnh.',
  '- Lần một;',
  '+ Lần hai.',
  'II. TỔ CHỨC THỰC HIỆN',
  'Các phòng thực hiện (Phụ lục kèm theo)./.',
];

const bare = ['MỤC TIÊU', 'Nâng cao chất lượng.', 'Rà soát thủ tục.', 'Cấp tỉnh.', 'Lần một;'];
const styleNames = bare.map((_, i) => `Cap${i + 1}`);
const numberedStyles = styleNames
  .map(
    (id, i) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr><w:numPr><w:ilvl w:val="${i}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
  )
  .join('');
const byStyle =
  bare.map((text, i) => p(text, `<w:pStyle w:val="${styleNames[i]}"/>`, i === 0 ? B : '')).join('') +
  p('+ Lần hai.', both) +
  p('TỔ CHỨC THỰC HIỆN', '<w:pStyle w:val="Cap1"/>', B) +
  p('Các phòng thực hiện (Phụ lục kèm theo)./.', both);

const box = (inside: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;
const headInBoxes = `<w:p>${box(
  p('UBND TỈNH ĐỒNG NAI', centre) + p('SỞ NỘI VỤ', centre, B) + p('Số:          /KH-SNV', centre),
)}${box(
  p('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', centre, B) +
    p('Độc lập - Tự do - Hạnh phúc', centre, B) +
    p('Đồng Nai, ngày      tháng 3 năm 2026', centre, I),
)}</w:p>`;

const field = (code: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${escaped(code)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const sdt = (inside: string) =>
  `<w:sdt><w:sdtPr><w:alias w:val="o"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
const table = /<w:tbl>(?:(?!<w:tbl>).)*TT(?:(?!<\/w:tbl>).)*<\/w:tbl>/s;
const taskTable = table.exec(plain().body)?.[0] ?? '';

const wingdings = bodies.typed.replace(
  p('- Lần một;', both),
  p(`<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>${r(' Lần một;')}`, both),
);
const symbolNumbering = numbering.replace('<w:lvlText w:val="-"/>', '<w:lvlText w:val="&#xF0A7;"/>');

/** The office's plan, typed in ways that come from real desks; what it says is the same each time. */
export const typedWays: ReadonlyArray<readonly [way: string, plan: Plan]> = [
  ['levels numbered by styles', withBody(bodies.typed, byStyle, { styles: numberedStyles })],
  ['the head in a table inside a table', withBody(heads.table, tbl([[heads.table + p('')]], nil))],
  ['the head in two text boxes', withBody(heads.table, headInBoxes)],
  ['the whole body in one paragraph, by soft returns', withBody(bodies.typed, p(r(lines.join('\n')), both))],
  [
    'the task table by tabs',
    withBody(taskTable, p('TT\tNội dung\tChủ trì', '', B) + p('1\tRà soát thủ tục\tPhòng CCHC')),
  ],
  [
    'lines under names by underscores',
    withBody(
      heads.table,
      heads.table.replace(p('SỞ NỘI VỤ', centre, B), p('SỞ NỘI VỤ', centre, B) + p('__________', centre)),
    ),
  ],
  [
    'the day by field codes',
    withBody(
      p('Đồng Nai, ngày      tháng 3 năm 2026', centre, I),
      p(
        r('Đồng Nai, ngày      tháng ', I) +
          field('DATE \\@ "M"', '3') +
          r(' năm ', I) +
          field('DATE \\@ "yyyy"', '2026'),
        centre,
      ),
    ),
  ],
  ['bullets of a symbol font', withBody(bodies.typed, wingdings)],
  ['a list of a symbol font', withBody(bodies.typed, bodies.listed, { numbering: symbolNumbering })],
  [
    'the signer in merged cells',
    withBody(
      feet.table,
      tbl(
        [
          [
            feet.table.match(/<w:tc>.*?<\/w:tc>/s)?.[0]?.replace(/<\/?w:tc>|<w:tcPr\/?>|<\/w:tcPr>/g, '') ?? '',
            p('KT. GIÁM ĐỐC', centre, B),
          ],
          [p(''), p('PHÓ GIÁM ĐỐC', centre, B)],
          [p(''), p('') + p('')],
          [p(''), p('Lê Thị C', centre, B)],
        ],
        nil,
        (row, cell) => (cell === 0 ? `<w:vMerge${row === 0 ? ' w:val="restart"' : ''}/>` : ''),
      ),
    ),
  ],
  [
    'tracked changes inside the table',
    withBody(
      'Phòng CCHC</w:t></w:r>',
      'Phòng </w:t></w:r><w:del w:author="Lan"><w:r><w:delText>Cũ</w:delText></w:r></w:del><w:ins w:author="Lan"><w:r><w:t>CCHC</w:t></w:r></w:ins>',
    ),
  ],
  [
    'head, body and table in content controls',
    {
      ...plain(),
      body: [heads.table, bodies.typed, taskTable].reduce(
        (body, piece) => body.replace(piece, () => sdt(piece)),
        plain().body,
      ),
    },
  ],
  ['an empty paragraph after each line', withBody(bodies.typed, bodies.typed.replace(/<\/w:p>/g, '</w:p><w:p/>'))],
  ['decomposed letters', { ...plain(), body: plain().body.normalize('NFD') }],
  [
    'links and smart tags around words',
    withBody(
      bodies.typed,
      bodies.typed.replace(
        /(<w:r>(?:(?!<\/w:r>).)*Rà soát.*?<\/w:r>)/s,
        '<w:hyperlink w:anchor="a"><w:smartTag w:uri="u" w:element="e">$1</w:smartTag></w:hyperlink>',
      ),
    ),
  ],
  [
    'spaces that do not break',
    withBody(bodies.typed, bodies.typed.replace('1. Nâng', '1.\u00a0Nâng').replace('a) Cấp', 'a)\u00a0\u00a0Cấp')),
  ],
  [
    'a page break inside a run',
    withBody(
      p('Phụ lục', `<w:pageBreakBefore/>${centre}`, B),
      p('<w:r><w:br w:type="page"/></w:r>') + p('Phụ lục', centre, B),
    ),
  ],
];
