import { z } from 'zod';
import { type Basis, basis } from '#document/schemas/basis.schema.ts';
import { signer } from '#document/schemas/signer.schema.ts';
import { basisText, readBasis, withShortDates } from '#document/text/basis-text.ts';
import { type SigningProfile, signerBlock, signerOf } from '../../state/document/signer-block.ts';
import type { DocumentData } from '../model/document.ts';

/** A text field of the data; empty where it is missing. */
export function textField(fields: DocumentData, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** Tells whether trích yếu and signer are there, and the fields may be folded. */
export function isHeadBegun(fields: DocumentData): boolean {
  return textField(fields, 'subject').trim() !== '' && fields.signer !== undefined;
}

/** A list of lines of the data, one a line. */
export function linesField(fields: DocumentData, name: string): string {
  const value = fields[name];
  return Array.isArray(value) ? value.filter((line) => typeof line === 'string').join('\n') : '';
}

/** The fields with another text; an empty one is missing. */
export function withText(fields: DocumentData, name: string, text: string): DocumentData {
  const { [name]: _, ...others } = fields;
  const clean = text.normalize('NFC');
  return clean.trim() === '' ? others : { ...others, [name]: clean };
}

/** The fields with a mark set, or without it. */
export function withFlag(fields: DocumentData, name: string, isSet: boolean): DocumentData {
  const { [name]: _, ...others } = fields;
  return isSet ? { ...others, [name]: true } : others;
}

/** The fields with another list, given one item a line. */
export function withLines(fields: DocumentData, name: string, text: string): DocumentData {
  return { ...fields, [name]: linesOf(text) };
}

/** The căn cứ as sentences, one a line. Those that are only begun are left out. */
export function basesField({ bases }: DocumentData): string {
  return z.array(z.unknown()).catch([]).parse(bases).flatMap(sentenceOf).join('\n');
}

/** The fields with other căn cứ, one a line as they are printed; a citation that reads as one is kept as data. */
export function withBases(fields: DocumentData, text: string): DocumentData {
  const { bases: _, ...others } = fields;
  const read: Basis[] = linesOf(text).map((line) => readBasis(withShortDates(line)));
  return read.length === 0 ? others : { ...others, bases: read };
}

function sentenceOf(given: unknown): string[] {
  const { success, data } = basis.safeParse(given);
  const sentence = success ? basisText(data) : '';
  return sentence === '' ? [] : [sentence];
}

/** Id of the person who signs; empty where the block names none of the office. */
export function signerField(fields: DocumentData, profile: SigningProfile): string {
  return signerOf(signer.safeParse(fields.signer).data, profile)?.staffId ?? '';
}

/** The fields with another signer. */
export function withSigner(fields: DocumentData, staffId: string, profile: SigningProfile): DocumentData {
  const { signer: _, ...others } = fields;
  const chosen = profile.signers.find((one) => one.staffId === staffId);
  return chosen ? { ...others, signer: signerBlock(chosen, profile) } : others;
}

/** A number of the Lưu line: copies kept, or copies issued. */
export function archiveField({ archive }: DocumentData, name: 'issuedAmount' | 'copies' | 'drafterMark'): string {
  const value = typeof archive === 'object' && archive !== null ? Reflect.get(archive, name) : undefined;
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

/** The fields with another entry of the Lưu line; what is no whole number is left out of a count. */
export function withArchive(
  fields: DocumentData,
  name: 'issuedAmount' | 'copies' | 'drafterMark',
  text: string,
): DocumentData {
  const { archive, ...others } = fields;
  const { [name]: _, ...kept } = z.record(z.string(), z.unknown()).catch({}).parse(archive);
  const value = name === 'drafterMark' ? text.normalize('NFC').trim() : Number.parseInt(text, 10);
  const isGiven = typeof value === 'string' ? value !== '' : value > 0;
  const next = isGiven ? { ...kept, [name]: value } : kept;
  return Object.keys(next).length === 0 ? others : { ...others, archive: next };
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.normalize('NFC').trim());
  return lines.filter((line) => line !== '');
}
