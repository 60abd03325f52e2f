import { describe, expect, test } from 'vitest';
import { type Block, type Paragraph, paragraphsOf } from '#read/body/model.ts';
import { readDocx } from '#read/read-docx.ts';
import { A4, makeDocx, p, r, tbl } from './support/make-docx.ts';

const style = (id: string, inside: string, attributes = '', based = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}" ${attributes}><w:name w:val="${id}"/>${based && `<w:basedOn w:val="${based}"/>`}${inside}</w:style>`;
const size = (points: number) => `<w:sz w:val="${points * 2}"/>`;
const defaults = (inside: string) =>
  `<w:docDefaults><w:rPrDefault><w:rPr>${inside}</w:rPr></w:rPrDefault></w:docDefaults>`;

function only(blocks: readonly Block[]): Paragraph {
  const [first] = paragraphsOf(blocks);
  if (!first) throw new Error('no paragraph');
  return first;
}

function firstRun(parts: Parameters<typeof makeDocx>[0]) {
  const run = only(readDocx(makeDocx(parts)).blocks).runs[0];
  if (!run) throw new Error('no run');
  return run;
}

describe('the look of a run says where it comes from', () => {
  test('takes the size of the defaults where nothing else gives one', () => {
    const { format } = firstRun({ body: p('a'), styles: defaults(size(12)) });
    expect([format.props.sizePt, format.source('sizePt').kind]).toEqual([12, 'defaults']);
  });

  test('takes a size along a chain of styles, and names the style of the paragraph', () => {
    const styles = defaults(size(12)) + style('Goc', `<w:rPr>${size(14)}</w:rPr>`) + style('Con', '', '', 'Goc');
    const { format } = firstRun({ body: p('a', '<w:pStyle w:val="Con"/>'), styles });
    expect([format.props.sizePt, format.source('sizePt')]).toEqual([14, { kind: 'paragraph-style', style: 'Con' }]);
  });

  test('lets a run overrule its styles', () => {
    const styles = style('Normal', `<w:rPr>${size(14)}<w:b/></w:rPr>`, 'w:default="1"');
    const { format } = firstRun({ body: p('a', '', `${size(13)}<w:b w:val="0"/>`), styles });
    expect([format.props.sizePt, format.props.bold, format.source('sizePt').kind]).toEqual([13, false, 'direct']);
  });

  test('lets bold in a paragraph style and in a character style cancel out', () => {
    const styles = `${style('Dam', '<w:rPr><w:b/></w:rPr>')}<w:style w:type="character" w:styleId="Chu"><w:name w:val="Chu"/><w:rPr><w:b/></w:rPr></w:style>`;
    const { format } = firstRun({ body: p('a', '<w:pStyle w:val="Dam"/>', '<w:rStyle w:val="Chu"/>'), styles });
    expect(format.props.bold).toBe(false);
  });

  test('finds the font of a theme', () => {
    const styles = defaults('<w:rFonts w:asciiTheme="minorHAnsi"/>');
    const { format } = firstRun({ body: p('a'), styles, theme: { minor: 'Calibri', major: 'Cambria' } });
    expect([format.props.font, format.props.themed]).toEqual(['Calibri', true]);
  });

  test('takes from a table style what paragraph styles leave open', () => {
    const styles = `<w:style w:type="table" w:styleId="Bang"><w:name w:val="Bang"/><w:rPr>${size(11)}</w:rPr></w:style>`;
    const { format } = firstRun({ body: tbl([['a']], '<w:tblStyle w:val="Bang"/>'), styles });
    expect([format.props.sizePt, format.source('sizePt').kind]).toEqual([11, 'table-style']);
  });

  test('survives styles that are based on each other in a circle', () => {
    const styles = style('A', `<w:rPr>${size(9)}</w:rPr>`, '', 'B') + style('B', '', '', 'A');
    expect(firstRun({ body: p('a', '<w:pStyle w:val="A"/>'), styles }).format.props.sizePt).toBe(9);
  });
});

