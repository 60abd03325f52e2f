import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkRead } from '#check/check-docx.ts';
import { checkDocument } from '#document/checking/check-document.ts';
import { takeIn } from '#intake/take-in.ts';
import { compareTexts } from '#read/compare/compare-texts.ts';
import { readingOrder } from '#read/compare/reading-order.ts';
import { recognise } from '#read/elements/recognise.ts';
import type { PageText, TextItem } from '#read/page/page-text.ts';
import { readPages } from '#read/page/read-pages.ts';
import { readDocx } from '#read/read-docx.ts';
import { renderDocument } from '#render/render.ts';
import { readBrought } from '#usecases/word-files/read-brought.ts';
import { examples } from '../format/examples.ts';
import { pdfOf } from './support/example-pdf.ts';
import { saidParts } from './support/said-parts.ts';

async function imported(bytes: Uint8Array, golden: (typeof examples)[number]) {
  const document = await readBrought(bytes);
  const elements = recognise(document);
  const { draft, ...rest } = takeIn(document, elements, {
    profiles: golden.profiles,
    organ: golden.document.organ,
    on: golden.on,
  });
  return { document, elements, draft: draft as unknown as typeof golden.document, ...rest };
}

function said({ body, closing, appendices = [] }: (typeof examples)[number]['document']) {
  const last = closing === undefined ? [] : [{ level: 'paragraph' as const, text: closing }];
  return saidParts([...body, ...last, ...appendices.flatMap((one) => one.body)]);
}

describe.each(examples.map((one) => [one.name, one] as const))('the PDF of %s', (_, golden) => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await pdfOf(golden);
  });

  test('becomes the data that it was made of: parts, tables over pages, head, recipients, signer', async () => {
    const { draft, issuance, notes } = await imported(pdf, golden);
    expect(said(draft)).toEqual(said(golden.document));
    const { schema, organ, issuer, subject, recipients, signer } = golden.document;
    expect(draft).toMatchObject({ schema, organ, issuer, subject, recipients, signer });
    expect(issuance).toEqual(golden.issuance);
    expect(notes).toEqual([]);
  });

  test('says word for word what its .docx says', async () => {
    const { document, profile } = checkDocument(golden.document, golden);
    const { issuance, on } = golden;
    const [file] = await renderDocument({ document: document!, profile: profile!, issuance, on });
    const own = readDocx(file!.bytes);
    const { document: read, elements } = await imported(pdf, golden);
    expect(compareTexts(readingOrder(recognise(own), own), readingOrder(elements, read))).toEqual({
      verdict: 'same',
      differences: [],
    });
  });

  test('breaks no rule that a PDF says something of', async () => {
    const { document, elements } = await imported(pdf, golden);
    const report = checkRead(document, elements);
    // What the .docx is told of its words, the PDF is told too.
    const failing = report.results.filter(({ verdict, severity }) => verdict === 'fail' && severity !== 'hint');
    expect(failing.map(({ id, violations }) => [id, violations])).toEqual([]);
    const unseen = report.results.filter(({ reason }) => reason?.startsWith('Tệp PDF không cho biết'));
    expect(unseen.map(({ id }) => id)).toContain('text.line-spacing');
    expect(report.results.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(60);
  });
});

