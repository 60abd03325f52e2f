import { randomInt } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { openStack } from '#local/target/open-stack.ts';
import { addUser } from '#local/users/users.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { end, type ServerProcess, serve } from '../../local/run-banhanh.ts';
import { CITY, exampleProfiles } from '../desk.ts';
import { type SoakAnswer, type SoakAsk, type SoakRole, type SoakSend, WAYS } from './soak-ways.ts';

const PASSWORD = 'mat-khau-thu';
const ROLES = ['drafter', 'signer', 'clerk'] as const;

/** Outcome of rounds of killing. */
export interface Soaked {
  rounds: number;
  /** Acts that were under way or done when the server was killed. */
  acknowledged: number;
  /** Names of those acts. */
  readonly acts: Set<string>;
  /** Faults: violations, acts that were answered and are lost or changed, acts that cannot be asked for again. */
  readonly wrongs: string[];
}

/** Length of the soak, and how hard it is. */
export interface SoakOptions {
  readonly dir: string;
  readonly rounds: number;
  /** Clerks at once. */
  readonly clerks: number;
  /** The longest that a server lives under load, in milliseconds. */
  readonly killWithinMs: number;
}

/**
 * Rounds of load on the real server, which is killed (SIGKILL) at a random moment; then it is started again, what was not answered is
 * asked for again, what was answered has to stand in its chain, and everything is verified.
 */
export async function soak(options: SoakOptions): Promise<Soaked> {
  const { dir, rounds, clerks, killWithinMs } = options;
  const soaked: Soaked = { rounds: 0, acknowledged: 0, acts: new Set(), wrongs: [] };
  await prepare(dir);
  let server = await serve(dir);
  for (const role of ROLES) {
    await addUser(dataPaths(dir).users, { username: role, staffId: `a-${role}`, organ: CITY, roles: [role] }, PASSWORD);
  }
  const tokens = new Map<string, string>();
  for (const role of ROLES) tokens.set(role, await signIn(server, role));
  const send: SoakSend = (by, method, path, body, etag) =>
    ask(server, tokens.get(by) ?? '', { method, path, body, etag });
  let begun = 0;
  try {
    // The first fault is told: what follows from it would bury it.
    for (let round = 0; round < rounds && soaked.wrongs.length === 0; round++) {
      const asks: SoakAsk[] = [];
      let running = true;
      const load = Array.from({ length: clerks }, async () => {
        while (running) await WAYS[begun++ % WAYS.length]!(send, (one) => void asks.push(one)).catch(() => sleep(5));
      });
      await sleep(randomInt(200, killWithinMs));
      await end(server, 'SIGKILL');
      running = false;
      await Promise.all(load);

      server = await serve(dir);
      for (const one of asks) soaked.wrongs.push(...(await wrongsOf(send, one)));
      for (const { act } of asks) soaked.acts.add(act);
      soaked.acknowledged += asks.length;
      soaked.wrongs.push(...(await verified(dir)));
      soaked.rounds++;
    }
  } finally {
    await end(server, 'SIGTERM');
  }
  return soaked;
}

/**
 * Profiles for whatever day it is: the server goes by the wall clock. Decisions are numbered by us, reports by another system.
 */
async function prepare(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const profile = (await exampleProfiles()).find(({ validFrom }) => validFrom === '2026-04-30');
  const series = [
    ...(profile?.series ?? []),
    { name: 'quyet-dinh', types: ['QuyetDinh'] },
    { name: 'bao-cao', types: ['BaoCao'], given: 'recorded' },
  ];
  await writeFile(dataPaths(dir).organs, JSON.stringify([{ ...profile, series, validFrom: '2000-01-01' }]));
}

/** Finds what is wrong with an act after a death: it is lost, or it was not done and cannot be done. */
async function wrongsOf(send: SoakSend, one: SoakAsk): Promise<string[]> {
  const { docId, act, by, method, path, body, etag, answered } = one;
  const again = answered === undefined ? await send(by, method, path, body, etag).catch(String) : undefined;
  const { events } = (await send('clerk', 'GET', `/documents/${docId}/audit`, undefined)).body;
  const version = Number(/\d+/.exec(etag ?? '0')?.[0]) + 1;
  const done = events.some((event: { readonly act: string; readonly version: number }) => {
    return event.act === act && event.version === version;
  });
  return done ? [] : [`${docId}: ${act} at ${version}, ${answered ?? 'not'} answered, then ${String(again)}`];
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly etag: string | undefined;
}

async function ask(server: ServerProcess, token: string, { method, path, body, etag }: Request): Promise<SoakAnswer> {
  const isPdf = Buffer.isBuffer(body);
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': isPdf ? 'application/pdf' : 'application/json' }),
      ...(token !== '' && { authorization: `Bearer ${token}` }),
      ...(etag !== undefined && { 'if-match': etag }),
    },
    ...(body !== undefined && { body: isPdf ? new Uint8Array(body) : JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  const answer = text === '' ? {} : JSON.parse(text);
  if (!response.ok) throw new Error(`${response.status} ${answer.code} ${answer.detail}`);
  return { body: answer, etag: response.headers.get('etag') ?? '' };
}

async function signIn(server: ServerProcess, username: SoakRole): Promise<string> {
  const body = { username, password: PASSWORD };
  return (await ask(server, '', { method: 'POST', path: '/auth/token', body, etag: undefined })).body.access_token;
}

async function verified(dir: string): Promise<string[]> {
  const { deps, inspection, close } = await openStack({ dir });
  try {
    const { violations } = await verify({ inspection, store: deps.store, now: () => new Date(), sleep });
    return violations.map((violation) => JSON.stringify(violation));
  } finally {
    await close();
  }
}
