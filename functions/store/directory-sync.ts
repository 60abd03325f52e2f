import { dirname } from 'node:path';

/** Makes the names of new things durable, below a root that outlives the process. */
export interface DirectorySync {
  /**
   * Makes a name in `dir` durable, and those of the directories above it. `made`: the uppermost of these that was not there before,
   * as `mkdir` tells it.
   */
  name(dir: string, made: string | undefined): Promise<void>;
}

/**
 * Many names that come into a directory at once share a sync: who comes while one runs waits for the next, since a sync is
 * good for what was there when it began. A directory above is synced once in a process: nothing that has a name loses it.
 */
export function createDirectorySync(root: string, sync: (dir: string) => Promise<void>): DirectorySync {
  const running = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();
  const named = new Set<string>();

  const start = (dir: string): Promise<void> => {
    const work = sync(dir).finally(() => running.delete(dir));
    running.set(dir, work);
    return work;
  };
  const share = (dir: string): Promise<void> => {
    const now = running.get(dir);
    if (!now) return start(dir);
    const then = () => {
      next.delete(dir);
      return start(dir);
    };
    const after = next.get(dir) ?? now.then(then, then);
    next.set(dir, after);
    return after;
  };

  return {
    async name(dir, made) {
      const parents: string[] = [];
      for (let one = dir; one !== root && one.startsWith(root); one = dirname(one)) {
        if (made !== undefined && one.startsWith(made)) named.delete(one);
        if (!named.has(one)) parents.push(one);
      }
      await Promise.all([dir, ...parents.map(dirname)].map(share));
      // What lies deepest is one a document, too many to remember.
      for (const one of parents) if (one !== dir) named.add(one);
    },
  };
}
