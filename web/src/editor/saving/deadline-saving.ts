import type { Deadlines } from '../open-draft.ts';

/** Ports of a saving of deadlines. */
export interface DeadlinePorts {
  /** Deadlines that the server has. */
  readonly given: Deadlines;
  /** Tells whether the server took them. Throws `Problem`. */
  readonly save: (deadlines: Deadlines) => Promise<boolean>;
  /** The server has what was chosen last. */
  readonly onSaved: () => void;
  /** The server has others, for an error where one is known. */
  readonly onRefused: (stood: Deadlines, error: unknown) => void;
}

/** Saves deadlines as they are chosen, one request at a time; what was overtaken meanwhile is skipped. */
export function createDeadlineSaving({ given, save, onSaved, onRefused }: DeadlinePorts): (chosen: Deadlines) => void {
  let stood = given;
  let wanted: Deadlines | null = null;
  let isRunning = false;
  const saveOnce = async (chosen: Deadlines) => {
    try {
      if (await save(chosen)) stood = chosen;
      return { isSaved: stood === chosen, error: undefined };
    } catch (error) {
      return { isSaved: false, error };
    }
  };
  const work = async () => {
    isRunning = true;
    for (let next = wanted; next; next = wanted) {
      wanted = null;
      const { isSaved, error } = await saveOnce(next);
      if (wanted) continue;
      if (isSaved) onSaved();
      else onRefused(stood, error);
    }
    isRunning = false;
  };
  return (chosen) => {
    wanted = chosen;
    if (!isRunning) void work();
  };
}