test('joins runs of one look, composes letters that were split, and prints capitals', () => {
  const body = p([r('Ke'), r('\u0302'), r('\u0301 hoạch '), r('năm', '<w:b/>'), r(' mới', '<w:caps/>')].join(''));
  const { runs, text } = only(readDocx(makeDocx({ body })).blocks);
  expect(text).toBe('Kế hoạch năm MỚI');
  expect(runs.map((run) => run.text)).toEqual(['Kế hoạch ', 'năm', ' MỚI']);
});

test('reads tracked changes as accepted, and reports who made them', () => {
  const author = 'w:id="1" w:author="Trần B" w:date="2026-03-01T08:00:00Z"';
  const body = p(
    `${r('Tăng ')}<w:del ${author}><w:r><w:delText>10</w:delText></w:r></w:del><w:ins ${author}>${r('15')}</w:ins>${r(' phần trăm')}`,
  );
  const { blocks, changes, notices } = readDocx(makeDocx({ body }));
  expect(only(blocks).text).toBe('Tăng 15 phần trăm');
  expect(changes.map(({ kind, text, author: by }) => [kind, text, by])).toEqual([
    ['deleted', '10', 'Trần B'],
    ['inserted', '15', 'Trần B'],
  ]);
  expect(notices).toEqual([{ code: 'TRACKED_CHANGES', params: { count: 2, authors: 'Trần B' } }]);
});

test('reads the text before tracked changes, where it is asked for', () => {
  const author = 'w:id="1" w:author="B"';
  const mark = (kind: string) => `<w:rPr><w:${kind} ${author}/></w:rPr>`;
  const swap = `<w:del ${author}><w:r><w:delText>10</w:delText></w:r></w:del><w:ins ${author}>${r('15')}</w:ins>`;
  const body = p(`${r('Tăng ')}${swap}`) + p('Một ', mark('ins')) + p('hai') + p('Ba', mark('del')) + p('bốn');
  const read = (changes: 'accepted' | 'rejected') =>
    paragraphsOf(readDocx(makeDocx({ body }), { changes }).blocks).map(({ text }) => text);
  expect(read('accepted')).toEqual(['Tăng 15', 'Một ', 'hai', 'Babốn']);
  expect(read('rejected')).toEqual(['Tăng 10', 'Một hai', 'Ba', 'bốn']);
});

test('joins two paragraphs where the mark between them was deleted', () => {
  const gone = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>';
  const { blocks } = readDocx(makeDocx({ body: p('Một ', gone) + p('hai') }));
  expect(paragraphsOf(blocks).map(({ text }) => text)).toEqual(['Một hai']);
});

test('reports comments, hidden text and characters that cannot be seen', () => {
  const body = p(`<w:commentRangeStart w:id="3"/>${r('Nội\u200b dung')}${r(' mật', '<w:vanish/>')}`);
  const comments = `<w:comment w:id="3" w:author="Lê C">${p('Xem lại')}</w:comment>`;
  const read = readDocx(makeDocx({ body, comments }));
  expect(only(read.blocks).text).toBe('Nội dung');
  expect(read.comments).toEqual([{ author: 'Lê C', at: null, text: 'Xem lại', paragraph: 0 }]);
  expect(read.notices.map(({ code }) => code)).toEqual(['COMMENTS', 'HIDDEN_TEXT', 'CONTROL_CHARACTERS']);
});

test('shows the result of a field and not its code', () => {
  const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = '<w:r><w:instrText> DDEAUTO excel a </w:instrText></w:r>';
  const read = readDocx(makeDocx({ body: p(`${char('begin')}${code}${char('separate')}${r('12')}${char('end')}`) }));
  expect(only(read.blocks).text).toBe('12');
  expect(read.notices).toEqual([{ code: 'DANGEROUS_FIELD', params: { field: 'DDEAUTO' } }]);
});