describe('what is refused', () => {
  const saved = async (act: (pdf: PDFDocument) => void | Promise<void>) => {
    const pdf = await PDFDocument.create();
    await act(pdf);
    return pdf.save({ useObjectStreams: false });
  };
  const codeOf = (bytes: Uint8Array) =>
    readBrought(bytes).then(
      () => 'read',
      (error: { readonly code: string }) => error.code,
    );

  test('a scan: pictures without a text layer', async () => {
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const scan = await saved(async (pdf) => {
      const picture = await pdf.embedPng(pixel);
      for (let i = 0; i < 3; i++) pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
    });
    expect(await codeOf(scan)).toBe('PDF_SCANNED');
  });

  test('a file that ends in the middle, and one with a password', async () => {
    const whole = await pdfOf(examples[0]!);
    expect(await codeOf(whole.slice(0, 200))).toBe('PDF_DAMAGED');
    const locked = await saved((pdf) => {
      pdf.addPage().drawText('Mat');
      pdf.encrypt({ userPassword: 'a', ownerPassword: 'b' });
    });
    expect(await codeOf(locked)).toBe('ENCRYPTED_FILE');
  });

  test('a stream that inflates without end, before it is inflated', async () => {
    const bomb = await saved((pdf) => {
      const page = pdf.addPage();
      const stream = pdf.context.flateStream(new Uint8Array(40 * 1024 * 1024));
      page.node.set(PDFName.of('Contents'), pdf.context.register(stream));
    });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await codeOf(bomb)).toBe('ZIP_BOMB');
  });

  test('more pages than are read', async () => {
    const long = await saved((pdf) => {
      for (let i = 0; i < 501; i++) pdf.addPage();
    });
    expect(await codeOf(long)).toBe('PDF_TOO_LONG');
  });

  test('letters whose meaning the file does not say', () => {
    const page = pageOf(
      ['\ue001\ue002\ue003', 'chữ thường trong một dòng', '\ue001'.repeat(40)].map((text, i) =>
        at(text, 85, 100 + 20 * i),
      ),
    );
    expect(() => readPages([page])).toThrow('PDF_GARBLED');
  });

  test('nothing of its scripts is run', async () => {
    const golden = examples.find(({ name }) => name === 'cong-van-thanh-pho-2026')!;
    const pdf = await PDFDocument.load(await pdfOf(golden));
    const action = pdf.context.obj({ S: PDFName.of('JavaScript'), JS: PDFString.of('globalThis.ran = true') });
    pdf.catalog.set(PDFName.of('OpenAction'), action);
    const { draft } = await imported(await pdf.save(), golden);
    expect(draft.subject).toBe(golden.document.subject);
    expect('ran' in globalThis).toBe(false);
  });
});

const WIDTH = 7;
const at = (text: string, x: number, y: number, look: Partial<TextItem> = {}): TextItem => ({
  text,
  x,
  y,
  width: text.length * WIDTH,
  size: 14,
  bold: false,
  italic: false,
  ...look,
});
const pageOf = (items: readonly TextItem[], rules: PageText['rules'] = []): PageText => ({
  width: 595,
  height: 842,
  items,
  leaning: [],
  rules,
  pictures: 0,
});
const textsOf = (pages: readonly PageText[]) =>
  readPages(pages).blocks.map((block) => (block.kind === 'paragraph' ? block.text : '[bảng]'));

