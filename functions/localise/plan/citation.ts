import type { Citation } from '#document/schemas/basis.schema.ts';
import type { LocalisablePlan } from '../localisable-plan.schema.ts';
import type { Province } from '../units/directory.ts';
import { provinceNames } from '../units/province-names.ts';

/**
 * The superior's plan as its units cite it, in full (PL I, Mục II.6.a): type, number and symbol, day, organ as it was
 * called on that day, trích yếu.
 */
export function citationOf({ plan, superior }: LocalisablePlan, province: Province): Citation {
  const { committee } = provinceNames(province, superior.issuedDate);
  return {
    typeName: 'Kế hoạch',
    code: superior.code,
    issuedDate: superior.issuedDate,
    organName: plan.issuer === 'head' ? `Chủ tịch ${committee}` : committee,
    subject: superior.citedAs ?? `về việc ${lowered(plan.subject)}`,
  };
}

/** The first letter small, unless the word is an abbreviation. */
function lowered(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
