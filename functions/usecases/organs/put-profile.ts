import { type RawFinding, toFinding } from '#document/checking/findings.ts';
import { profilePath } from '#document/checking/path-labels.ts';
import { profileFindings } from '#document/checking/profile-rules.ts';
import { shapeFindings } from '#document/checking/shape-findings.ts';
import { overlappingProfiles } from '#document/organ-directory.ts';
import { type OrganProfile, organProfile } from '#document/schemas/organ-profile.schema.ts';
import type { ProfileItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import { forgetSharing } from '../sharing/organ-sharing.ts';
import { UseCaseError } from '../use-case-error.ts';

/**
 * Stores a profile of the actor's organ from a day on, or corrects the one of that day (`rev`: the one it corrects).
 * Throws `profile-invalid` with all findings, `foreign-organ`, `profile-overlap`, `stale`.
 */
export async function putProfile(
  deps: Deps,
  actor: Actor,
  input: { readonly profile: unknown; readonly rev: number | null },
): Promise<ProfileItem> {
  requireRole(actor, 'put-profile');
  const profile = parseProfile(input.profile);
  const raw = profileFindings(profile);
  if (raw.length > 0) throw invalid(raw);
  if (profile.organId !== actor.organ) {
    throw new UseCaseError('foreign-organ', { params: { organ: profile.organId, own: actor.organ } });
  }
  const others = (await readProfiles(deps, actor.organ)).filter(({ validFrom }) => validFrom !== profile.validFrom);
  checkOverlap([...others, profile]);
  const item = await deps.register.putProfile({
    organ: actor.organ,
    validFrom: profile.validFrom,
    profileSchema: profile.schema,
    profile,
    names: [profile.name, ...(profile.formerNames ?? [])],
    rev: input.rev,
    actor: actor.staffId,
    at: deps.clock.now(),
  });
  forgetSharing(deps, actor.organ);
  return item;
}

/** Reads any JSON as a profile. Throws `profile-invalid` with all findings. */
export function parseProfile(input: unknown): OrganProfile {
  const parsed = organProfile.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalid(shapeFindings(parsed.error.issues, input));
}

function invalid(raw: readonly RawFinding[]): UseCaseError {
  const findings = raw.map((finding) => toFinding(finding, profilePath(finding.pointer)));
  return new UseCaseError('profile-invalid', { findings });
}

/** A profile without an end gives way to the next one; one that names its end must not reach into it. */
function checkOverlap(profiles: readonly OrganProfile[]): void {
  const clash = overlappingProfiles(profiles).find(([earlier]) => earlier.validTo !== null);
  if (!clash) return;
  const [earlier, later] = clash;
  throw new UseCaseError('profile-overlap', {
    params: { validFrom: later.validFrom, until: earlier.validTo ?? '' },
  });
}
