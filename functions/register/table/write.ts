import type { Condition } from './condition.ts';
import type { ItemKey } from './keys/key-parts.ts';

/** One write of a transaction. An item is written once in it at most. */
export type Write =
  | { readonly put: ItemKey & Readonly<Record<string, unknown>>; readonly if?: Condition }
  | {
      readonly update: ItemKey;
      readonly set: Readonly<Record<string, unknown>>;
      readonly remove?: readonly string[];
      readonly if: Condition;
    }
  | { readonly check: ItemKey; readonly if: Condition };
