import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { examples } from '../document/scene.ts';
import { accessibilityFindings, openBrowser, type TestBrowser } from '../support/browser.ts';
import { describeWith } from '../support/ci-tools.ts';
import { anyDocument } from './support/any-document.ts';
import { type ServedBundle, serveBundle } from './support/bundle.ts';
import { clipboards } from './support/clipboards.ts';
import type { EditorProbe } from './support/editor-probe.ts';
import type { WithProbe } from './support/preview-probe.ts';

const HEAD = { schema: 'KeHoach@1', organ: 'o', issuer: 'organ', subject: 'S', recipients: [], opening: 'ban hành:' };

describeWith('chromium', 'the editor', () => {
  let bundle: ServedBundle;
  let browser: TestBrowser;
  let page: Page;
  let violations: string[];
  let input: CDPSession;

  beforeAll(async () => {
    bundle = await serveBundle('editor');
    browser = await openBrowser();
    ({ page, violations } = await browser.open({ width: 1000, height: 900 }));
    input = await page.context().newCDPSession(page);
  });
  beforeEach(async () => {
    await page.goto(bundle.url);
    await page.waitForFunction(() => 'probe' in globalThis);
  });
  afterAll(async () => {
    await browser?.close();
    bundle?.close();
  });

  const call = <Name extends keyof EditorProbe>(name: Name, ...args: Parameters<EditorProbe[Name]>) =>
    page.evaluate(
      ([method, given]) => {
        const { probe } = globalThis as unknown as WithProbe<Record<string, (...all: readonly unknown[]) => unknown>>;
        return probe[method as string]!(...(given as unknown[]));
      },
      [name, args] as const,
    ) as Promise<ReturnType<EditorProbe[Name]>>;
  const open = (body: readonly unknown[]) => call('open', { ...HEAD, body });
  const labels = async () => (await call('labels')).map(([label, level, text]) => `${label ?? ''}|${level}|${text}`);

  test('gives back every body of the schema as it was', async () => {
    const documents = fc.sample(anyDocument, { numRuns: 150, seed: 16 });
    const back = await page.evaluate((all) => {
      const { probe } = globalThis as unknown as WithProbe<EditorProbe>;
      return all.map((data) => probe.roundTrip(data));
    }, documents);
    for (const [i, data] of documents.entries()) expect(back[i]).toEqual(data);
  });

  test.each(examples)('gives back $name as it was', async ({ data }) => {
    expect(await call('roundTrip', data)).toEqual(data);
  });

  test('takes typed numbers for levels, and gives the numbers itself', async () => {
    await open([{ level: 'paragraph', text: 'đầu' }]);
    await call('caret', 'đầu');
    for (const typed of ['I. Mục tiêu', '1. Yêu cầu', 'a) Nội dung', '- Gạch', '+ Cộng', '7. Khoản sau']) {
      await page.keyboard.press('Enter');
      await page.keyboard.type(typed, { delay: 20 });
      const text = typed.slice(typed.indexOf(' ') + 1);
      await expect.poll(async () => (await labels()).at(-1)).toContain(`|${text}`);
    }
    await expect
      .poll(labels)
      .toEqual([
        '|paragraph|đầu',
        'I.|roman|Mục tiêu',
        '1.|clause|Yêu cầu',
        'a)|point|Nội dung',
        '-|dash|Gạch',
        '+|plus|Cộng',
        '2.|clause|Khoản sau',
      ]);
  });

  const outline = [
    { level: 'roman', title: 'Một', children: [{ level: 'clause', text: 'Khoản' }] },
    { level: 'roman', title: 'Hai', children: [{ level: 'clause', text: 'Khác' }] },
  ];

  test('moves a part with what stands in it, and takes that back in one step', async () => {
    await open(outline);
    await call('caret', 'Một');
    await page.keyboard.press('Alt+ArrowDown');
    expect(await labels()).toEqual(['I.|roman|Hai', '1.|clause|Khác', 'II.|roman|Một', '1.|clause|Khoản']);
    await page.keyboard.press('Control+z');
    expect(await call('data')).toEqual({ ...HEAD, body: outline });
  });

  test('makes a line narrower and wider by Tab, and lets Tab leave after Esc', async () => {
    await open(outline);
    await call('caret', 'Khác');
    await page.keyboard.press('Tab');
    expect((await labels()).at(-1)).toBe('a)|point|Khác');
    await page.keyboard.press('Shift+Tab');
    expect((await labels()).at(-1)).toBe('1.|clause|Khác');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect((await labels()).at(-1)).toBe('1.|clause|Khác');
  });

  test('types over all that is selected: one line, and one key brings everything back', async () => {
    const body = [{ level: 'roman', title: 'Mục đích', children: [{ level: 'dash', text: 'một' }] }];
    await open(body);
    await call('caret', 'một');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('viết lại', { delay: 20 });
    await expect.poll(labels).toEqual(['|paragraph|viết lại']);
    expect(await call('data')).toMatchObject({ body: [{ level: 'paragraph', text: 'viết lại' }] });
    await page.keyboard.press('Control+z');
    expect(await call('data')).toMatchObject({ body, opening: HEAD.opening });
  });

  const table = {
    columns: [
      { title: 'STT', numbering: true },
      { title: 'Việc', id: 'c2' },
      { title: 'Hạn', id: 'c3' },
    ],
    rows: [{ cells: { c2: 'Một', c3: 'Quý I' } }],
  };
  test('takes Telex by composition, and UniKey by backspace and retyping (both synthetic)', async () => {
    await open([{ level: 'paragraph', text: 'Câu' }]);
    await call('caret', 'Câu');
    await input.send('Input.insertText', { text: ' ' });
    for (const text of ['t', 'ti', 'tiê', 'tiến', 'tiếng']) {
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await input.send('Input.insertText', { text: 'tiếng' });
    const type = async (text: string) => {
      for (const char of text) await input.send('Input.insertText', { text: char });
    };
    await type(' vie');
    await page.keyboard.press('Backspace');
    await type('êt');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await type('ệt');
    await expect.poll(labels).toEqual(['|paragraph|Câu tiếng việt']);
  });

  test('takes UniKey that selects the letters to change (synthetic)', async () => {
    await open([{ level: 'paragraph', text: 'Câu' }]);
    await call('caret', 'Câu');
    await page.keyboard.press('Enter');
    const type = async (text: string) => {
      for (const char of text) await input.send('Input.insertText', { text: char });
    };
    await type('- duo');
    // In browsers it may select the letters that it changes.
    for (const key of ['Shift+ArrowLeft', 'Shift+ArrowLeft']) await page.keyboard.press(key);
    await type('ương');
    await expect.poll(labels).toEqual(['|paragraph|Câu', '-|dash|dương']);
  });

  test('takes composition as the first thing in an empty numbered line, and in a cell', async () => {
    await open([
      { level: 'paragraph', text: 'Câu' },
      { level: 'table', table },
    ]);
    await call('caret', 'Câu');
    await page.keyboard.press('Enter');
    await page.keyboard.type('a) ', { delay: 20 });
    for (const text of ['đ', 'đi', 'điê', 'điể', 'điểm'])
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await input.send('Input.insertText', { text: 'điểm' });
    await expect.poll(labels).toEqual(['|paragraph|Câu', 'a)|point|điểm', '|table|']);
    await page.locator('td[data-column="c3"]').click();
    await page.keyboard.press('End');
    await input.send('Input.imeSetComposition', { text: ' và', selectionStart: 3, selectionEnd: 3 });
    await input.send('Input.insertText', { text: ' vàng' });
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await call('table'))?.rows[0]?.cells).toMatchObject({ c3: 'Quý I vàng' });
  });

  const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"></head><body lang=VI><p class=MsoNormal><b><span>I. MỤC ĐÍCH<o:p></o:p></span></b></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]><b>Mục đích</b><o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp;</span></span><![endif]>Nâng cao <i>nhận thức</i></p><p class=MsoNormal>b) Gõ tay</p><table border=1><tr><td rowspan=2><p>STT</p></td><td colspan=2><p>Thời gian</p></td></tr><tr><td><p>Từ</p></td><td><p>Đến</p></td></tr><tr><td>1</td><td>01/01</td><td>31/3</td></tr></table></body></html>`;

  test('takes lists, typed numbers, bold and merged heads from Word, and one key undoes it (synthetic clipboard)', async () => {
    await open([{ level: 'paragraph', text: 'Trước' }]);
    await call('caret', 'Trước');
    await call('paste', WORD, '');
    expect((await labels()).slice(1, 5)).toEqual([
      'I.|roman|MỤC ĐÍCH',
      '1.|clause|Mục đích',
      'a)|point|Nâng cao nhận thức',
      'b)|point|Gõ tay',
    ]);
    const { body } = (await call('data')) as { readonly body: Array<{ readonly children: readonly unknown[] }> };
    expect(JSON.stringify(body)).toContain(
      '"columns":[{"title":"STT","id":"c1","numbering":true},{"title":"Thời gian","columns":[{"title":"Từ","id":"c2"},{"title":"Đến","id":"c3"}]}],"rows":[{"cells":{"c2":"01/01","c3":"31/3"}}]',
    );
    await page.keyboard.press('Control+z');
    expect(await labels()).toEqual(['|paragraph|Trước']);
  });

  test.each(clipboards)('takes the clipboard of $program (synthetic)', async ({ html, lines, table: expected }) => {
    await open([
      { level: 'paragraph', text: 'Trước' },
      { level: 'paragraph', text: 'Sau' },
    ]);
    await call('caret', 'Trước');
    await call('paste', html, '');
    expect((await labels()).slice(1, -1)).toEqual(lines);
    if (expected) {
      const found = await call('table');
      expect(found?.columns.map(({ title }) => title)).toEqual(expected.columns);
      expect(Object.values(found?.rows[0]?.cells ?? {})).toEqual(expected.cells);
    }
    await page.keyboard.press('Control+z');
    expect(await labels()).toEqual(['|paragraph|Trước', '|paragraph|Sau']);
  });

  test('joins the lines of a PDF and drops page numbers, stamps and repeated heads', async () => {
    await open([{ level: 'paragraph', text: 'Trước' }]);
    await call('caret', 'Trước');
    const text = readFileSync(new URL('../fidelity/samples/ke-hoach-phuong-2026.txt', import.meta.url), 'utf8');
    const from = text.indexOf('I. MỤC TIÊU');
    await call('paste', '', text.slice(from, text.indexOf('2. Yêu cầu')));
    const { body } = (await call('data')) as { readonly body: unknown };
    expect(JSON.stringify(body)).toMatch(/"title":"Mục tiêu chung","text":"Tăng cường công tác .* chính nhà nước\."/);
    expect((await labels()).slice(1, 6)).toEqual([
      'I.|roman|MỤC TIÊU, YÊU CẦU VÀ ĐỐI TƯỢNG',
      '1.|clause|Mục tiêu',
      'a)|point|Mục tiêu chung',
      'b)|point|Mục tiêu cụ thể',
      expect.stringMatching(/^-\|dash\|Xác định nội dung.*tổ chức\.$/),
    ]);
  });

  test('takes a whole document from a PDF, and one key undoes body, head and foot', async () => {
    const before = { ...HEAD, subject: '', opening: '', body: [{ level: 'paragraph', text: 'Trước' }] };
    await call('open', before);
    await call('caret', 'Trước');
    const unwritten = await call('data');
    const text = readFileSync(new URL('../fidelity/samples/ke-hoach-tinh-2025.txt', import.meta.url), 'utf8');
    await call('paste', '', text);
    expect(await call('data')).toMatchObject({
      subject: 'Thông tin, tuyên truyền cải cách hành chính năm 2025',
      recipients: expect.arrayContaining(['Tỉnh Đoàn']),
      appendices: [{ title: 'PHÂN CÔNG NHIỆM VỤ TUYÊN TRUYỀN NĂM 2025' }],
    });
    await page.keyboard.press('Control+z');
    expect(await call('data')).toEqual(unwritten);
  });

  test('marks bold and italic, and takes back and does again over head and text in one history', async () => {
    await open([{ level: 'paragraph', text: 'đầu ' }]);
    await call('caret', 'đầu');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('dam');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('Control+i');
    await page.keyboard.type(' nghieng');
    const written = [{ level: 'paragraph', text: 'đầu **dam** *nghieng*' }];
    await expect.poll(() => call('data')).toMatchObject({ body: written });
    const { opening: _, ...fields } = HEAD;
    await call('setFields', { ...fields, subject: 'Mới' });
    expect(await call('data')).toMatchObject({ subject: 'Mới', body: written });
    await page.keyboard.press('Control+z');
    expect(await call('data')).toMatchObject({ subject: 'S', body: written });
    await page.keyboard.press('Control+z');
    expect(await call('data')).toMatchObject({ subject: 'S', body: [{ level: 'paragraph', text: 'đầu ' }] });
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+y');
    expect(await call('data')).toMatchObject({ subject: 'Mới', body: written });
  });

  const rowsOf = async () =>
    ((await call('data')) as { readonly body: Array<{ readonly table: { readonly rows: unknown } }> }).body[0]!.table
      .rows;

  test('types into a table, pastes a sheet into it, and undoes both in the one history', async () => {
    await open([{ level: 'table', table }]);
    await page.locator('td[data-column="c3"]').click();
    await page.keyboard.press('End');
    await input.send('Input.insertText', { text: 'I' });
    await page.keyboard.press('Enter');
    await expect.poll(rowsOf).toEqual([{ cells: { c2: 'Một', c3: 'Quý II' } }, { cells: { c2: '', c3: '' } }]);
    await page.locator('tr[data-row="1"] td[data-column="c2"]').click();
    await call('paste', '', 'Hai\tQuý III\nBa\tQuý IV');
    await expect
      .poll(rowsOf)
      .toEqual([
        { cells: { c2: 'Một', c3: 'Quý II' } },
        { cells: { c2: 'Hai', c3: 'Quý III' } },
        { cells: { c2: 'Ba', c3: 'Quý IV' } },
      ]);
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+z');
    await expect.poll(rowsOf).toEqual(table.rows);
  });

  test('pastes a sheet with its merged cells into a table', async () => {
    await open([{ level: 'table', table: { ...table, rows: [...table.rows, { cells: { c2: 'Hai', c3: '' } }] } }]);
    await page.locator('tr[data-row="0"] td[data-column="c2"]').click();
    await call('paste', '<table><tr><td>A</td><td rowspan=2>B<br>b</td></tr><tr><td>C</td></tr></table>', 'A\tB\nC');
    await expect
      .poll(rowsOf)
      .toEqual([{ cells: { c2: 'A', c3: { text: 'B\nb', rowSpan: 2 } } }, { cells: { c2: 'C' } }]);
  });

  test('merges a cell with the one to its right and splits it again', async () => {
    await open([{ level: 'table', table }]);
    await page.locator('td[data-column="c2"]').click();
    await page.getByRole('button', { name: 'Gộp với ô phải' }).click();
    await expect.poll(rowsOf).toEqual([{ cells: { c2: { text: 'Một\nQuý I', colSpan: 2 } } }]);
    await page.getByRole('button', { name: 'Tách ô' }).click();
    await expect.poll(rowsOf).toEqual([{ cells: { c2: 'Một\nQuý I', c3: '' } }]);
  });

  test('goes into a table, through it and to its tools by keys alone, and out again', async () => {
    await open([
      { level: 'paragraph', text: 'Trên' },
      { level: 'table', table },
      { level: 'paragraph', text: 'Dưới' },
    ]);
    await call('caret', 'Trên');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    await page.keyboard.type('V');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Alt+F10');
    await page.getByRole('button', { name: 'Thêm dòng dưới' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('Hai');
    await page.keyboard.press('Escape');
    await expect
      .poll(async () => (await call('table'))?.rows)
      .toEqual([{ cells: { c2: 'Một', c3: 'Quý IV' } }, { cells: { c2: 'Hai', c3: '' } }]);
    await page.keyboard.type('!');
    await expect.poll(async () => (await labels()).at(-1)).toBe('|paragraph|!Dưới');
  });

  test('moves a row, and sums a column, by buttons', async () => {
    const rows = [{ cells: { c2: 'A', c3: '1.000' } }, { cells: { c2: 'B', c3: '2,5' } }];
    await open([{ level: 'table', table: { ...table, rows } }]);
    await page.locator('tr[data-row="1"] td[data-column="c2"]').click();
    await page.getByRole('button', { name: 'Dòng lên' }).click();
    await page.getByRole('button', { name: 'Tổng cộng' }).click();
    await expect
      .poll(rowsOf)
      .toEqual([...rows.toReversed(), { cells: { c2: 'Tổng cộng', c3: '1.002,5' }, total: true, sums: 'table' }]);
  });

  test('draws merged cells of a table of which only the rows in sight are drawn', async () => {
    await call('openRows', 1_000);
    await page.locator('tr[data-row="3"] td[data-column="c2"]').click();
    for (let i = 0; i < 2; i += 1) await page.getByRole('button', { name: 'Gộp với ô dưới' }).click();
    await expect.poll(() => page.locator('tr[data-row="4"] td').count()).toBe(1);
    await page.keyboard.press('Control+End');
    await page.locator('tr[data-row="999"]').waitFor();
    await page.keyboard.press('Control+Home');
    await expect.poll(() => page.locator('tr[data-row="3"] td[data-column="c2"]').getAttribute('rowspan')).toBe('3');
  });

  test('draws only the rows in sight of a table of 20,000', async () => {
    await call('openRows', 20_000);
    expect(await page.locator('tr[data-row]').count()).toBeLessThan(100);
    await page.locator('tr[data-row="3"] td[data-column="c3"]').click();
    await input.send('Input.insertText', { text: 'Quý I' });
    await page.keyboard.press('Enter');
    await expect.poll(() => call('rowText', 3)).toBe('{"c2":"Việc 3","c3":"Quý I"}');
  });

  test('is sound for who cannot see or point, and keeps the policy of the page', async () => {
    await open([...outline, { level: 'table', table }]);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(violations).toEqual([]);
  });
});
