/**
 * Makes the picture of the README: the first page and the appendix of a generated plan, side by side.
 * Needs LibreOffice, pdftoppm (poppler-utils) and the Liberation 2 fonts. Run it with `npm run picture`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDocument } from '#document/checking/check-document.ts';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import { renderDocument } from '#render/render.ts';

const EXAMPLE = new URL('../examples/ke-hoach-phuong-2026.json', import.meta.url);
const ORGANS = new URL('../examples/organs.json', import.meta.url);
const PICTURES = new URL('./img/', import.meta.url);
const ISSUED_ON = '2026-03-16';
const DOTS_PER_INCH = '64';

const profiles = organProfile.array().parse(JSON.parse(readFileSync(ORGANS, 'utf8')));
const { document, profile, findings } = checkDocument(JSON.parse(readFileSync(EXAMPLE, 'utf8')), {
  profiles,
  on: ISSUED_ON,
});
if (!document || !profile) throw new Error(findings.map((finding) => finding.message).join('\n'));
const [file] = await renderDocument({
  document,
  profile,
  issuance: { number: 41, issuedDate: ISSUED_ON },
  on: ISSUED_ON,
});

const work = mkdtempSync(join(tmpdir(), 'banhanh-picture-'));
try {
  writeFileSync(join(work, 'plan.docx'), file?.bytes ?? '');
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(program, args, { cwd: work, stdio: 'pipe' });
  run('soffice', `-env:UserInstallation=file://${work}/office`, '--headless', '--convert-to', 'pdf', 'plan.docx');
  const pages = /Pages:\s+(\d+)/.exec(run('pdfinfo', 'plan.pdf').toString())?.[1] ?? '1';
  const firstOfAppendix = String(Number(pages) - 1);
  for (const [name, page] of [
    ['trang-1', '1'],
    ['phu-luc', firstOfAppendix],
  ] as const) {
    run('pdftoppm', '-r', DOTS_PER_INCH, '-png', '-singlefile', '-f', page, '-l', page, 'plan.pdf', name);
    writeFileSync(new URL(`${name}.png`, PICTURES), readFileSync(join(work, `${name}.png`)));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
