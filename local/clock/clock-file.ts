import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isMissing, writeWhole } from '#base/node/files.ts';
import { withFileLock } from '../data-directory/file-lock.ts';
import { OperatorError } from '../output/operator-error.ts';

const jump = z.object({
  /** Readings of the clock before and after. */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
});

const clockFile = z.strictObject({
  schema: z.literal('clock@1'),
  /** Written every minute while a server runs. */
  lastSeen: z.iso.datetime(),
  /** A jump that nobody has accepted: no number is given. */
  jump: z.exactOptional(jump),
  /** Jumps that a person accepted, with the reason. */
  accepted: z.array(jump.extend({ at: z.iso.datetime(), actor: z.string(), reason: z.string() })),
});

/** Clock state that a data directory remembers. */
export type ClockState = z.infer<typeof clockFile>;

/** A leap of the wall clock. */
export type ClockJump = z.infer<typeof jump>;

/** Reads it; undefined before the first server ran. Throws `OperatorError` for a damaged file. */
export async function readClock(path: string): Promise<ClockState | undefined> {
  const text = await readFile(path, 'utf8').catch((error) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return clockFile.parse(JSON.parse(text));
  } catch (cause) {
    throw new OperatorError(`Tệp giờ của máy hỏng: ${path}; hãy xem giờ của máy, xóa tệp ấy rồi chạy lại.`, { cause });
  }
}

/** Changes it under a lock: the server and a command may write at once. */
export async function changeClock(
  path: string,
  now: Date,
  change: (state: ClockState) => ClockState,
): Promise<ClockState> {
  return withFileLock(path, async () => {
    const standing = (await readClock(path)) ?? { schema: 'clock@1', lastSeen: now.toISOString(), accepted: [] };
    const state = change(standing);
    await writeWhole(path, `${JSON.stringify(state, null, 2)}\n`, 0o600);
    return state;
  });
}
