import { browserStore } from '../browser-store.ts';

/** Record of what a person looked at in a draft made of an old document, kept on this machine. */
export interface KeptWalk {
  readonly person: string;
  readonly docId: string;
  /** Places that the person looked at, by what they say. */
  readonly looked: readonly string[];
}

/** Walks through drafts, on this machine. */
export const keptWalks = browserStore<KeptWalk>('walks');
