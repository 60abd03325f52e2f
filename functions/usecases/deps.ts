import type { IssueClock } from '#register/model/issue-clock.ts';
import type { Register } from '#register/register.ts';
import type { Store } from '#store/store.ts';
import type { RunHeavy } from './heavy/heavy-work.ts';
import type { Render } from './heavy/render-port.ts';
import type { SharingCache } from './sharing/sharing-cache.ts';

/** Older and other text files that LibreOffice makes a .docx of. */
export type OlderFormat = 'doc' | 'odt';

/** Dependencies of every use case; wired once per program. */
export interface Deps {
  readonly register: Register;
  readonly store: Store;
  readonly render: Render;
  /** Store for the heads of the audit chains, outside the register. */
  readonly heads?: Store | undefined;
  readonly sharing: SharingCache;
  /** Threads for heavy work; without them (Lambda) it runs in place. */
  readonly heavy?: RunHeavy;
  /** The marks of numbers have no copy outside this machine: clerks compare last numbers with the paper book. */
  readonly isMarkInside?: boolean;
  /** Makes a .docx of an older file, where there is LibreOffice; null where it cannot. */
  readonly toDocx?: (bytes: Uint8Array, format: OlderFormat) => Promise<Uint8Array | null>;
  /** The calendar: `now()` dates every document and event. */
  readonly clock: IssueClock;
  /** A new server id: `a-z 0-9 -`. */
  newId(): string;
}
