import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { jwtVerify } from 'jose';
import { z } from 'zod';
import type { OpenSession, Sessions } from '#api/session/sessions.ts';
import { writeWhole } from '#base/node/files.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { errorCode } from '../output/operator-error.ts';
import { holderOf, readUsers, type User } from '../target/users-file.ts';
import { PASSWORD_CLAIM, passwordMark } from '../users/password-mark.ts';
import { checkPassword } from '../users/users.ts';
import { inTurn } from './office/in-turn.ts';
import type { LocalTokens } from './tokens.ts';

/** Seconds that an access token of the page holds. */
export const ACCESS_SECONDS = 10 * 60;
/** A working day: after it people sign in again. */
export const SESSION_SECONDS = 12 * 60 * 60;
/** On a machine that several people use a session ends after this without a renewal. */
export const SHARED_IDLE_SECONDS = 15 * 60;

const AUDIENCE = 'banhanh-session';

const claims = z.object({
  sub: z.string(),
  sid: z.string(),
  shared: z.boolean(),
  /** Seconds since 1970 at which the password was typed. */
  since: z.number(),
  [PASSWORD_CLAIM]: z.string(),
});
type Claims = z.infer<typeof claims>;

/** Ended sessions that would hold still, by id with their end in seconds. */
const endedFile = z.record(z.string(), z.number());

/** Dependencies of sessions on one machine. */
export interface LocalSessionOptions {
  readonly usersPath: string;
  /** Sessions that were signed out; all else of a session is in its token. */
  readonly endedPath: string;
  readonly tokens: LocalTokens;
  now(): Date;
}

/** Sessions of local users: a signed token each, and a list of those that were ended early. */
export async function openLocalSessions({ usersPath, endedPath, tokens, now }: LocalSessionOptions): Promise<Sessions> {
  const ended = await readEnded(endedPath);
  const seconds = () => Math.floor(now().getTime() / 1000);
  // One at a time: of two who leave at once the second's list has both, and is written last.
  const keepEnded = inTurn(() => writeWhole(endedPath, JSON.stringify(Object.fromEntries(ended)), 0o600), 1);

  const give = async (user: User, session: Omit<Claims, 'sub' | 'password'>): Promise<OpenSession> => {
    const { shared, since } = session;
    const until = Math.min(since + SESSION_SECONDS, seconds() + (shared ? SHARED_IDLE_SECONDS : SESSION_SECONDS));
    const kept: Claims = { ...session, sub: user.username, [PASSWORD_CLAIM]: passwordMark(user) };
    return {
      accessToken: await tokens.sign(user, ACCESS_SECONDS),
      expiresInSeconds: ACCESS_SECONDS,
      refreshToken: await tokens.signFor(AUDIENCE, kept, until),
      cookieSeconds: shared ? null : until - seconds(),
      isShared: shared,
      person: { staffId: user.staffId, name: user.name, organ: user.organ, roles: user.roles },
    };
  };
  const read = async (token: string): Promise<Claims | null> => {
    try {
      const options = { ...tokens.verifying, audience: AUDIENCE, currentDate: now() };
      const { payload } = await jwtVerify(token, tokens.publicKey, options);
      const session = claims.parse(payload);
      return ended.has(session.sid) ? null : session;
    } catch {
      return null;
    }
  };
  return {
    open: async (proof, isShared) => {
      if (!('password' in proof)) return null;
      const user = await checkPassword(usersPath, proof.username, proof.password, now());
      if (user?.oneTimeUntil !== undefined) throw new UseCaseError('password-must-change');
      return user && give(user, { sid: randomUUID(), shared: isShared, since: seconds() });
    },
    renew: async (token) => {
      const session = await read(token);
      const user = session && holderOf(await readUsers(usersPath), session.sub);
      if (!session || !user?.active || passwordMark(user) !== session.password) return null;
      return give(user, { sid: session.sid, shared: session.shared, since: session.since });
    },
    close: async (token) => {
      const session = await read(token);
      if (!session) return;
      ended.set(session.sid, session.since + SESSION_SECONDS);
      for (const [sid, until] of ended) if (until < seconds()) ended.delete(sid);
      await keepEnded();
    },
  };
}

async function readEnded(path: string): Promise<Map<string, number>> {
  const text = await readFile(path, 'utf8').catch((error) => {
    if (errorCode(error) === 'ENOENT') return '{}';
    throw error;
  });
  return new Map(Object.entries(endedFile.parse(JSON.parse(text))));
}
