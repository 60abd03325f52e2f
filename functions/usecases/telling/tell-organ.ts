import { dateParts, vietnamDate } from '#document/dates.ts';
import { isWorkingDay } from '#document/working-days.ts';
import type { Members } from '#register/organs/members.ts';
import type { Tellings, Told } from '#register/organs/tellings.ts';
import type { Role } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { workingYears } from '../sending/list-unsent.ts';
import { type Letter, MailRefused, type SendLetter } from './letter.ts';
import { listTurns, type Turn } from './who-waits.ts';

/** Dependencies of telling people by mail. */
export interface TellDeps extends Deps {
  readonly members: Pick<Members, 'list'>;
  readonly tellings: Pick<Tellings, 'read' | 'write'>;
  readonly send: SendLetter;
  /** Told of each letter that did not go; it is tried again in the next round, unless it was refused for good. */
  onFailure(failure: { readonly organ: string; readonly staffId: string; readonly error: unknown }): void;
}

/** Times of a working day in Vietnam at which all that waits is told. */
const DIGEST_TIMES = ['07:30', '13:30'] as const;
const VIETNAM_MS = 7 * 3_600_000;

/** Someone who is told. */
interface Recipient {
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Tells the people of an office by mail what waits for them: of what is urgent at once, of all at 7:30 and 13:30 of its working
 * days. A letter is noted after it went, so that after a crash it comes again rather than not at all. Answers how many went.
 */
export async function tellOrgan(deps: TellDeps, organ: string): Promise<number> {
  const active = (await deps.members.list(organ)).filter((member) => member.active);
  const recipients = active.flatMap(({ staffId, name, email }) =>
    email === undefined ? [] : [{ staffId, name, email }],
  );
  if (recipients.length === 0) return 0;
  const having = (role: Role) => active.filter(({ roles }) => roles.includes(role)).map(({ staffId }) => staffId);
  const people = { clerks: having('clerk'), drafters: having('drafter') };
  const [turns, told, time] = await Promise.all([
    listTurns(deps, organ, people),
    deps.tellings.read(organ),
    lastDigestTime(deps, organ),
  ]);
  const notes = await openNotes(deps, organ, told, turns);
  let sent = 0;
  for (const recipient of recipients) {
    const own = turns.filter(({ staffId }) => staffId === recipient.staffId);
    for (const letter of dueLetters(recipient, own, notes.told, time)) {
      const outcome = await deliver(deps, organ, recipient, letter);
      if (outcome === 'failed') continue;
      sent += outcome === 'went' ? 1 : 0;
      await notes.note(letter);
    }
  }
  return sent;
}

/** A letter and what is noted of it once it went. One without lines is noted alone. */
interface DueLetter extends Letter {
  readonly staffId: string;
  readonly urgentKeys: readonly string[];
  readonly digest?: string | undefined;
}

function dueLetters(
  { staffId, name, email: to }: Recipient,
  turns: readonly Turn[],
  told: Told,
  time: string,
): DueLetter[] {
  const linesOf = (some: readonly Turn[]) => some.map(({ line }) => line);
  const urgent = turns.filter(({ line }) => line.urgency !== undefined);
  const isDigestDue = (told.digests[staffId] ?? '') < time;
  const untold = urgent.filter((turn) => !told.urgent.includes(urgentKey(turn)));
  const digest: DueLetter = {
    ...({ kind: 'digest', to, name, staffId, digest: time } as const),
    lines: linesOf(turns),
    urgentKeys: untold.map(urgentKey),
  };
  if (isDigestDue) return [digest];
  return untold.map((turn) => ({
    kind: 'urgent',
    to,
    name,
    staffId,
    lines: [turn.line],
    urgentKeys: [urgentKey(turn)],
  }));
}

function urgentKey({ line, version, staffId }: Turn): string {
  return `${line.docId} ${version} ${staffId}`;
}

/** Reads the notes of letters sent, without those that wait no more; each is written before the next letter goes. */
async function openNotes(deps: TellDeps, organ: string, before: Told | undefined, turns: readonly Turn[]) {
  const waiting = new Set(turns.map(urgentKey));
  let told: Told = {
    schema: 'told@1',
    organ,
    digests: before?.digests ?? {},
    urgent: (before?.urgent ?? []).filter((key) => waiting.has(key)),
    rev: before?.rev ?? 0,
    updatedAt: deps.clock.now().toISOString(),
  };
  return {
    get told() {
      return told;
    },
    note: async ({ staffId, urgentKeys, digest }: DueLetter) => {
      told = {
        ...told,
        digests: digest === undefined ? told.digests : { ...told.digests, [staffId]: digest },
        urgent: [...told.urgent, ...urgentKeys],
        rev: told.rev + 1,
        updatedAt: deps.clock.now().toISOString(),
      };
      await deps.tellings.write(told);
    },
  };
}

/** Sends a letter that has lines; `failed` is tried again in the next round, `refused` never. */
async function deliver(
  deps: TellDeps,
  organ: string,
  { staffId }: Recipient,
  letter: DueLetter,
): Promise<'went' | 'empty' | 'refused' | 'failed'> {
  if (letter.lines.length === 0) return 'empty';
  try {
    await deps.send(letter);
    return 'went';
  } catch (error) {
    deps.onFailure({ organ, staffId, error });
    return error instanceof MailRefused ? 'refused' : 'failed';
  }
}

/** The last time of a digest that has come: `2026-03-16T07:30`. */
async function lastDigestTime(deps: Deps, organ: string): Promise<string> {
  const now = deps.clock.now();
  const today = vietnamDate(now);
  const clock = new Date(now.getTime() + VIETNAM_MS).toISOString().slice(11, 16);
  const years = await workingYears(deps, organ, [...new Set([dateParts(today).year - 1, dateParts(today).year])]);
  const past = isWorkingDay(today, years) ? DIGEST_TIMES.findLast((time) => time <= clock) : undefined;
  if (past !== undefined) return `${today}T${past}`;
  let day = dayBefore(today);
  while (!isWorkingDay(day, years)) day = dayBefore(day);
  return `${day}T${DIGEST_TIMES[1]}`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
