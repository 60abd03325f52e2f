import { type IsoDate, vietnamDate } from '#document/dates.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Signer } from '#document/schemas/signer.schema.ts';
import { toCapitals } from '#document/text/vietnamese.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, requireProfile } from '../profiles.ts';
import { readOwnDocument } from '../read-document.ts';
import { withApprover } from './with-approver.ts';

/** Proposed signer for one who is away, as the signature block says it. */
export interface SignerProposal {
  /** Full name and absence of who is to sign now. */
  readonly away: { readonly fullName: string; readonly from: IsoDate; readonly to: IsoDate };
  readonly signer: Signer;
}

/**
 * Proposes who signs a submitted document while its signer is away: whom the office named, with the block that they sign by (KT.).
 * It changes nothing; a person changes the signer. Null where nobody is away, or the deputy is no signer.
 */
export async function proposeSigner(deps: Deps, actor: Actor, docId: string): Promise<SignerProposal | null> {
  requireRole(actor, 'change-signer');
  const document = await withApprover(deps, await readOwnDocument(deps, actor, docId));
  const { organ, state, approverId } = document;
  if (state !== 'submitted') return null;
  const today = vietnamDate(deps.clock.now());
  const absences = (await deps.register.getOffice(organ))?.absences ?? [];
  const absence = absences.find(({ staffId, from, to }) => staffId === approverId && from <= today && today <= to);
  if (!absence) return null;
  const profile = requireProfile(await readProfiles(deps, organ), organ, today);
  const signer = blockOf(absence.deputy, profile);
  const { from, to, staffId } = absence;
  const fullName = profile.signers.find((one) => one.staffId === staffId)?.fullName ?? document.signerInfo?.fullName;
  return signer && { away: { fullName: fullName ?? '', from, to }, signer };
}

/** The block by which a deputy signs for the head (Điều 13.1); the head signs as such. */
function blockOf(staffId: string, { signers, headPosition }: OrganProfile): Signer | null {
  const deputy = signers.find((one) => one.staffId === staffId);
  if (!deputy) return null;
  const { position, fullName } = deputy;
  const isHead = toCapitals(position) === toCapitals(headPosition);
  const head = { prefix: 'KT.', position: headPosition } as const;
  return { authority: isHead ? [{ position }] : [head, { position }], fullName };
}
