import { undefinedIfNotFound } from '#base/coded-error.ts';
import { parseCodeQuery } from '#document/code-notation.ts';
import { dateParts, formatShortDate } from '#document/dates.ts';
import { seriesFor } from '#document/organ-directory.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { typeCodeOf } from '#document/type-traits.ts';
import type { LocalisablePlan } from '#localise/localisable-plan.schema.ts';
import { type LocaliseFinding, superiorFinding } from '#localise/localise-finding.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Deps } from '../deps.ts';

/** Result of comparing a superior's plan with the register. */
export interface SuperiorChecked {
  /** Tells whether the organ has it here; otherwise its data is believed. */
  readonly inRegister: boolean;
  /** Differences from the register. */
  readonly findings: readonly LocaliseFinding[];
}

/** States in which a document is in force no longer. */
const ENDED: readonly DocumentItem['state'][] = ['withdrawn', 'replaced', 'voided'];

/**
 * Compares what every unit is going to cite of the superior's plan with the register of its organ: number, symbol, day,
 * trích yếu, and that it is in force. The organ's profile of that day is given.
 */
export async function checkSuperior(
  deps: Deps,
  profile: OrganProfile,
  source: LocalisablePlan,
): Promise<SuperiorChecked> {
  const named = await documentOf(deps, profile.organId, source.superior.docId);
  if (!named) return withoutDocument(deps, profile, source);
  return { inRegister: true, findings: [...differences(named, source)] };
}

function* differences(named: DocumentItem, { superior, plan }: LocalisablePlan): Iterable<LocaliseFinding> {
  const { symbol, issuedDate } = named;
  if (named.typeCode !== typeCodeOf(plan)) yield superiorFinding('SUPERIOR_TYPE', { typeName: named.typeName });
  if (symbol === undefined || issuedDate === undefined) {
    yield superiorFinding('SUPERIOR_UNNUMBERED', { given: superior.docId });
    return;
  }
  if (ENDED.includes(named.state)) yield superiorFinding('SUPERIOR_ENDED', { symbol, state: named.state });
  if (symbol !== superior.code) yield superiorFinding('SUPERIOR_CODE', { symbol, given: superior.code });
  if (issuedDate !== superior.issuedDate) {
    const params = { symbol, day: formatShortDate(issuedDate), given: formatShortDate(superior.issuedDate) };
    yield superiorFinding('SUPERIOR_DATE', params);
  }
  if (superior.citedAs === undefined && named.subject !== plan.subject.normalize('NFC')) {
    yield superiorFinding('SUPERIOR_SUBJECT', { subject: named.subject });
  }
}

/**
 * No document by that id: the number may be another document's, or one that the organ's series has not given. A number from
 * before the series began here, or of a series that is kept elsewhere, is believed.
 */
async function withoutDocument(
  deps: Deps,
  profile: OrganProfile,
  { superior, plan }: LocalisablePlan,
): Promise<SuperiorChecked> {
  const elsewhere = { inRegister: false, findings: [] };
  const { code, docId: given } = superior;
  const number = parseCodeQuery(code)?.number;
  const series = seriesFor(profile, typeCodeOf(plan))?.name;
  if (number === undefined || series === undefined) return elsewhere;
  const { year } = dateParts(superior.issuedDate);
  const found = await deps.register.findInOwnSeries(profile.organId, year, series, number);
  if (found?.row.symbol === code) {
    const { docId } = found.document;
    return { inRegister: true, findings: [superiorFinding('SUPERIOR_ID', { symbol: code, docId, given })] };
  }
  const counter = await deps.register.getSeries(profile.organId, year, series);
  const isOurs = counter?.seq !== undefined && number >= counter.start;
  if (!found && !isOurs) return elsewhere;
  return { inRegister: true, findings: [superiorFinding('SUPERIOR_NUMBER', { given: code, year })] };
}

async function documentOf(deps: Deps, organ: string, docId: string): Promise<DocumentItem | undefined> {
  return deps.register.getDocument(organ, docId).catch(undefinedIfNotFound);
}
