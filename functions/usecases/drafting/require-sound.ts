import type { CheckResult } from '#document/checking/check-document.ts';
import type { Finding } from '#document/checking/findings.ts';
import type { Document } from '#document/document-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { UseCaseError } from '../use-case-error.ts';

/** A document that may be laid out, with the profile of the day and the warnings. */
export interface Checked {
  /** Data as it was checked and is stored: in NFC, line ends as "\n". */
  readonly data: unknown;
  readonly document: Document;
  readonly profile: OrganProfile;
  readonly findings: readonly Finding[];
}

/** Throws `document-invalid` where the check found an error. */
export function requireSound({ data, document, profile, findings }: CheckResult): Checked {
  if (document && profile) return { data, document, profile, findings };
  throw new UseCaseError('document-invalid', { findings });
}

/** Throws `foreign-organ` where the data names another organ than its own. */
export function checkOrgan(data: unknown, own: string): void {
  if (typeof data !== 'object' || data === null || !('organ' in data)) return;
  const { organ } = data;
  if (typeof organ !== 'string' || organ === own) return;
  throw new UseCaseError('foreign-organ', { params: { organ: organ.slice(0, 80), own } });
}
