// @peculiar/x509 finds its parts by decorators, which want this first.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A certificate of a name, as bytes. */
export async function certificateOf(name: string): Promise<Uint8Array> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: '01',
      name: [{ CN: [name] }, { C: ['VN'] }],
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2036-01-01T00:00:00Z'),
      signingAlgorithm: ALGORITHM,
      keys,
      extensions: [new x509.BasicConstraintsExtension(false)],
    },
    webcrypto,
  );
  return new Uint8Array(certificate.rawData);
}

/** A PDF whose signature's place holds some bytes, with the signer's name in its dictionary where one is given. */
export function signedPdf(contents: Uint8Array, name?: string): Uint8Array {
  const hex = `<${Buffer.from(contents).toString('hex')}>`;
  const said = name === undefined ? '' : `/Name <${wide(name)}>`;
  const head = `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj<</Type/Sig${said}`;
  const range = (from: number, to: number) =>
    `/ByteRange [0 ${String(from).padStart(8)} ${String(to).padStart(8)} ${String(60).padStart(8)}]/Contents `;
  const from = head.length + range(0, 0).length;
  const body = `${head}${range(from, from + hex.length)}${hex}>>endobj\n`;
  return new Uint8Array(
    Buffer.from(`${body}xref\n0 4\ntrailer<</Root 1 0 R/Size 4>>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1'),
  );
}

function wide(text: string): string {
  return `feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}`;
}
