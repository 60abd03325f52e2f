import { getConnInfo } from '@hono/node-server/conninfo';
import { createApi } from '#api/create-api.ts';
import { currentMember } from '#api/sign-in/current-member.ts';
import { makeDurable } from '#base/node/files.ts';
import { createDirectoryRemover } from '#store/directory-remover.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import type { Deps } from '#usecases/deps.ts';
import { END_OF_TIME, recoverIssues } from '#usecases/issuing/recover-issues.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { heldAgainstClock, startClockWatch } from '../clock/clock-watch.ts';
import { convertIfOld } from '../data-directory/convert-first-release.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { takeServerLock } from '../data-directory/server-lock.ts';
import { openThreadPool, SERVER_POOL } from '../heavy/thread-pool.ts';
import { readMailSettings } from '../mail/mail-file.ts';
import { startTeller } from '../mail/teller.ts';
import type { ServerLog } from '../output/server-log.ts';
import { openStack } from '../target/open-stack.ts';
import { checkSeedable, seedOrgans } from '../target/seed-organs.ts';
import { cachedUsers, readUsers } from '../target/users-file.ts';
import { openAccounts } from '../users/accounts.ts';
import { claimableOrgans } from '../users/claimable-organs.ts';
import { checkPassword } from '../users/users.ts';
import { accessOf, type ServerAccess } from './access.ts';
import { clearUploads } from './clear-uploads.ts';
import { startDailyClearing } from './daily-clearing.ts';
import { createFanOutPump } from './fan-out-pump.ts';
import { clientAddress } from './gate.ts';
import { closeServer, type HttpEnv, listen, type SiteFetch } from './listen.ts';
import { openLocalSessions } from './local-sessions.ts';
import { startNightlyBackup } from './nightly-backup.ts';
import { olderFiles } from './office/older-files.ts';
import { openPdfMaker } from './office/pdf-maker.ts';
import { readinessOf, withReadiness } from './readiness.ts';
import { withRequestLog } from './request-log.ts';
import { createSite } from './site.ts';
import type { RunningServer, StartOptions } from './start-options.ts';
import { readStaticFiles } from './static-files.ts';
import { createStops } from './stops.ts';
import { ofStandingPassword, openTokens, TOKEN_SECONDS } from './tokens.ts';

const RECOVER_EVERY_MS = 30_000;

