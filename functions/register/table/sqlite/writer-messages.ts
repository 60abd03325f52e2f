import type { Outcome } from '../table.ts';
import type { Write } from '../write.ts';

/** Settings that the writer's thread starts with. */
export interface WriterOptions {
  /** The register file. */
  readonly path: string;
  /** Paths where numbers are recorded before they are answered; absent: nowhere. */
  readonly marks?: MarkOptions | undefined;
}

/** Paths of a register's marks. */
export interface MarkOptions {
  readonly path: string;
  readonly identity: string;
  /** A second copy outside the data directory; a failure there is told and ends nothing. */
  readonly outside?: string;
}

/** A transaction on its way to the writer. */
export interface WriterRequest {
  readonly id: number;
  readonly writes: readonly Write[];
}

/** Fault of a transaction: refused as DynamoDB does, locked by another process, or a failing disk. */
export interface WriterFault {
  readonly kind: 'refused' | 'busy' | 'failed';
  readonly message: string;
  /** The system's code, such as `ENOSPC`; or `BEHIND`, `GONE`: see `RegisterFault`. */
  readonly code?: string;
}

/** The writer's answer to a request. */
export type WriterReply =
  | { readonly id: number; readonly outcome: Outcome }
  | { readonly id: number; readonly fault: WriterFault };

/** Messages of the writer to the main thread. */
export type WriterMessage =
  | { readonly replies: readonly WriterReply[] }
  | { readonly ready: true }
  /** The mark outside could not be written, or could again. */
  | { readonly outside: WriterFault | null };
