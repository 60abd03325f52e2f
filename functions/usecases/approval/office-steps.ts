import { holdersIdsOf } from '#document/approver.ts';
import type { IsoDate } from '#document/dates.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { RouteStep } from '#register/model/step.schema.ts';
import type { DocumentItem, DocumentSummary } from '#register/model/types.ts';
import type { Office } from '#register/organs/office.schema.ts';
import { UseCaseError } from '../use-case-error.ts';

type OfficeStep = NonNullable<Office['steps']>[number]['steps'][number];

/**
 * The steps before the signature that an office has for a document (Điều 12), each with who takes it. None for most offices. Throws
 * `step-holder-missing` where the office names nobody for one.
 */
export function routeOf(
  office: Office | undefined,
  { typeCode, archivedAt = '' }: DocumentSummary,
  profile: OrganProfile | null,
): RouteStep[] {
  const entries = office?.steps ?? [];
  const own = entries.find(({ types }) => types?.includes(typeCode)) ?? entries.find(({ types }) => !types);
  return (own?.steps ?? []).map((step) => resolved(step, office, archivedAt, profile));
}

function resolved(
  { step, by }: OfficeStep,
  office: Office | undefined,
  unit: string,
  profile: OrganProfile | null,
): RouteStep {
  if (by.kind === 'person') return { step, holder: by.staffId, ...(by.deputy !== undefined && { deputy: by.deputy }) };
  if (by.kind === 'position') {
    const [holder, ...others] = profile ? holdersIdsOf(by.position, profile) : [];
    if (holder === undefined || others.length > 0) throw missing(step, by.position);
    return { step, holder };
  }
  const head = office?.unitHeads?.find((one) => one.unit === unit);
  if (!head) throw missing(step, unit);
  return { step, holder: head.staffId, ...(head.deputy !== undefined && { deputy: head.deputy }) };
}

function missing(step: string, who: string): UseCaseError {
  return new UseCaseError('step-holder-missing', { params: { step, who } });
}

/** Lists the deputies of a day for the holder of a step. An absence moves a step; it never signs. */
export function deputiesOf(
  office: Office | undefined,
  { holder }: Pick<DocumentItem, 'holder'>,
  today: IsoDate,
): string[] {
  const away = (office?.absences ?? []).filter(
    ({ staffId, from, to }) => staffId === holder && from <= today && today <= to,
  );
  return away.map(({ deputy }) => deputy);
}