/**
 * Wires and starts everything on one machine: embedded database, directory of files, recovery of what a crash left, the
 * API on loopback. Throws `OperatorError`.
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { dir } = options;
  await checkSeedable(dir, options);
  const access = await accessOf(options);
  await makeDurable(dir);
  const stops = createStops();
  try {
    const lock = await takeServerLock(dir);
    stops.add(lock.leave);
    const stack = await openConverted();
    stops.add(stack.close);
    const pool = openThreadPool(SERVER_POOL);
    stops.add(pool.close);
    const isMarkInside = options.markTo === undefined && options.backup === undefined;
    // A calendar of a demonstration is no clock that may leap.
    const watch = options.clock ? undefined : await startClockWatch(dataPaths(dir).clock);
    stops.add(async () => watch?.stop());
    const register = watch ? heldAgainstClock(stack.deps.register, watch) : stack.deps.register;
    const heads = options.backup && createDirectoryStore(dataPaths(options.backup.out).files);
    const deps = { ...stack.deps, register, heads, heavy: pool.run, toDocx: olderFiles(), isMarkInside };
    const profiles = await seedOrgans(deps, dir, options.organsFile);
    const now = () => new Date();
    const addressOf = (c: Parameters<typeof getConnInfo>[0]) =>
      clientAddress(getConnInfo(c).remote.address ?? '', c.req.header('x-forwarded-for'), access.gate);
    const organs = [...new Set(profiles.map(({ organId }) => organId))];
    const accounts = await openAccounts(dataPaths(dir).users, { organs, now });
    const tokens = await openTokens(dataPaths(dir).tokenKey, now);
    await clearUploads(dataPaths(dir).files, now());
    await recover(stack.deps, END_OF_TIME);

    const pump = createFanOutPump(deps, options.report);
    stops.add(pump.stop);
    const remover = createDirectoryRemover(dataPaths(dir).files);
    const clearing = startDailyClearing({ ...stack.deps, inspection: stack.inspection, remover }, (error) =>
      options.report({ errorId: deps.newId(), code: 'clear-drafts', method: '', path: '', error }),
    );
    stops.add(clearing.stop);
    const pdf = openPdfMaker(deps);
    stops.add(pdf.stop);
    const api = createApi({
      deps,
      ensurePdf: pdf.ensure,
      convert: pdf.convert,
      startPump: pump.start,
      members: stack.members,
      authenticate: currentMember(
        ofStandingPassword(tokens.authenticate, cachedUsers(dataPaths(dir).users)),
        stack.members,
        now,
        0,
      ),
      session: {
        sessions: await openLocalSessions({
          usersPath: dataPaths(dir).users,
          endedPath: dataPaths(dir).endedSessions,
          tokens,
          now,
        }),
        isSecure: access.isSecure,
        now,
        addressOf,
      },
      accounts: { accounts, now, addressOf },
      signIn: {
        check: async (username, password) => {
          const user = await checkPassword(dataPaths(dir).users, username, password, now());
          if (user?.oneTimeUntil !== undefined) throw new UseCaseError('password-must-change');
          return user && { token: await tokens.sign(user), expiresInSeconds: TOKEN_SECONDS };
        },
        now,
        addressOf,
      },
      report: options.report,
    });
    const files = options.pageDir === undefined ? undefined : await readStaticFiles(options.pageDir);
    const claimable = claimableOrgans(profiles);
    const mail = await readMailSettings(dataPaths(dir).mail);
    const config = async () => ({
      signIn: 'password' as const,
      isTold: mail !== undefined,
      isSample: options.isSample ?? false,
      ...((await accounts.isClaimable()) && { firstAdmin: claimable }),
    });
    const nightly =
      options.backup &&
      (await startNightlyBackup({ ...options.backup, dir, now, onDone: options.onBackup ?? (() => {}) }));
    stops.add(() => nightly?.stop());
    const teller =
      mail &&
      startTeller({
        deps,
        members: stack.members,
        tellings: stack.tellings,
        settings: mail,
        organs: () => organsToTell(dataPaths(dir).users),
        onFailure: options.onMailFailure ?? (() => {}),
      });
    stops.add(() => teller?.stop());
    const readiness = {
      ...stack,
      backup: nightly?.check,
      clockJump: watch?.look,
      dir,
      register: deps.register,
      now: deps.clock.now,
    };
    const ready = withReadiness(createSite(api.fetch, config, files), () => readinessOf(readiness));
    const site = options.log ? told(ready, options.log, deps.newId, access) : ready;
    const { server, url, stopRenewing } = await listen(site, access, options.port);
    stops.add(() => closeServer(server));
    stops.add(stopRenewing);
    await lock.record(url);
    await pump.resumeAll();

    let recovering: Promise<void> = Promise.resolve();
    stops.add(() => recovering);
    let fail = (_sentence: string) => {};
    const failed = new Promise<string>((resolve) => {
      fail = resolve;
    });
    const timer = setInterval(() => {
      if (!stack.isInPlace())
        fail(`Tệp sổ trong ${dir} đã bị xóa hoặc thay khi đang chạy: không ghi gì thêm, máy chủ dừng.`);
      recovering = recovering.then(() => recover(stack.deps, deps.clock.now())).then(pump.resumeAll);
    }, RECOVER_EVERY_MS);
    stops.add(() => clearInterval(timer));
    return { url, claimCode: accounts.claimCode, failed, close: stops.run };
  } catch (error) {
    await stops.run().catch(() => undefined);
    throw error;
  }

  async function openConverted() {
    const converted = await convertIfOld(dir, options.onConverting);
    if (converted) options.onConverted?.(converted);
    return openStack({ ...options, markTo: options.markTo ?? options.backup?.out });
  }

  async function recover(deps: Deps, dueBefore: Date): Promise<void> {
    try {
      const recovery = await recoverIssues(deps, dueBefore);
      if (recovery.finished.length + recovery.failed.length > 0) options.onRecovery(recovery);
    } catch (error) {
      options.report({ errorId: deps.newId(), code: 'recovery', method: '', path: '', error });
    }
  }
}

async function organsToTell(users: string): Promise<string[]> {
  const told = (await readUsers(users)).filter(({ active, email }) => active && email !== undefined);
  return [...new Set(told.map(({ organ }) => organ))];
}

function told(site: SiteFetch, log: ServerLog, newId: () => string, { gate }: ServerAccess): SiteFetch {
  const addressOf = (request: Request, env?: HttpEnv) =>
    clientAddress(env?.incoming.socket.remoteAddress ?? '', request.headers.get('x-forwarded-for') ?? undefined, gate);
  return withRequestLog(site, { log, newId, addressOf, elapsed: () => performance.now() });
}
