import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncNames, writeWhole } from '#base/node/files.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';
import { daysLeft, isPair, type KeyAndCertificate, namesOf } from './read-certificate.ts';

/** A certificate with fewer days left is made anew. */
const RENEW_DAYS = 30;

/** Files of the local authority and of the server's certificate in a data directory. */
export function tlsPaths(dir: string) {
  const tls = join(dir, 'tls');
  return {
    tls,
    authority: join(tls, 'ca.crt'),
    authorityKey: join(tls, 'ca.key'),
    certificate: join(tls, 'server.crt'),
    key: join(tls, 'server.key'),
  } as const;
}

/** Makes the authority once, and a certificate for these names. The authority stays as it is: people have installed it. */
export async function initTls(
  dir: string,
  names: readonly string[],
  now: Date,
): Promise<{ readonly isNewAuthority: boolean }> {
  const paths = tlsPaths(dir);
  await mkdir(paths.tls, { recursive: true, mode: 0o700 });
  await syncNames(dir);
  const { createAuthority, createServerCertificate } = await makers();
  const known = await readAuthority(dir);
  const authority = known ?? (await createAuthority(`Ban Hành ${names[0] ?? ''}`.trim(), now));
  if (!known) {
    await writeWhole(paths.authorityKey, authority.key, 0o600);
    await writeWhole(paths.authority, authority.certificate);
  }
  await writeServer(dir, await createServerCertificate(authority, names, now));
  return { isNewAuthority: !known };
}

/**
 * The server's certificate; undefined without `banhanh tls init`. It is made anew for the same names when it is about to end, or
 * where a death came between the writing of its two files.
 */
export async function openTls(dir: string, now: Date): Promise<KeyAndCertificate | undefined> {
  const { certificate, key } = tlsPaths(dir);
  const stands = await readPair(certificate, key);
  if (!stands || (isPair(stands) && daysLeft(stands.certificate, now) >= RENEW_DAYS)) return stands;
  const authority = await readAuthority(dir);
  if (!authority) return stands;
  const { createServerCertificate } = await makers();
  const renewed = await createServerCertificate(authority, namesOf(stands.certificate), now);
  await writeServer(dir, renewed);
  return renewed;
}

/** The library is some 200 modules: it is loaded where a certificate is made. */
const makers = () => import('./certificates.ts');

/** Own files of the operator. Throws `OperatorError` where one cannot be read. */
export async function readTlsFiles(certificatePath: string, keyPath: string): Promise<KeyAndCertificate> {
  const [certificate, key] = await Promise.all(
    [certificatePath, keyPath].map((path) =>
      readFile(path, 'utf8').catch((cause) => {
        throw new OperatorError(`Không đọc được tệp TLS ${path} (${errorCode(cause)}).`, { cause });
      }),
    ),
  );
  return { certificate: certificate ?? '', key: key ?? '' };
}

async function writeServer(dir: string, { key, certificate }: KeyAndCertificate): Promise<void> {
  const paths = tlsPaths(dir);
  await writeWhole(paths.key, key, 0o600);
  await writeWhole(paths.certificate, certificate);
}

function readAuthority(dir: string): Promise<KeyAndCertificate | undefined> {
  const { authority, authorityKey } = tlsPaths(dir);
  return readPair(authority, authorityKey);
}

async function readPair(certificatePath: string, keyPath: string): Promise<KeyAndCertificate | undefined> {
  try {
    return { certificate: await readFile(certificatePath, 'utf8'), key: await readFile(keyPath, 'utf8') };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
