import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createApi, type ErrorReport } from '#api/create-api.ts';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { createCalendar, type DemoCalendar } from '#local/demo/demo-calendar.ts';
import { openTokens } from '#local/server/tokens.ts';
import { openStack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import type { Problem } from '#present/problems/problem.ts';
import type { Members } from '#register/organs/members.ts';
import type { Tellings } from '#register/organs/tellings.ts';
import type { ItemKey } from '#register/table/keys/key-parts.ts';
import type { Actor, Role } from '#usecases/actor.ts';
import type { Deps } from '#usecases/deps.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { runFanOut } from '#usecases/fan-out/run-fan-out.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import type { Violation } from '#usecases/upkeep/violation.ts';
import { writeExampleOrgans } from '../support/desk.ts';

const examples = join(import.meta.dirname, '../../examples');

/** Person that a request comes from; the staffId is made of organ and role. */
export type Who = Actor;

/** Answer of a request. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly etag: string;
  readonly bytes: Uint8Array;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers as they come
  readonly body: any;
}

/** The API over a real database and a real directory, on a calendar of its own. */
export interface TestApi {
  readonly deps: Deps;
  readonly fanOuts: FanOutDeps['fanOuts'];
  readonly members: Members;
  readonly tellings: Tellings;
  readonly dir: string;
  readonly calendar: DemoCalendar;
  readonly reports: readonly ErrorReport[];
  tokenOf(who: Who): Promise<string>;
  send(who: Who | null, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Violations that `verify` finds in all of it. */
  verify(): Promise<Violation[]>;
  /** Makes an item older than it is: takes attributes away, past every rule. */
  forget(key: ItemKey, names: readonly string[]): void;
  /** Sends bytes as they are. */
  raw(path: string, init: RequestInit): Promise<Reply>;
  close(): Promise<void>;
}

/** Someone of an organ. */
export function someone(organ: string, ...roles: readonly Role[]): Who {
  return { organ, staffId: `${roles.join('-') || 'nobody'}-${organ}`, roles };
}

/** The three people a document passes through. */
export function office(organ: string) {
  return { drafter: someone(organ, 'drafter'), signer: someone(organ, 'signer'), clerk: someone(organ, 'clerk') };
}

/** Data of an example, to be broken in one place. */
// biome-ignore lint/suspicious/noExplicitAny: a test breaks data on purpose
export async function example(name: string): Promise<any> {
  return JSON.parse(await readFile(join(examples, `${name}.json`), 'utf8'));
}

/** Opens everything in a fresh directory. `wrap` puts faults around what the use cases work with. */
export async function openTestApi(start: string, wrap: (deps: Deps) => Deps = (deps) => deps): Promise<TestApi> {
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-api-'));
  const calendar = createCalendar(start);
  const stack = await openStack({ dir, clock: calendar.clock });
  await seedOrgans(stack.deps, dir, await writeExampleOrgans(dir, (organ) => office(organ).signer.staffId));
  const tokens = await openTokens(dataPaths(dir).tokenKey, () => new Date());
  const deps = wrap(stack.deps);
  const reports: ErrorReport[] = [];
  const fanOutDeps = { ...deps, fanOuts: stack.deps.fanOuts };
  const api = createApi({
    deps: fanOutDeps,
    startPump: (organ, runId) => runFanOut(fanOutDeps, organ, runId, { worker: 'a' }),
    authenticate: async (token) => {
      const person = await tokens.authenticate(token);
      const unit = (await stack.members.get(person.organ, person.staffId))?.unit;
      return { ...person, ...(unit !== undefined && { unit }) };
    },
    members: stack.members,
    report: (report) => void reports.push(report),
  });
  const tokenOf = (who: Who) => tokens.sign({ ...who, username: who.staffId, roles: [...who.roles] });
  const raw: TestApi['raw'] = async (path, init) => {
    const response = await api.request(path, init);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const body = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
    return {
      status: response.status,
      headers: response.headers,
      etag: response.headers.get('etag') ?? '',
      bytes,
      body,
    };
  };
  return {
    deps,
    fanOuts: stack.deps.fanOuts,
    members: stack.members,
    tellings: stack.tellings,
    dir,
    calendar,
    reports,
    tokenOf,
    raw,
    verify: async () => {
      const { inspection, deps: made } = stack;
      const now = () => calendar.clock.now();
      return [...(await verify({ inspection, store: made.store, now, sleep: async () => {} })).violations];
    },
    forget: ({ PK, SK }, names) => {
      const db = new DatabaseSync(dataPaths(dir).register);
      const paths = names.map((name) => `$.${name}`);
      const marks = paths.map(() => '?').join(', ');
      db.prepare(`UPDATE items SET item = json_remove(item, ${marks}) WHERE PK = ? AND SK = ?`).run(...paths, PK, SK);
      db.close();
    },
    send: async (who, method, path, body, headers = {}) =>
      raw(path, {
        method,
        headers: {
          ...(who && { authorization: `Bearer ${await tokenOf(who)}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    close: async () => {
      await stack.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Takes data to `approved`; its path and ETag. */
export async function approve(
  api: TestApi,
  data: { readonly organ: string },
  docId: string,
): Promise<{ readonly path: string; readonly etag: string }> {
  const { drafter, signer } = office(data.organ);
  const path = `/documents/${docId}`;
  const draft = await must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
  const submitted = await must(api.send(drafter, 'POST', `${path}/submit`, undefined, { 'if-match': draft.etag }), 200);
  const approved = await must(
    api.send(signer, 'POST', `${path}/approve`, undefined, { 'if-match': submitted.etag }),
    200,
  );
  return { path, etag: approved.etag };
}

/** Issues an approved document on paper. */
export function issue(
  api: TestApi,
  clerk: Who,
  { path, etag }: { readonly path: string; readonly etag: string },
): Promise<Reply> {
  return api.send(clerk, 'POST', `${path}/issue`, { signatureConfirmed: true }, { 'if-match': etag });
}

/** Sends an issued document to one recipient, so that other organs see it. */
export function sendOut(
  api: TestApi,
  clerk: Who,
  { path, etag }: { readonly path: string; readonly etag: string },
): Promise<Reply> {
  const recipients = [{ name: 'Sở Nội vụ', way: 'system' }];
  return must(api.send(clerk, 'POST', `${path}/send`, { recipients }, { 'if-match': etag }), 200);
}

/** A reply that has to have a status; the problem is shown where it has not. */
export async function must(reply: Promise<Reply>, status: number): Promise<Reply> {
  const got = await reply;
  if (got.status !== status)
    throw new Error(`${got.status} instead of ${status}: ${JSON.stringify(got.body, null, 1)}`);
  return got;
}

/** The codes of a problem's findings. */
export function codes(reply: Reply): string[] {
  return (reply.body as Problem).errors.map(({ code }) => code);
}
