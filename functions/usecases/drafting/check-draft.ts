import { checkDocument } from '#document/checking/check-document.ts';
import type { Finding } from '#document/checking/findings.ts';
import { vietnamDate } from '#document/dates.ts';
import type { Document } from '#document/document-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { readProfiles } from '../profiles.ts';
import { UseCaseError } from '../use-case-error.ts';

/** A document that may be laid out, with the profile of the day and the warnings. */
export interface Checked {
  /** Data as it was checked and is stored: in NFC, line ends as "\n". */
  readonly data: unknown;
  readonly document: Document;
  readonly profile: OrganProfile;
  readonly findings: readonly Finding[];
}

/**
 * Checks the data of the actor's own organ as of today. With `show` its holes are warnings, as in a draft that is not
 * ready. Throws `foreign-organ`, and `document-invalid` with all findings.
 */
export async function checkDraft(deps: Deps, actor: Actor, data: unknown, holes: 'refuse' | 'show'): Promise<Checked> {
  checkOrgan(data, actor);
  const profiles = await readProfiles(deps, actor.organ);
  return requireSound(checkDocument(data, { profiles, on: vietnamDate(deps.clock.now()), holes }));
}

/** Throws `document-invalid` where the check found an error. */
export function requireSound({ data, document, profile, findings }: ReturnType<typeof checkDocument>): Checked {
  if (document && profile) return { data, document, profile, findings };
  throw new UseCaseError('document-invalid', { findings });
}

/** Throws `foreign-organ` where the data names another organ than the actor's. */
export function checkOrgan(data: unknown, actor: Actor): void {
  if (typeof data !== 'object' || data === null || !('organ' in data)) return;
  const { organ } = data;
  if (typeof organ !== 'string' || organ === actor.organ) return;
  throw new UseCaseError('foreign-organ', { facts: { organ: organ.slice(0, 80), own: actor.organ } });
}
