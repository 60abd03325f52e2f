import type { Outcome } from '../table.ts';
import type { Write } from '../write.ts';

/** What the writer's thread is given when it starts. */
export interface WriterOptions {
  /** The register file. */
  readonly path: string;
}

/** A transaction on its way to the writer. */
export interface WriterRequest {
  readonly id: number;
  readonly writes: readonly Write[];
}

/** Why the writer could not run a transaction: refused as DynamoDB refuses it, locked by another process, or a failing disk. */
export interface WriterFault {
  readonly kind: 'refused' | 'busy' | 'failed';
  readonly message: string;
  /** SQLite's or the system's code, such as `ENOSPC`. */
  readonly code?: string;
}

/** The writer's answer to a request. */
export type WriterReply =
  | { readonly id: number; readonly outcome: Outcome }
  | { readonly id: number; readonly fault: WriterFault };

/** What the main thread hears of the writer. */
export type WriterMessage = { readonly replies: readonly WriterReply[] } | { readonly ready: true };
