import { checkDocument } from '#document/checking/check-document.ts';
import { renderDocument } from '#render/render.ts';
import { readDocx } from '../support/docx-reader/read-docx.ts';
import { examples } from './examples.ts';
import { type FormatCase, fixtures } from './fixtures.ts';
import type { FormatFile } from './format-file.ts';

/** The files of one document: what it checks as is what is rendered. */
export async function renderCase({ name, document, profiles, issuance, on }: FormatCase): Promise<FormatFile[]> {
  const checked = checkDocument(document, { profiles, on });
  if (!checked.document || !checked.profile)
    throw new Error(`${name}: ${checked.findings.map(({ path, message }) => `${path}: ${message}`).join('; ')}`);
  const input = { document: checked.document, profile: checked.profile, issuance, on };
  const files = await renderDocument(input);
  const own = (checked.document.appendices ?? []).flatMap(({ ownFile }, index) => (ownFile ? [index] : []));
  const appendices = files.filter(({ role }) => role === 'appendix');
  if (appendices.length !== own.length) throw new Error(`${name}: ${appendices.length} files of appendices`);
  return files.map((file) => {
    const appendixIndex = file.role === 'appendix' ? (own[appendices.indexOf(file)] ?? null) : null;
    const suffix = appendixIndex === null ? '' : `-phu-luc-${appendixIndex + 1}`;
    return { ...input, name: `${name}${suffix}`, appendixIndex, bytes: file.bytes, reading: readDocx(file.bytes) };
  });
}

/** All files that the format is tested on: the examples and the fixtures. */
export async function renderAll(): Promise<FormatFile[]> {
  const rendered = await Promise.all([...examples, ...fixtures].map(renderCase));
  return rendered.flat();
}
