import { checkDocument } from '#document/checking/check-document.ts';
import type { Finding } from '#document/checking/findings.ts';
import type { IsoDate } from '#document/dates.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { LocaliseFinding } from '../localise-finding.ts';
import type { Unit } from '../units/directory.ts';
import { openPointWords } from '../units/open-points.ts';
import type { Overrides } from '../units/read-overrides.ts';
import { unitDocId } from '../units/unit-doc-id.ts';
import { unitOrgan } from '../units/unit-organ.ts';
import { unitProfile } from '../units/unit-profile.ts';
import type { CompiledPlan } from './compiled-plan.ts';
import { localisePlan } from './localise-plan.ts';

/** A unit's plan, checked as a draft; `document` and `organ` are there unless it failed. */
export interface UnitPlan {
  readonly unit: Unit;
  readonly docId: string;
  readonly made: {
    /** The data as it is to be stored as a draft: holes are holes. */
    readonly data: KeHoach;
    /** Draft as printed: gaps show as `[THIẾU: …]`. */
    readonly document: KeHoach;
    readonly organ: OrganProfile;
    /** staffId of the one who drafts for the unit, or null. */
    readonly drafter: string | null;
  } | null;
  /** Causes of a failure, if it failed, and warnings. */
  readonly findings: ReadonlyArray<LocaliseFinding | Finding>;
  /** Fields that the unit has yet to give. */
  readonly open: readonly string[];
}

/** Makes the plan of one unit: its profile, the merge, the check. What is wrong with one unit fails that unit alone. */
export function makeUnitPlan(plan: CompiledPlan, unit: Unit, overrides: Overrides, on: IsoDate): UnitPlan {
  const docId = unitDocId(plan.source.superior.docId, unit.code);
  const broken = overrides.broken.get(unit.code);
  if (broken) return { unit, docId, made: null, findings: broken, open: [] };
  const profile = unitProfile(unit, overrides.byCode.get(unit.code));
  const organ = unitOrgan(profile);
  const open = openPointWords(profile, plan.roles);
  const merged = localisePlan(plan, profile, on);
  if (!merged.document) return { unit, docId, made: null, findings: merged.findings, open };
  const checked = checkDocument(merged.document, { profiles: [organ], on, placeholders: 'show' });
  const { document } = checked;
  const findings = [...merged.findings, ...checked.findings];
  if (document?.schema !== merged.document.schema) return { unit, docId, made: null, findings, open };
  return { unit, docId, made: { data: merged.document, document, organ, drafter: profile.drafter }, findings, open };
}
