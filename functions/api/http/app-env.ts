import type { Actor } from '#usecases/actor.ts';
import type { RunHeavy } from '#usecases/heavy/heavy-work.ts';

/** Variables of a request. */
export interface AppEnv {
  readonly Variables: {
    /** From the token alone. */
    readonly actor: Actor;
    /** Threads for large bodies; absent in Lambda. */
    readonly heavy?: RunHeavy | undefined;
    /** JSON of the draft of a large body, which has an empty one in its place. */
    readonly draftJson?: Uint8Array;
    /** JSON that the answer is to have as its `data`. */
    readonly storedData?: Uint8Array;
  };
}
