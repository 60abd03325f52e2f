import type { Actor } from '#usecases/actor.ts';

/** What a request carries on its way: who asks, from the token alone. */
export interface AppEnv {
  Variables: { actor: Actor };
}