test('reads a text box once, though the file holds it twice', () => {
  const inside = `<w:txbxContent>${p('DỰ THẢO')}</w:txbxContent>`;
  const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${inside}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
  const paragraph = readDocx(makeDocx({ body: p(`<w:r>${box}</w:r>${r('KẾ HOẠCH')}`) })).blocks[0] as Paragraph;
  expect(paragraph.text).toBe('KẾ HOẠCH');
  expect(paragraph.boxes.map((blocks) => paragraphsOf(blocks).map(({ text }) => text))).toEqual([['DỰ THẢO']]);
});

test('sees lines drawn as shapes of both kinds, with their lengths', () => {
  const drawingMl =
    '<w:drawing><wp:inline><wp:extent cx="1270000" cy="0"/><a:prstGeom prst="line"/></wp:inline></w:drawing>';
  const vml = '<w:pict><v:line from="10pt,0" to="110pt,0"/></w:pict>';
  const { lines } = only(readDocx(makeDocx({ body: p(`<w:r>${drawingMl}</w:r><w:r>${vml}</w:r>`) })).blocks);
  expect(lines).toEqual([{ lengthTwips: 2000 }, { lengthTwips: 2000 }]);
});

test('counts Word lists as Word does: restarts under a parent, starts anew where a list says so', () => {
  const level = (ilvl: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
  const item = (text: string, ilvl: number, num = 1) =>
    p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${num}"/></w:numPr>`);
  const body = item('a', 0) + item('b', 1) + item('c', 1) + item('d', 0) + item('e', 1) + item('f', 0, 2);
  const labels = paragraphsOf(readDocx(makeDocx({ body, numbering })).blocks).map(({ list }) => list?.text);
  expect(labels).toEqual(['I.', 'I.1.', 'I.2.', 'II.', 'II.1.', 'I.']);
});

test('reads sections with their margins and headers, turned pages too', () => {
  const landscape =
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:titlePg/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/></w:sectPr>';
  const header = p('<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>');
  const { sections, blocks } = readDocx(makeDocx({ body: p('a', landscape) + p('b') + A4, header }));
  expect(
    sections.map(({ isLandscape, left, hasTitlePage, firstPage }) => [isLandscape, left, hasTitlePage, firstPage]),
  ).toEqual([
    [true, 1701, true, 1],
    [false, 1701, false, 2],
  ]);
  expect(only(sections[1]?.headers.get('default') ?? []).fields).toEqual(['PAGE']);
  expect(blocks.map(({ section }) => section)).toEqual([0, 1]);
});

test('reads merged cells with the columns they cover', () => {
  const spans = ['<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'];
  const table = readDocx(
    makeDocx({ body: tbl([['a', 'b'], ['c']], '', (row, cell) => (row === 0 ? (spans[cell] ?? '') : '')) }),
  ).blocks[0];
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.rows.map(({ cells }) => cells.map(({ column, colSpan, merge }) => [column, colSpan, merge]))).toEqual([
    [
      [0, 2, 'none'],
      [2, 1, 'start'],
    ],
    [[0, 1, 'none']],
  ]);
});

test('reads a strict file and one with other prefixes alike', () => {
  const document = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:rPr><x:b/></x:rPr><x:t>Văn bản</x:t></x:r></x:p></x:body></x:document>`;
  const run = only(readDocx(makeDocx({ body: '', extra: { 'word/document.xml': document } })).blocks).runs[0];
  expect([run?.text, run?.format.props.bold]).toEqual(['Văn bản', true]);
});

test('keeps footnotes apart from the text, by their place', () => {
  const body = p(`${r('Luật')}<w:r><w:footnoteReference w:id="2"/></w:r>`);
  const read = readDocx(makeDocx({ body, footnotes: `<w:footnote w:id="2">${p('Số 80/2015/QH13')}</w:footnote>` }));
  expect(only(read.blocks).notes).toEqual(['footnote 2']);
  expect(only(read.notes.get('footnote 2') ?? []).text).toBe('Số 80/2015/QH13');
});
