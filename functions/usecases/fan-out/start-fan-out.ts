import { type IsoDate, vietnamDate } from '#document/dates.ts';
import { profileOn } from '#document/organ-directory.ts';
import { toNfc } from '#document/text/nfc.ts';
import { reason } from '#localise/localise-finding.ts';
import { provinceCommittee, provinceOrganId } from '#localise/units/province-names.ts';
import { selectUnits } from '#localise/units/select-units.ts';
import type { FanOutRun } from '#register/fan-outs/fan-out.schema.ts';
import type { NewFanOutRun } from '#register/fan-outs/fan-out-runs.ts';
import type { Actor } from '../actor.ts';
import { putBlob } from '../blobs.ts';
import { checkOrgan } from '../drafting/require-sound.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, requireProfile } from '../profiles.ts';
import { UseCaseError } from '../use-case-error.ts';
import { checkSuperior } from './check-superior.ts';
import type { FanOutDeps } from './fan-out-deps.ts';
import { asFinding, readyInput } from './fan-out-input.ts';
import { ownOrgans } from './own-organs.ts';

/**
 * Starts a fan-out: the input as a blob, a row for each unit. Only a province's own clerk, for units of the province. The
 * run's id, chosen by the client, makes repeating it safe. Throws `document-invalid` with all findings, also where the register has
 * the superior's plan otherwise; `foreign-organ`, `not-the-province`, `list-unreadable` for a list of units that cannot be read.
 */
export async function startFanOut(
  deps: FanOutDeps,
  actor: Actor,
  input: {
    readonly runId: string;
    readonly plan: unknown;
    readonly units: string;
    readonly profiles?: readonly unknown[] | undefined;
    /** Last day on which units are to issue. */
    readonly due?: IsoDate | undefined;
  },
): Promise<FanOutRun> {
  requireRole(actor, 'issue');
  const { organ, staffId } = actor;
  const profiles = input.profiles ?? [];
  const { plan } = readyInput(input.plan, profiles);
  checkOrgan(plan.source.plan, actor.organ);
  const at = deps.clock.now();
  const on = vietnamDate(at);
  const known = await readProfiles(deps, organ);
  const own = requireProfile(known, organ, on);
  const province = provinceCommittee(plan.province, on);
  const provinceOrgan = provinceOrganId(plan.province);
  if (organ !== provinceOrgan || own.name !== province) {
    const params = { province, provinceOrgan, own: own.name, organ };
    throw new UseCaseError('not-the-province', { params });
  }
  const { docId, code, issuedDate } = plan.source.superior;
  const ownThen = profileOn(known, organ, issuedDate) ?? own;
  const { inRegister, findings: wrong } = await checkSuperior(deps, ownThen, plan.source);
  if (wrong.length > 0) throw new UseCaseError('document-invalid', { findings: wrong.map(asFinding) });
  const { units, findings } = selectUnits(input.units, plan.source.superior.provinceCode);
  if (findings.length > 0 || units.length === 0) {
    const why = findings.length > 0 ? findings.map(({ message }) => message).join(' ') : reason('UNITS_EMPTY');
    throw new UseCaseError('list-unreadable', { params: { why } });
  }
  const offices = await ownOrgans(deps, own, units, profiles);
  const stored = toNfc({ schema: 'FanOutInput@1', plan: input.plan, profiles: [...profiles, ...offices] });
  const run: NewFanOutRun = {
    schema: 'fan-out@1',
    organ,
    runId: input.runId,
    input: await putBlob(deps, organ, input.runId, stored),
    superior: { docId, code, issuedDate, inRegister },
    on,
    ...(input.due !== undefined && { due: input.due }),
    total: units.length,
    createdBy: staffId,
    createdAt: at.toISOString(),
  };
  return deps.fanOuts.start(
    run,
    units.map(({ code }) => code),
  );
}
