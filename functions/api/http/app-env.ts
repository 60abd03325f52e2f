import type { Actor } from '#usecases/actor.ts';
import type { RunHeavy } from '#usecases/heavy/heavy-work.ts';

/** Variables of a request. */
export interface AppEnv {
  Variables: {
    /** From the token alone. */
    actor: Actor;
    /** Threads for large bodies; absent in Lambda. */
    heavy?: RunHeavy | undefined;
    /** JSON of the draft of a large body, which has an empty one in its place. */
    draftJson?: Uint8Array;
    /** JSON that the answer is to have as its `data`. */
    storedData?: Uint8Array;
  };
}
