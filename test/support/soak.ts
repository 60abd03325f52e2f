import { randomInt, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { openStack } from '#local/target/open-stack.ts';
import { addUser } from '#local/users/users.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { end, type ServerProcess, serve } from '../local/run-banhanh.ts';
import { CITY, exampleProfiles, letter } from './desk.ts';

const PASSWORD = 'mat-khau-thu';
const ROLES = ['drafter', 'signer', 'clerk'] as const;

/** Outcome of rounds of killing. */
export interface Soaked {
  rounds: number;
  /** Issues that were answered. */
  acknowledged: number;
  /** Faults: violations, acknowledged numbers that are lost or changed, retries that fail. */
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
  onRound?(round: number, acknowledged: number): void;
}

/** A document on its way, told apart by its id; an answer that was never heard leaves `answered` empty. */
interface Sent {
  readonly docId: string;
  readonly etag: string;
  answered?: string;
}

/**
 * Rounds of load on the real server, which is killed (SIGKILL) at a random moment; then it is started again, what was not answered is asked for again, and everything is verified.
 */
export async function soak(options: SoakOptions): Promise<Soaked> {
  const { dir, rounds, clerks, killWithinMs } = options;
  const soaked: Soaked = { rounds: 0, acknowledged: 0, wrongs: [] };
  await prepare(dir);
  let server = await serve(dir);
  for (const role of ROLES) {
    await addUser(dataPaths(dir).users, { username: role, staffId: `a-${role}`, organ: CITY, roles: [role] }, PASSWORD);
  }
  const tokens = new Map<string, string>();
  for (const role of ROLES) tokens.set(role, await signIn(server, role));
  const sent: Sent[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      let running = true;
      const load = Array.from({ length: clerks }, async () => {
        while (running) await oneDocument(server, tokens, sent).catch(() => sleep(5));
      });
      await sleep(randomInt(200, killWithinMs));
      await end(server, 'SIGKILL');
      running = false;
      await Promise.all(load);

      server = await serve(dir);
      for (const one of sent) {
        const answer = await issue(server, tokens, one).catch((error: unknown) => String(error));
        if (one.answered !== undefined && one.answered !== answer) {
          soaked.wrongs.push(`${one.docId}: ${one.answered} became ${answer}`);
        }
        if (!answer.startsWith('2')) soaked.wrongs.push(`${one.docId}: ${answer}`);
      }
      soaked.acknowledged += sent.length;
      sent.length = 0;
      soaked.wrongs.push(...(await verified(dir)));
      soaked.rounds++;
      options.onRound?.(round, soaked.acknowledged);
    }
  } finally {
    await end(server, 'SIGTERM');
  }
  return soaked;
}

/** Profiles for whatever day it is: the server goes by the wall clock. */
async function prepare(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const profile = (await exampleProfiles()).find(({ validFrom }) => validFrom === '2026-04-30');
  await writeFile(dataPaths(dir).organs, JSON.stringify([{ ...profile, validFrom: '2000-01-01' }]));
}

async function oneDocument(server: ServerProcess, tokens: Map<string, string>, sent: Sent[]): Promise<void> {
  const docId = `soak-${randomUUID()}`;
  const send = (role: string, path: string, body: unknown, etag?: string) =>
    post(server, tokens.get(role) ?? '', path, body, etag);
  const draft = await send('drafter', '/documents', { docId, data: letter('phối hợp kiểm tra') });
  const submitted = await send('drafter', `/documents/${docId}/submit`, {}, draft.etag);
  const approved = await send('signer', `/documents/${docId}/approve`, {}, submitted.etag);
  const one: Sent = { docId, etag: approved.etag };
  sent.push(one);
  one.answered = await issue(server, tokens, one);
}

/** Asks for the number of an approved document; the answer says number and files, `2…` where it is one. */
async function issue(server: ServerProcess, tokens: Map<string, string>, { docId, etag }: Sent): Promise<string> {
  const path = `/documents/${docId}/issue`;
  const { body } = await post(server, tokens.get('clerk') ?? '', path, { signatureConfirmed: true }, etag);
  const { document, files } = body;
  return `${document.year} ${document.symbol} ${document.state} ${files.map((file: { readonly sha256: string }) => file.sha256)}`;
}

async function post(server: ServerProcess, token: string, path: string, body: unknown, etag?: string) {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...(etag !== undefined && { 'if-match': etag }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers as they come
  const answer: any = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${answer.code}`);
  return { body: answer, etag: response.headers.get('etag') ?? '' };
}

async function signIn(server: ServerProcess, username: string): Promise<string> {
  const { body } = await post(server, '', '/auth/token', { username, password: PASSWORD });
  return body.access_token;
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
