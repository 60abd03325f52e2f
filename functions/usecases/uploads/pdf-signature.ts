import { X509Certificate } from 'node:crypto';

/** Signatures that are looked at in a file. */
const MAX_SIGNATURES = 20;
/** Places in a signature where a certificate may begin. */
const MAX_TRIES = 400;
/** Characters of a signature in hex. */
const MAX_CONTENTS = 400_000;
/** Bytes around a signature's range in which its dictionary names the signer. */
const DICTIONARY_BYTES = 4_000;
const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;

/**
 * Names of those whose digital signatures are in a PDF, in their order: as the certificate has it, else as the signature says. Empty
 * where there is none. Nothing is checked of them, neither the signature nor the certificate.
 */
export function signersOf(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const names: string[] = [];
  for (const [, , start = '0', end = '0'] of [...text.matchAll(BYTE_RANGE)].slice(0, MAX_SIGNATURES)) {
    const [from, to] = [Number(start), Number(end)];
    if (to - from > MAX_CONTENTS) continue;
    const contents = /^\s*<([0-9A-Fa-f\s]+)>\s*$/.exec(text.slice(from, to))?.[1];
    if (contents === undefined) continue;
    const around = text.slice(Math.max(0, from - DICTIONARY_BYTES), from) + text.slice(to, to + DICTIONARY_BYTES);
    names.push(certifiedName(Buffer.from(contents.replace(/\s/g, ''), 'hex')) ?? dictionaryName(around) ?? '');
  }
  return names;
}

/** CN of the first certificate that is no authority's, of those in a signature (CMS). */
function certifiedName(cms: Buffer): string | undefined {
  let at = cms.indexOf(Buffer.from([0x30, 0x82]));
  for (let tried = 0; at >= 0 && tried < MAX_TRIES; tried++) {
    const certificate = certificateAt(cms, at);
    const name = certificate && !certificate.ca ? /^CN=(.+)$/m.exec(certificate.subject)?.[1] : undefined;
    if (name !== undefined) return name.normalize('NFC').slice(0, 200);
    at = cms.indexOf(Buffer.from([0x30, 0x82]), at + 1);
  }
  return undefined;
}

function certificateAt(cms: Buffer, at: number): X509Certificate | undefined {
  if (at + 4 > cms.length) return undefined;
  const end = at + 4 + cms.readUInt16BE(at + 2);
  if (end > cms.length) return undefined;
  try {
    return new X509Certificate(cms.subarray(at, end));
  } catch {
    return undefined;
  }
}

/** `/Name` of a signature's dictionary: a literal string, or UTF-16 in hex. */
function dictionaryName(around: string): string | undefined {
  const literal = /\/Name\s*\(((?:[^()\\]|\\.){1,400})\)/.exec(around)?.[1];
  if (literal !== undefined) return decoded(Buffer.from(literal.replace(/\\([()\\])/g, '$1'), 'latin1'));
  const hex = /\/Name\s*<([0-9A-Fa-f\s]{2,800})>/.exec(around)?.[1];
  return hex === undefined ? undefined : decoded(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
}

/** A text string of PDF: UTF-16BE where it is marked so, else one byte a letter. */
function decoded(bytes: Buffer): string {
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff;
  const text = isWide ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1');
  return text.normalize('NFC').trim().slice(0, 200);
}
