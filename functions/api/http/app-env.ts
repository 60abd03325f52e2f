import type { Actor } from '#usecases/actor.ts';

/** Variables of a request: the actor, from the token alone. */
export interface AppEnv {
  Variables: { actor: Actor };
}
