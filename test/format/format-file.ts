import type { Document } from '#document/document-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { DocxReading, Section } from '../support/docx-reader/types.ts';
import { type Placed, paragraphsIn, placedIn } from '../support/docx-reader/walk.ts';
import type { FormatCase } from './fixtures.ts';

/** A rendered file with all that it was made from. `appendixIndex` is set for an appendix in a file of its own. */
export interface FormatFile {
  readonly name: string;
  readonly document: Document;
  readonly profile: OrganProfile;
  readonly issuance: FormatCase['issuance'];
  readonly on: string;
  readonly appendixIndex: number | null;
  readonly bytes: Uint8Array;
  readonly reading: DocxReading;
}

/** An appendix in a file: its place among the document's appendices, and its sections. */
export interface AppendixPart {
  readonly index: number;
  readonly sections: readonly Section[];
}

const HEADING = /^Phụ lục(?: [IVXLC]+)?$/u;

/** Reads a paragraph: capitals as shown, spaces that do not break as spaces. */
export function readText({ paragraph }: Pick<Placed, 'paragraph'>): string {
  return paragraph.shown.replaceAll('\u00A0', ' ').trim();
}

function beginsAppendix(section: Section): boolean {
  const filled = paragraphsIn(section.blocks).map((paragraph) => readText({ paragraph }));
  return filled
    .filter(Boolean)
    .slice(0, 3)
    .some((text) => HEADING.test(text));
}

function cut(file: FormatFile): { readonly main: Section[]; readonly appendices: readonly Section[][] } {
  const main: Section[] = [];
  const appendices: Section[][] = [];
  for (const section of file.reading.sections) {
    if (beginsAppendix(section)) appendices.push([section]);
    else (appendices.at(-1) ?? main).push(section);
  }
  return { main, appendices };
}

/** The sections of the document itself, before its appendices. */
export function mainSections(file: FormatFile): Section[] {
  return cut(file).main;
}

/** The appendices that the document's data puts into this file, each with what the file holds of it (maybe nothing). */
export function appendixParts(file: FormatFile): AppendixPart[] {
  const found = cut(file).appendices;
  const expected = (file.document.appendices ?? []).flatMap((appendix, index) =>
    (file.appendixIndex === null ? !appendix.ownFile : index === file.appendixIndex) ? [index] : [],
  );
  return expected.map((index, order) => ({ index, sections: found[order] ?? [] }));
}

/** All paragraphs of the document itself that say something, those in tables too. */
export function mainText(file: FormatFile): Placed[] {
  return mainSections(file)
    .flatMap((section) => placedIn(section.blocks))
    .filter((placed) => readText(placed) !== '');
}

/** Paragraphs that read as asked for. */
export function reading(placed: readonly Placed[], wanted: string | RegExp): Placed[] {
  return placed.filter((one) => (typeof wanted === 'string' ? readText(one) === wanted : wanted.test(readText(one))));
}
