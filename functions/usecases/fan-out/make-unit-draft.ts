import { z } from 'zod';
import { toNfc } from '#document/text/nfc.ts';
import { reason } from '#localise/localise-finding.ts';
import { makeUnitPlan } from '#localise/plan/make-unit-plan.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { unitProfile } from '#localise/units/unit-profile.ts';
import type { FanOutRun } from '#register/fan-outs/fan-out.schema.ts';
import type { Settlement } from '#register/fan-outs/fan-out-rows.ts';
import { RegisterError } from '#register/model/register-error.ts';
import { putBlob } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { citesOf } from '../library/cites-of.ts';
import { NO_DRAFTER_YET } from '../read-document.ts';
import { summarise } from '../summarise-document.ts';
import type { FanOutInput } from './fan-out-input.ts';

/**
 * Makes the draft of one unit: the plan, the unit's profile where it has none yet, the blob, the row. The document's id
 * follows from the superior's plan and the unit, so doing it again makes nothing twice; a draft that the unit has gone on
 * with is left alone. Whoever gives another organ as the unit's is believed only where that organ calls itself by the unit's name:
 * nobody else gets a draft put among theirs. What is wrong with the unit is the answer; what is wrong with the table is thrown.
 */
export async function makeUnitDraft(
  deps: Deps,
  run: FanOutRun,
  { plan, overrides }: FanOutInput,
  unitCode: string,
): Promise<Settlement> {
  const unit = unitDirectory().units.get(unitCode);
  if (!unit) return { state: 'failed', reasons: [reason('UNIT_UNKNOWN', { unit: unitCode })] };
  const { docId, made, findings } = makeUnitPlan(plan, unit, overrides, run.on);
  if (!made) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    return { state: 'failed', reasons: errors.map(({ path, message }) => `${path}: ${message}`) };
  }
  const { organ } = made;
  const { organId } = organ;
  const at = new Date(run.createdAt);
  const known = await deps.register.listProfiles(organId);
  if (organId !== unitProfile(unit).organId && !known.some(({ profile }) => isCalled(profile, organ.name))) {
    const differs = reason('UNIT_ORGAN_NAME', { organ: organId, name: organ.name, unit: unitCode });
    return { state: 'failed', reasons: [differs] };
  }
  if (known.length === 0) {
    await unlessThere(
      'stale',
      deps.register.putProfile({
        organ: organId,
        validFrom: organ.validFrom,
        profileSchema: organ.schema,
        profile: organ,
        names: [organ.name],
        rev: null,
        actor: run.createdBy,
        at,
      }),
    );
  }
  await unlessThere(
    'already-exists',
    deps.register.createDraft({
      organ: organId,
      docId,
      data: await putBlob(deps, organId, docId, toNfc(made.data)),
      summary: summarise(made.data, organ),
      drafterId: made.drafter ?? NO_DRAFTER_YET,
      actor: run.createdBy,
      at,
    }),
  );
  await deps.register.addBases({
    organ: organId,
    cites: citesOf(made.data),
    source: 'superior',
    actor: run.createdBy,
    at,
  });
  return { state: 'done', unitOrgan: organId, docId };
}

async function unlessThere(code: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof RegisterError) || error.code !== code) throw error;
  }
}

const named = z.object({ name: z.string(), formerNames: z.array(z.string()).optional() });

function isCalled(profile: unknown, name: string): boolean {
  const { data } = named.safeParse(profile);
  return data !== undefined && [data.name, ...(data.formerNames ?? [])].includes(name);
}
