import { DOCX } from '#base/content-types.ts';
import { vietnamDate } from '#document/dates.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Members } from '#register/organs/members.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { ExportedFile } from '../exported-file.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, requireProfile } from '../profiles.ts';
import { readOwnDocument } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import { type NameOf, readSlip } from './read-slip.ts';

/** Size of a slip's input in bytes: always small. */
const SLIP_BYTES = 16 * 1024;

/**
 * Prints the Phiếu trình of a document's last submission, one A4 page: who passed which step when, on what text (PL VI, III.5.a).
 * Throws `not-found`, `never-submitted`.
 */
export async function printSlip(
  deps: Deps & { readonly members: Members },
  actor: Actor,
  docId: string,
): Promise<ExportedFile> {
  requireRole(actor, 'read-audit');
  const { organ } = actor;
  const document = await readOwnDocument(deps, actor, docId);
  const on = vietnamDate(new Date(document.updatedAt));
  const [events, members, guests, profiles] = await Promise.all([
    deps.register.listEvents(organ, docId),
    deps.members.list(organ),
    deps.register.listGuests(organ),
    readProfiles(deps, organ),
  ]);
  const profile = requireProfile(profiles, organ, on);
  const unit = profile.units.find(({ abbreviation }) => abbreviation === document.archivedAt)?.name;
  const slip = readSlip(document, events, { nameOf: namesOf([...members, ...guests], profile), unit });
  if (!slip) throw new UseCaseError('never-submitted', { params: { docId } });
  const task = { organ, name: 'print-slip', size: SLIP_BYTES } as const;
  const bytes = await runHeavy(deps, task, async () => ({ slip, organ: profile, on }));
  return { fileName: `Phieu-trinh-${on}.docx`, contentType: DOCX, bytes };
}

/** Names by the signers' list first, which has full names; who is in neither list is known by their sign-in alone. */
function namesOf(
  people: ReadonlyArray<{ readonly staffId: string; readonly name?: string }>,
  { signers }: OrganProfile,
): NameOf {
  const names = new Map([
    ...people.flatMap(({ staffId, name }) => (name === undefined ? [] : [[staffId, name] as const])),
    ...signers.flatMap(({ staffId, fullName }) => (staffId === undefined ? [] : [[staffId, fullName] as const])),
  ]);
  return (staffId) => names.get(staffId) ?? staffId;
}
