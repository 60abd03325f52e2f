import { dirname, join, relative } from 'node:path';
import { writeWhole } from '#base/node/files.ts';
import { sha256Hex } from '#base/node/hash.ts';
import type { DemoPerson } from './demo-client.ts';
import { kilobytes, viDate } from './demo-labels.ts';
import type { Made, Stage } from './demo-way.ts';

/** Finds each document by its number in several spellings, and what is not there. */
export async function findAgain({ report }: Stage, all: readonly Made[], outsider: DemoPerson): Promise<void> {
  report.chapter('Tìm lại bằng số, gõ nhiều kiểu');
  for (const { found, clerk, spellings } of all) {
    for (const spelling of spellings) {
      const start = performance.now();
      const [first] = (await clerk.find(spelling)).found;
      const ms = Math.round(performance.now() - start);
      const same = first?.document.docId === found.document.docId && first.document.organ === found.document.organ;
      const { symbol, issuedDate, stateName } = found.document;
      report.check(`“${spelling}” → ${symbol} ngày ${viDate(issuedDate)}, ${stateName} (${ms} ms)`, same);
    }
  }
  const next = await outsider.find('37/KH-UBND');
  report.check(
    '“37/KH-UBND” ở phường → chưa cấp',
    next.found.length === 0 && next.absent.some(({ reason }) => reason === 'not-yet-given'),
  );
  const draft = await outsider.ask('GET', '/documents/cong-van-thanh-pho-2026');
  report.check('phường không đọc được hồ sơ soạn thảo của thành phố (404)', draft.status === 404);
}

/** Downloads each file, compares it with the register, writes it to a folder; a line of the summary each. */
export async function download({ report }: Stage, all: readonly Made[], out: string): Promise<string[]> {
  const summary: string[] = [];
  report.chapter('Tải về, so SHA-256 với sổ, ghi vào out/');
  for (const { name, found, clerk } of all) {
    for (const file of found.files) {
      const { bytes } = await report.step(
        (answered) => `${file.fileName}, ${kilobytes(answered.bytes.byteLength)}`,
        () => clerk.send('GET', file.href),
      );
      const path = join(out, file.role === 'rendered' ? `${name}.docx` : `${name}-${file.fileId}.docx`);
      await writeWhole(path, bytes);
      const sha256 = sha256Hex(bytes);
      report.check(
        `${relative(dirname(out), path)}: SHA-256 ${sha256.slice(0, 32)}… đúng như trong sổ`,
        sha256 === file.sha256,
      );
      summary.push(
        `${found.document.symbol} ngày ${viDate(found.document.issuedDate)}: ${relative(dirname(out), path)}`,
      );
    }
  }
  return summary;
}
