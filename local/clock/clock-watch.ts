import { uptime } from 'node:os';
import { RegisterError } from '#register/model/register-error.ts';
import type { Register } from '#register/register.ts';
import { type ClockJump, type ClockState, changeClock, readClock } from './clock-file.ts';

const SEE_EVERY_MS = 60_000;
/** While the server runs, the wall clock may differ from the one that never jumps by this. */
const JUMP_MS = 10 * 60_000;
/** Between two runs: longer than any holiday. */
const AHEAD_MS = 40 * 24 * 60 * 60_000;
/** Milliseconds that synchronising a clock at a start may take back. */
const BACK_MS = 5_000;

/** Clocks of the machine. */
export interface Clocks {
  /** The wall clock: people and time servers set it. */
  now(): Date;
  /** Milliseconds by a clock that never jumps and goes on while the machine sleeps. */
  elapsedMs(): number;
}

/** The machine's own. A sleeping machine counts on in `os.uptime`, an awake one more finely in `performance.now`. */
export const machineClocks: Clocks = { now: () => new Date(), elapsedMs: () => uptime() * 1000 };

/** Watches the wall clock of a server. */
export interface ClockWatch {
  /** Looks now; the jump that nobody has accepted, or undefined. */
  look(): Promise<ClockJump | undefined>;
  stop(): void;
}

/** Starts watching: against what was last seen in this directory, then against the clock that never jumps. */
export async function startClockWatch(path: string, clocks: Clocks = machineClocks): Promise<ClockWatch> {
  const { now, elapsedMs } = clocks;
  let seen = { wallMs: now().getTime(), elapsedMs: elapsedMs() };
  const before = await readClock(path);
  let standing = before?.jump ?? (before && jumpSince(before.lastSeen, now()));
  const write = async (jump: ClockJump | undefined) => {
    const state = await changeClock(path, now(), (one) => seenNow(one, now(), jump));
    standing = state.jump;
  };
  await write(standing);

  const look = async () => {
    const at = { wallMs: now().getTime(), elapsedMs: elapsedMs() };
    const drift = at.wallMs - seen.wallMs - (at.elapsedMs - seen.elapsedMs);
    const jumped = Math.abs(drift) > JUMP_MS;
    const from = new Date(at.wallMs - drift).toISOString();
    seen = at;
    if (jumped) await write({ from, to: new Date(at.wallMs).toISOString() });
    // A command may have accepted it meanwhile.
    else if (standing) standing = (await readClock(path))?.jump;
    return standing;
  };
  const timer = setInterval(() => {
    // A disk that is full is told by /readyz; the clock is looked at again in a minute.
    void look()
      .then(() => write(standing))
      .catch(() => {});
  }, SEE_EVERY_MS);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
}

/** A register that gives no number while a jump of the clock is not accepted. Throws `clock-jumped`. */
export function heldAgainstClock(register: Register, watch: Pick<ClockWatch, 'look'>): Register {
  const check = async () => {
    const jump = await watch.look();
    if (jump) throw new RegisterError('clock-jumped', { from: jump.from, to: jump.to });
  };
  return {
    ...register,
    issueNumber: async (command) => {
      await check();
      return register.issueNumber(command);
    },
    registerDocument: async (command) => {
      await check();
      return register.registerDocument(command);
    },
  };
}

function seenNow(state: ClockState, now: Date, jump: ClockJump | undefined): ClockState {
  const { jump: known, ...rest } = state;
  const unaccepted = known ?? jump;
  return { ...rest, lastSeen: now.toISOString(), ...(unaccepted && { jump: unaccepted }) };
}

/** Idle days are no jump. */
function jumpSince(lastSeen: string, now: Date): ClockJump | undefined {
  const ms = now.getTime() - Date.parse(lastSeen);
  return ms < -BACK_MS || ms > AHEAD_MS ? { from: lastSeen, to: now.toISOString() } : undefined;
}
