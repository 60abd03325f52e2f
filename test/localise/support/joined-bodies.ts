import { createHash } from 'node:crypto';
import { readOwnZip } from '#package/read-zip.ts';
import { storeZip } from '#package/store-zip.ts';

/** Parts that a unit's file has of its own; all others are the same bytes in files of one sort. */
const BODY = 'word/document.xml';
const PROPERTIES = 'docProps/core.xml';

const FRAME = /^(.*<w:body>)(.*)(<w:sectPr>(?:(?!<w:sectPr>).)*<\/w:sectPr>)(<\/w:body><\/w:document>)$/s;

/** Hash of what stands around the body of a file: all parts, its properties without their words. */
export function aroundBody(file: Uint8Array): string {
  const hash = createHash('sha256');
  for (const [name, xml] of readOwnZip(file)) {
    if (name === BODY) continue;
    hash.update(`${name}\n${name === PROPERTIES ? xml.replaceAll(/>[^<]+</g, '><') : xml}\n`);
  }
  return hash.digest('hex');
}

/**
 * Files of one sort as one file with all their bodies, each a section of its own: the validator, which takes half a second to start and
 * one file at a time, reads them all at once. Throws where a body is of another shape.
 */
export function joinedBodies(files: readonly Uint8Array[]): Uint8Array {
  const [first] = files;
  if (!first) throw new Error('nothing to join');
  const framed = files.map((file) => {
    const [, head = '', body = '', section = '', tail = ''] = FRAME.exec(readOwnZip(file).get(BODY) ?? '') ?? [];
    if (head === '') throw new Error('a body of another shape');
    return { head, body, section, tail };
  });
  const last = framed.at(-1);
  const bodies = framed.map(({ body, section }, i) =>
    i === framed.length - 1 ? body + section : `${body}<w:p><w:pPr>${section}</w:pPr></w:p>`,
  );
  return withBody(first, `${last?.head}${bodies.join('')}${last?.tail}`);
}

/** A file with one fault in its body, for seeing that a fault is seen: a paragraph's properties where a run's may stand. */
export function spoiltBody(file: Uint8Array): Uint8Array {
  return withBody(file, (readOwnZip(file).get(BODY) ?? '').replace('<w:r><w:t', '<w:r><w:pPr/><w:t'));
}

function withBody(file: Uint8Array, body: string): Uint8Array {
  const parts = new Map(readOwnZip(file)).set(BODY, body);
  return storeZip(new Map([...parts].map(([name, xml]) => [name, Buffer.from(xml)])));
}
