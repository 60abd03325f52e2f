import { unzipSync } from 'fflate';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { type Issuance, type RenderedFile, renderDocument } from '#render/render.ts';
import { check, ON, ward } from '../document/scene.ts';

/** Number and day of the documents of these tests. */
export const ISSUED: Issuance = { number: 35, issuedDate: ON };

/** Renders good data: issued as number 35, or as a draft with `issuance: null`. */
export async function rendered(
  data: unknown,
  issuance: Issuance | null = ISSUED,
  about: Partial<OrganProfile> = {},
): Promise<RenderedFile[]> {
  const { document, findings } = check(data);
  if (!document) throw new Error(JSON.stringify(findings, null, 1));
  return renderDocument({ document, profile: { ...ward, ...about }, issuance, on: ON });
}

/** The parts of a package, by name. */
export function partsOf({ bytes }: Pick<RenderedFile, 'bytes'>): Record<string, string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, decoder.decode(part)]));
}

/** A part of the first file. */
export function partOf(files: readonly RenderedFile[], name = 'word/document.xml'): string {
  const part = partsOf(files[0]!)[name];
  if (part === undefined) throw new Error(`no ${name}`);
  return part;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9A-F]+)|#(\d+)|(\w+));/gi, (_, hex, dec, name) =>
    name ? ENTITIES[name]! : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(dec)),
  );
}

/** The text of each paragraph of a part, in order; paragraphs without text are left out. */
export function paragraphs(xml: string): string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, text]) => unescaped(text!)).join(''),
    )
    .filter((text) => text !== '');
}

/** The texts of the document itself. */
export async function said(data: unknown, issuance: Issuance | null = ISSUED): Promise<string[]> {
  return paragraphs(partOf(await rendered(data, issuance)));
}
