import { mkdtemp, rm } from 'node:fs/promises';
import { get as httpGet } from 'node:http';
import { get as httpsGet } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientAddress, machineNames } from '#local/server/gate.ts';
import type { RunningServer, StartOptions } from '#local/server/start-options.ts';
import { startServer } from '#local/server/start-server.ts';
import { createAuthority, createServerCertificate } from '#local/tls/certificates.ts';
import { daysLeft, namesOf } from '#local/tls/read-certificate.ts';
import { initTls, openTls, readTlsFiles, tlsPaths } from '#local/tls/tls-directory.ts';
import { root } from '../run-banhanh.ts';

let dir: string;
let server: RunningServer | undefined;
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'banhanh-reach-')), 'data');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(join(dir, '..'), { recursive: true, force: true });
});

const start = async (more: Partial<StartOptions> = {}) => {
  const organsFile = join(root, 'examples/organs.json');
  server = await startServer({ dir, port: 0, organsFile, report: () => {}, onRecovery: () => {}, ...more });
  return server;
};

/** Asks with headers that a browser would not let a page set. */
function ask(url: string, headers: Record<string, string>, ca?: string): Promise<number> {
  return new Promise((answered, failed) => {
    const request = url.startsWith('https') ? httpsGet(url, { headers, ca }) : httpGet(url, { headers });
    request.on('response', (response) => {
      response.resume();
      answered(response.statusCode ?? 0);
    });
    request.on('error', failed);
  });
}

describe('a server', () => {
  test('answers by its own names alone: a page of another site gets nothing, nor does its preflight', async () => {
    const { url } = await start();
    const port = new URL(url).port;
    expect(await ask(`${url}/healthz`, {})).toBe(200);
    expect(await ask(`${url}/healthz`, { host: `localhost:${port}` })).toBe(200);
    expect(await ask(`${url}/healthz`, { host: `evil.example:${port}` })).toBe(421);
    expect(await ask(`${url}/healthz`, { host: 'evil.example', 'x-forwarded-host': 'localhost' })).toBe(421);
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'POST' };
    const preflight = await fetch(`${url}/documents`, { method: 'OPTIONS', headers });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('does not listen beyond loopback without TLS, unless told to', async () => {
    await expect(start({ host: '0.0.0.0' })).rejects.toThrow(/banhanh tls init.*--insecure/);
    const { url } = await start({ host: '0.0.0.0', isInsecure: true });
    expect(await ask(`${url}/healthz`, {})).toBe(200);
  });

  test('listens with the certificate that tls init made, which machines with its authority believe', async () => {
    await initTls(dir, ['may-chu.local', '127.0.0.1'], new Date());
    const { url } = await start({ host: '0.0.0.0' });
    expect(url).toMatch(/^https:/);
    const { certificate: ca } = await readTlsFiles(tlsPaths(dir).authority, tlsPaths(dir).authorityKey);
    expect(await ask(`${url}/healthz`, {}, ca)).toBe(200);
    expect(await ask(`${url}/healthz`, { host: 'may-chu.local' }, ca)).toBe(200);
    await expect(ask(`${url}/healthz`, {})).rejects.toThrow();
  });

  test('takes the host from a proxy that it trusts', async () => {
    const { url } = await start({ trustProxy: ['127.0.0.1'] });
    expect(await ask(`${url}/healthz`, { host: '127.0.0.1', 'x-forwarded-host': 'van-ban.xa.vn' })).toBe(200);
  });
});

test('the address of a client is the peer, but behind a trusted proxy the last that it names', () => {
  const gate = { names: new Set<string>(), proxies: new Set(['10.0.0.1']) };
  expect(clientAddress('10.0.0.9', '1.2.3.4', gate)).toBe('10.0.0.9');
  expect(clientAddress('::ffff:10.0.0.1', '6.6.6.6, 1.2.3.4', gate)).toBe('1.2.3.4');
  expect(clientAddress('10.0.0.1', 'not an address', gate)).toBe('10.0.0.1');
  expect(clientAddress('10.0.0.1', undefined, gate)).toBe('10.0.0.1');
});

test('a certificate names this machine, and is made anew by the same authority before it ends', async () => {
  expect(machineNames()).toEqual(expect.arrayContaining(['localhost', '127.0.0.1', '[::1]']));
  const names = ['may-a', '10.1.2.3', '[::1]'];
  const authority = await createAuthority('Ban Hành may-a', new Date());
  const made = await createServerCertificate(authority, names, new Date());
  expect(namesOf(made.certificate)).toEqual(names);
  const longAgo = new Date(Date.now() - 380 * 24 * 60 * 60 * 1000);
  expect(await initTls(dir, names, longAgo)).toEqual({ isNewAuthority: true });
  const before = await readTlsFiles(tlsPaths(dir).certificate, tlsPaths(dir).key);
  expect(daysLeft(before.certificate, new Date())).toBeLessThan(30);
  const renewed = await openTls(dir, new Date());
  expect(daysLeft(renewed?.certificate ?? '', new Date())).toBeGreaterThan(390);
  expect(namesOf(renewed?.certificate ?? '')).toEqual(names);
  expect(await initTls(dir, names, new Date())).toEqual({ isNewAuthority: false });
});