test('the Quốc hiệu begins the right column, however near an organ’s name comes', () => {
  const words = (text: string, x: number, y: number) => {
    let end = x;
    return text.split(' ').map((word) => {
      const item = at(word, end, y, { bold: true });
      end += item.width + 3;
      return item;
    });
  };
  const page = pageOf([
    ...words('UBND THÀNH PHỐ ĐỒNG NAI', 60, 80),
    ...words('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 240, 80),
    ...words('SỞ NỘI VỤ', 110, 98),
    ...words('Độc lập - Tự do - Hạnh phúc', 290, 98),
    at('Số: 12/KH-SNV', 100, 130),
    at('Đồng Nai, ngày 09 tháng 02 năm 2026', 270, 130),
    at('KẾ HOẠCH', 260, 170),
  ]);
  const { head } = recognise(readPages([page]));
  expect(head.nationalName?.text).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect([...head.parent, ...head.organ].map(({ text }) => text)).toEqual(['UBND THÀNH PHỐ ĐỒNG NAI', 'SỞ NỘI VỤ']);
});

describe('what belongs to pages is left out, and said', () => {
  const text = 'Các cơ quan, đơn vị chủ động thực hiện nhiệm vụ và báo cáo kq';
  const body = (first: string, from = 200) => [
    at(first, 121, from),
    ...[1, 2, 3].map((i) => at(text, 85, from + 18 * i)),
  ];

  test('numbers above and below, heads that come again, a stamp of a signature', () => {
    const stamp = [
      at('Người ký: Ủy ban nhân dân tỉnh', 400, 60, { size: 8 }),
      at('Email: ubnd@dongnai.gov.vn', 400, 70, { size: 8 }),
      at('Ngày ký: 24.01.2025 08:30:15 +07:00', 400, 80, { size: 8 }),
    ];
    const pages = [1, 2, 3].map((number) =>
      pageOf([
        at('VĂN BẢN ĐIỆN TỬ', 85, 30),
        at(String(number), 295, 50),
        ...(number === 1 ? stamp : []),
        ...body(`Đoạn số ${number} mở đầu.`),
      ]),
    );
    const { blocks, notices } = readPages(pages);
    expect(
      blocks
        .map((block) => (block.kind === 'paragraph' ? block.text.slice(0, 12) : ''))
        .filter((one) => /Đoạn/.test(one)),
    ).toHaveLength(3);
    expect(textsOf(pages).join(' ')).not.toMatch(/Người ký|Email|VĂN BẢN ĐIỆN TỬ|\b[123]\b(?! mở)/);
    expect(notices).toEqual([{ code: 'PAGE_MARKS', params: { count: 9, first: 'VĂN BẢN ĐIỆN TỬ' } }]);
  });

  test('bold that was made by printing twice is read once', () => {
    const twice = body('Mở đầu đoạn văn.').flatMap((item) => [item, { ...item, x: item.x + 0.4 }]);
    expect(textsOf([pageOf(twice)])).toEqual(textsOf([pageOf(body('Mở đầu đoạn văn.'))]));
  });

  test('a sentence goes on over the end of a page', () => {
    const pages = [
      pageOf([at('a) Rà soát các thủ tục, quy định, quy trình theo phân cô', 121, 700), at(text, 85, 718)]),
      pageOf([at('của từng đơn vị thuộc phường.', 85, 80), at('b) Báo cáo kết quả thực hiện.', 121, 104)]),
    ];
    expect(textsOf(pages)).toEqual([
      `a) Rà soát các thủ tục, quy định, quy trình theo phân cô ${text} của từng đơn vị thuộc phường.`,
      'b) Báo cáo kết quả thực hiện.',
    ]);
  });
});

test('pages that are pictures among pages of text are named', () => {
  const text = pageOf([at('Các cơ quan, đơn vị chủ động thực hiện nhiệm vụ', 85, 100)]);
  const scan = { ...pageOf([]), pictures: 1 };
  expect(readPages([text, scan, scan]).notices).toEqual([
    { code: 'PAGES_WITHOUT_TEXT', params: { count: 2, first: 2 } },
  ]);
});

describe('a table that lines draw', () => {
  const grid = (ys: readonly number[], xs = [85, 120, 300, 550]): PageText['rules'] => [
    ...ys.map((y) => ({ x1: xs[0]!, x2: xs.at(-1)!, y1: y, y2: y })),
    ...xs.map((x) => ({ x1: x, x2: x, y1: ys[0]!, y2: ys.at(-1)! })),
  ];
  const head = (y: number) => [
    at('TT', 90, y, { bold: true }),
    at('Nội dung', 130, y, { bold: true }),
    at('Chủ trì', 320, y, { bold: true }),
  ];
  const rowsOf = (pages: readonly PageText[]) => {
    const [table] = readPages(pages).blocks.filter((block) => block.kind === 'table');
    return table!.rows.map(({ cells }) =>
      cells.map(({ blocks }) => blocks.map((one) => (one.kind === 'paragraph' ? one.text : '')).join('/')),
    );
  };

  test('goes on over pages: its head is read once, and a row that was cut is one row', () => {
    const first = [
      ...head(716),
      at('1', 95, 740),
      at('Rà soát thủ tục hành chính', 122, 740, { width: 175 }),
      at('Phòng Văn hóa', 320, 740),
    ];
    const second = [
      ...head(76),
      at('của phường.', 122, 100),
      at('và Xã hội', 320, 100),
      at('2', 95, 124),
      at('Báo cáo', 122, 124),
      at('Văn phòng', 320, 124),
    ];
    expect(rowsOf([pageOf(first, grid([700, 724, 748])), pageOf(second, grid([60, 84, 108, 132]))])).toEqual([
      ['TT', 'Nội dung', 'Chủ trì'],
      ['1', 'Rà soát thủ tục hành chính của phường.', 'Phòng Văn hóa và Xã hội'],
      ['2', 'Báo cáo', 'Văn phòng'],
    ]);
  });

  test('cells that no line parts are one', () => {
    const rules = grid([100, 124, 148]).filter(({ x1, x2 }) => !(x1 === 300 && x2 === 300));
    const merged = [...rules, { x1: 300, x2: 300, y1: 124, y2: 148 }];
    const items = [
      at('TT', 90, 116),
      at('Nội dung và nơi chủ trì', 130, 116),
      at('1', 95, 140),
      at('Rà soát', 130, 140),
      at('Phòng', 320, 140),
    ];
    const [table] = readPages([pageOf(items, merged)]).blocks.filter((block) => block.kind === 'table');
    expect(table!.rows[0]!.cells.map(({ column, colSpan }) => [column, colSpan])).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(table!.rows[1]!.cells).toHaveLength(3);
  });
});
