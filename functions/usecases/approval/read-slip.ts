import { formatMoment } from '#document/dates.ts';
import type { Slip, SlipAct, SlipLine, SlipStep } from '#exchange/slip/slip.ts';
import type { RouteStep } from '#register/model/step.schema.ts';
import type { AuditEvent, DocumentItem } from '#register/model/types.ts';

/** Gives the full name of a staffId. */
export type NameOf = (staffId: string) => string;

const SLIP_ACTS: ReadonlySet<string> = new Set<SlipAct>([
  'submit',
  'take-back',
  'pass',
  'step-back',
  'edit',
  'change-signer',
  'approve',
  'return',
]);

/** Reads the last submission of a document out of its audit events; undefined where it was never submitted. */
export function readSlip(
  document: DocumentItem,
  events: readonly AuditEvent[],
  { nameOf, unit }: { readonly nameOf: NameOf; readonly unit?: string | undefined },
): Slip | undefined {
  const round = events.slice(events.findLastIndex(({ act }) => act === 'submit'));
  if (round[0]?.act !== 'submit') return undefined;
  const { lines, hashes } = walk(round, nameOf);
  const { typeName, subject, drafterId, signerInfo, urgency } = document;
  return {
    typeName,
    subject,
    drafter: nameOf(drafterId),
    unit,
    signer: signerInfo ? `${signerInfo.position} ${signerInfo.fullName}` : '',
    urgency,
    contentHash: hashes.at(-1) ?? '',
    text: hashes.length,
    lines,
  };
}

/** The lines of a submission, and the hashes of its texts in their order. */
function walk(
  round: readonly AuditEvent[],
  nameOf: NameOf,
): { readonly lines: readonly SlipLine[]; readonly hashes: readonly string[] } {
  const hashes: string[] = [];
  const lines: SlipLine[] = [];
  const route = routeOf(round[0]);
  let step = 0;
  for (const event of round) {
    const { act, facts } = event;
    if (act === 'hand-over') handOver(route[step], facts['to']);
    if (!isSlipAct(act)) continue;
    const { contentHash, reason } = facts;
    if (typeof contentHash === 'string' && contentHash !== hashes.at(-1)) hashes.push(contentHash);
    const turn = isOfDrafter(act) ? undefined : route[step];
    const standsIn = act === 'pass' && turn !== undefined && turn.holder !== event.actor;
    lines.push({
      at: formatMoment(new Date(event.at)),
      step: isOfDrafter(act) ? 'draft' : (turn?.step ?? 'signature'),
      act,
      person: nameOf(event.actor),
      inPlaceOf: standsIn ? nameOf(turn.holder) : undefined,
      reason: typeof reason === 'string' ? reason : undefined,
      text: hashes.length,
    });
    step += act === 'pass' ? 1 : act === 'step-back' ? -1 : 0;
  }
  return { lines, hashes };
}

/** Gives a step to a colleague. */
function handOver(turn: { holder: string } | undefined, to: unknown): void {
  if (turn && typeof to === 'string') turn.holder = to;
}

/** The way as submitting resolved it: `content:holder form:holder`. */
function routeOf(submit: AuditEvent | undefined): { readonly step: SlipStep; readonly holder: string }[] {
  const told = submit?.facts['route'];
  if (typeof told !== 'string') return [];
  return told.split(' ').flatMap((one) => {
    const [step = '', holder = ''] = one.split(':');
    return isRouteStep(step) ? [{ step, holder }] : [];
  });
}

function isSlipAct(act: string): act is SlipAct {
  return SLIP_ACTS.has(act);
}

function isRouteStep(step: string): step is RouteStep['step'] {
  return step === 'content' || step === 'form' || step === 'before-signing';
}

function isOfDrafter(act: SlipAct): boolean {
  return act === 'submit' || act === 'take-back';
}
