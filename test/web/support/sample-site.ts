import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ErrorReport } from '#api/create-api.ts';
import { buildPage } from '../../../local/page/build-page.ts';
import { fillSample, type NewSamplePerson } from '../../../local/sample/fill-sample.ts';
import { markSampleDirectory } from '../../../local/sample/sample-directory.ts';
import type { RunningServer } from '../../../local/server/start-options.ts';
import { startServer } from '../../../local/server/start-server.ts';

/** The product on sample offices: real server, real page. */
export interface SampleSite {
  readonly url: string;
  readonly people: readonly NewSamplePerson[];
  readonly reports: readonly ErrorReport[];
  person(username: string): NewSamplePerson;
  /** Stops the server as a power cut would not: requests end. Then starts it on the same address. */
  restart(between?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Fills a fresh directory and serves it, under further names if any. */
export async function openSampleSite(names: readonly string[] = []): Promise<SampleSite> {
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-site-'));
  const reports: ErrorReport[] = [];
  const pageDir = await buildPage(() => undefined);
  const people = await fillSample(dir);
  await markSampleDirectory(dir);
  const start = (port: number): Promise<RunningServer> =>
    startServer({
      dir,
      port,
      pageDir,
      isSample: true,
      names,
      report: (one) => void reports.push(one),
      onRecovery: () => undefined,
    });
  let server = await start(await freePort());
  return {
    url: server.url,
    people,
    reports,
    person: (username) => people.find((one) => one.username === username)!,
    restart: async (between) => {
      const port = Number(new URL(server.url).port);
      await server.close();
      try {
        await between?.();
      } finally {
        server = await start(port);
      }
    },
    close: async () => {
      await server.close();
      await rm(dir, { recursive: true, maxRetries: 5 });
    },
  };
}

/** Signs someone in through the page's own form. */
export async function signInAs(page: Page, site: SampleSite, username: string): Promise<void> {
  // A renewal that the page still waits for would bring the cookie of before back.
  await page.goto('about:blank');
  await page.context().clearCookies();
  await page.goto(site.url);
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(site.person(username).password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
}

/** Ports below those that the system gives to whoever asks for any: a server that was away gets its own back. */
const PORTS = { first: 20_000, count: 12_000 } as const;

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const port = PORTS.first + randomInt(PORTS.count);
  const probe = createServer();
  const isFree = await new Promise<boolean>((settled) => {
    probe.once('error', () => settled(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settled(true)));
  });
  return isFree ? port : freePort();
}
