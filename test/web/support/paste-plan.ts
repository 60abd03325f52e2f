import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { joinLines } from '#read/plain/join-lines.ts';
import { withoutPageMarks } from '#read/plain/page-marks.ts';
import { examples } from '../../document/scene.ts';
import type { SampleSite } from './sample-site.ts';

/** Effort of a person at a page, counted. */
export interface Effort {
  clicks: number;
  keys: number;
  /** Seconds by the keystroke-level model (Card, Moran, Newell 1983): K 0.28, P 1.1, B 0.2, M 1.35 before each act. */
  seconds: number;
}

/** A person whose presses are counted. */
function countEffort() {
  const effort: Effort = { clicks: 0, keys: 0, seconds: 0 };
  return {
    effort,
    click: async (target: ReturnType<Page['getByRole']>) => {
      effort.clicks += 1;
      effort.seconds += 1.35 + 1.1 + 0.2;
      await target.click();
    },
    /** Chooses from a list: one click on the field, one on the entry. */
    choose: async (target: ReturnType<Page['getByRole']>, option: { readonly index: number }) => {
      effort.clicks += 2;
      effort.seconds += 1.35 + 2 * (1.1 + 0.2);
      await target.selectOption(option);
    },
    keys: (count: number) => {
      effort.keys += count;
      effort.seconds += 1.35 + 0.28 * count;
    },
  };
}

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
    appendices: [{ body: [{ table: PlainTable }] }];
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
  const { effort, click, choose, keys } = countEffort();
  await page.goto(`${site.url}/soan-moi`);
  await click(page.getByRole('button', { name: 'Kế hoạch mới' }));
  const text = page.getByRole('textbox', { name: 'Nội dung văn bản' });
  await click(text.locator('.lines .line').first());
  keys(2);
  await page.evaluate(pasting(wardPlanFromWord()));
  await page.locator('.page-preview').getByText('PHÂN CÔNG NHIỆM VỤ', { exact: false }).first().waitFor();
  await choose(page.getByRole('combobox', { name: 'Người ký' }), { index: 1 });
  await click(page.getByRole('button', { name: 'Xong, xem để trình' }));
  await click(page.getByRole('button', { name: 'Trình', exact: true }));
  await page.getByText('Chờ ký').first().waitFor();
  return effort;
}
