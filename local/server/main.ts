import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createApi, type ErrorReport } from '#api/create-api.ts';
import { currentMember } from '#api/sign-in/current-member.ts';
import type { IssueClock } from '#register/model/issue-clock.ts';
import { END_OF_TIME, type Recovery, recoverIssues } from '#usecases/issuing/recover-issues.ts';
import { type Converted, convertIfOld } from '../data-directory/convert-first-release.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { takeServerLock } from '../data-directory/server-lock.ts';
import { openStack } from '../place/open-stack.ts';
import { seedOrgans } from '../place/seed-organs.ts';
import { checkPassword } from '../users/users.ts';
import { clearUploads } from './clear-uploads.ts';
import { createFanOutPump } from './fan-out-pump.ts';
import { openLocalSessions } from './local-sessions.ts';
import { openPdfMaker } from './pdf-maker.ts';
import { createSite } from './site.ts';
import { readStaticFiles } from './static-files.ts';
import { openTokens, TOKEN_SECONDS } from './tokens.ts';

const RECOVER_EVERY_MS = 30_000;
const CLOSE_WITHIN_MS = 5_000;

/** What a start may choose. */
export interface StartOptions {
  readonly dir: string;
  /** 0: any free port. */
  readonly port: number;
  /** Organ profiles for a directory that has none yet. */
  readonly organsFile?: string | undefined;
  /** Another calendar, for demonstrations and tests. Sign-in always goes by the wall clock. */
  readonly clock?: IssueClock | undefined;
  /** The folder of the page as built; without it the API alone is served. */
  readonly pageDir?: string | undefined;
  /** The directory holds sample offices. */
  readonly isSample?: boolean | undefined;
  /** Told when the register of an older release was converted. */
  onConverted?: (converted: Converted) => void;
  report(report: ErrorReport): void;
  /** Told of every round of recovery that had something to do. */
  onRecovery(recovery: Recovery): void;
}

/** A running server. */
export interface RunningServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Lets requests end, then stops everything that was started. */
  close(): Promise<void>;
}

/**
 * Wires and starts everything on one machine: embedded database, directory of files, recovery of what a crash left, the
 * API on loopback. Throws `OperatorError`.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { dir } = options;
  await mkdir(dir, { recursive: true });
  const lock = await takeServerLock(dir);
  const stack = await openConverted().catch(async (error) => {
    await lock.leave();
    throw error;
  });
  try {
    const { deps } = stack;
    await seedOrgans(deps, dir, options.organsFile);
    const now = () => new Date();
    const tokens = await openTokens(dataPaths(dir).tokenKey, now);
    await clearUploads(dataPaths(dir).files, now());
    await recover(END_OF_TIME);

    const pump = createFanOutPump(deps, options.report);
    const pdf = openPdfMaker(deps);
    const api = createApi({
      deps,
      ensurePdf: pdf.ensure,
      startPump: pump.start,
      members: stack.members,
      authenticate: currentMember(tokens.authenticate, stack.members, now),
      session: {
        sessions: await openLocalSessions({
          usersPath: dataPaths(dir).users,
          endedPath: dataPaths(dir).endedSessions,
          tokens,
          now,
        }),
        isSecure: false,
        now,
        addressOf: (c) => getConnInfo(c).remote.address ?? '',
      },
      signIn: {
        check: async (username, password) => {
          const user = await checkPassword(dataPaths(dir).users, username, password);
          return user && { token: await tokens.sign(user), expiresInSeconds: TOKEN_SECONDS };
        },
        now,
        addressOf: (c) => getConnInfo(c).remote.address ?? '',
      },
      report: options.report,
    });
    const files = options.pageDir === undefined ? undefined : await readStaticFiles(options.pageDir);
    const config = { signIn: 'password', isSample: options.isSample ?? false } as const;
    const server = createAdaptorServer({ fetch: createSite(api.fetch, config, files) });
    const port = await new Promise<number>((listening, failed) => {
      server.once('error', failed);
      server.listen(options.port, '127.0.0.1', () => listening(portOf(server.address())));
    });
    const url = `http://127.0.0.1:${port}`;
    await lock.record(url);
    await pump.resumeAll();

    let recovering: Promise<void> = Promise.resolve();
    const timer = setInterval(() => {
      recovering = recovering.then(() => recover(deps.clock.now())).then(pump.resumeAll);
    }, RECOVER_EVERY_MS);
    return {
      url,
      close: async () => {
        clearInterval(timer);
        await closeServer(server);
        pdf.stop();
        await recovering;
        await pump.stop();
        await stack.close();
        await lock.leave();
      },
    };
  } catch (error) {
    await stack.close();
    await lock.leave();
    throw error;
  }

  async function openConverted() {
    const converted = await convertIfOld(dir);
    if (converted) options.onConverted?.(converted);
    return openStack(options);
  }

  async function recover(dueBefore: Date): Promise<void> {
    try {
      const recovery = await recoverIssues(stack.deps, dueBefore);
      if (recovery.finished.length + recovery.failed.length > 0) options.onRecovery(recovery);
    } catch (error) {
      options.report({ errorId: stack.deps.newId(), code: 'recovery', method: '', path: '', error });
    }
  }
}

function closeServer(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((closed) => {
    const force = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), CLOSE_WITHIN_MS);
    server.close(() => {
      clearTimeout(force);
      closed();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

function portOf(address: AddressInfo | string | null): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}
