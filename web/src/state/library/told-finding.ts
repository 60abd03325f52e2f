import type { Finding } from '#document/checking/findings.ts';

/** A finding as the page tells it: of the check, or of what the office itself keeps. */
export interface ToldFinding extends Pick<Finding, 'severity' | 'path' | 'pointer' | 'message'> {
  /** Text to be crossed out. */
  readonly struck?: string;
}
