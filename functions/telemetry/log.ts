import type { Logger } from '@aws-lambda-powertools/logger';
import { describeError } from './describe-error.ts';

/**
 * Fields of a log line beside its event: ids and counts, nothing that people wrote. There is no name for what a person
 * wrote or is called, so a log cannot be given it by mistake; `staffId` stands in the audit chain and not here.
 */
export interface LogFields {
  readonly organ?: string | undefined;
  readonly docId?: string;
  readonly runId?: string;
  readonly errorId?: string;
  readonly code?: string;
  readonly invariant?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly count?: number;
  readonly failed?: number;
  readonly ms?: number;
  /** Of whoever asked, where no log of AWS has it. */
  readonly address?: string;
  /** Of the shares of a rotation the one that was this run's: `5/28`. */
  readonly share?: string;
  /** Output of a program that we started (LibreOffice), cut short. */
  readonly said?: string;
  /** A symbol, a series and year, an id or a key. */
  readonly where?: string;
}

/** A log of events, each by a constant name in kebab-case. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields, error?: unknown): void;
  error(event: string, fields?: LogFields, error?: unknown): void;
}

/** The log over powertools' logger: one line of JSON an event. */
export function createLog(logger: Logger): Log {
  const lineOf = (fields: LogFields = {}, error?: unknown) => ({
    ...fields,
    ...(error !== undefined && { failure: describeError(error) }),
  });
  return {
    info: (event, fields) => logger.info(event, lineOf(fields)),
    warn: (event, fields, error) => logger.warn(event, lineOf(fields, error)),
    error: (event, fields, error) => logger.error(event, lineOf(fields, error)),
  };
}
