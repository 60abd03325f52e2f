import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { joinLines } from '#read/plain/join-lines.ts';
import { withoutPageMarks } from '#read/plain/page-marks.ts';
import { examples } from '../../document/scene.ts';
import { createHands, type Effort } from './hands.ts';
import type { SampleSite } from './sample-site.ts';

/** The ward's plan as Word puts it on the clipboard: its paragraphs, and the table of its appendix (synthetic). */
export function wardPlanFromWord(): string {
  const text = readFileSync(new URL('../../fidelity/samples/ke-hoach-phuong-2026.txt', import.meta.url), 'utf8');
  const { lines } = withoutPageMarks(text.slice(0, text.indexOf('Stt Nội dung')).normalize('NFC').split('\n'));
  const paragraphs = joinLines(lines).map((line) => `<p class=MsoNormal>${escaped(line)}<o:p></o:p></p>`);
  const table = wardTable();
  const titles = table.columns.map(({ title }) => `<td><p class=MsoNormal>${escaped(title)}</p></td>`);
  const rows = table.rows.map((row, index) => {
    const cells = [String(index + 1), ...Object.values(row.cells)];
    return `<tr>${cells.map((cell) => `<td><p class=MsoNormal>${escaped(cell)}</p></td>`).join('')}</tr>`;
  });
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=VI>${paragraphs.join('')}<table><tr>${titles.join('')}</tr>${rows.join('')}</table></body></html>`;
}

interface PlainTable {
  readonly columns: ReadonlyArray<{ readonly title: string }>;
  readonly rows: ReadonlyArray<{ readonly cells: Readonly<Record<string, string>> }>;
}

function wardTable(): PlainTable {
  const example = examples.find(({ name }) => name === 'ke-hoach-phuong-2026')?.data as unknown as {
    readonly appendices: [{ readonly body: [{ readonly table: PlainTable }] }];
  };
  return example.appendices[0].body[0].table;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Script of the events that a browser sends on Ctrl+V. */
function pasting(html: string): string {
  return `{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', ${JSON.stringify(html)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`;
}

/** Begins a plan, pastes the ward's into it, names its signer, and submits it; what that took. */
export async function pastePlan(page: Page, site: SampleSite): Promise<Effort> {
  const hands = createHands();
  await page.goto(`${site.url}/soan-moi`);
  await hands.click(page.getByRole('button', { name: 'Kế hoạch mới' }));
  const text = page.getByRole('textbox', { name: 'Nội dung văn bản' });
  await hands.click(text.locator('.lines .line').first());
  hands.count(2);
  await page.evaluate(pasting(wardPlanFromWord()));
  await page.locator('.page-preview').getByText('PHÂN CÔNG NHIỆM VỤ', { exact: false }).first().waitFor();
  await hands.choose(page.getByRole('combobox', { name: 'Người ký' }), { index: 1 });
  await hands.click(page.getByRole('button', { name: 'Xong, xem để trình' }));
  await hands.click(page.getByRole('button', { name: 'Trình', exact: true }));
  await page.getByText('Chờ ký').first().waitFor();
  return hands.effort();
}
