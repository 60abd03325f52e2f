import { createPrivateKey, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A certificate and its private key, both in PEM. */
export interface KeyAndCertificate {
  readonly key: string;
  readonly certificate: string;
}

/** Names and addresses that a certificate is for, as a Host header has them. */
export function namesOf(certificate: string): string[] {
  const { subjectAltName = '' } = new X509Certificate(certificate);
  return subjectAltName.split(', ').flatMap((part) => {
    const value = part.replace(/^(DNS|IP Address):/, '').toLowerCase();
    if (value === '' || value === part.toLowerCase()) return [];
    return [isIP(value) === 6 ? new URL(`http://[${value}]`).hostname : value];
  });
}

/** Tells whether the key is the certificate's. */
export function isPair({ key, certificate }: KeyAndCertificate): boolean {
  return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
}

/** Whole days until a certificate ends; negative once it has. */
export function daysLeft(certificate: string, now: Date): number {
  return Math.floor((new X509Certificate(certificate).validToDate.getTime() - now.getTime()) / DAY_MS);
}
