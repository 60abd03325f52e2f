import { profileOn } from '#document/organ-directory.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { fold, toCapitals } from '#document/text/vietnamese.ts';
import type { Line } from '#read/elements/line.ts';
import type { Elements } from '#read/elements/recognise.ts';
import type { RuleResult } from '../check-docx.ts';
import { at } from '../rule.ts';

const RULE = {
  id: 'organ.name-on-day',
  clause: 'PL I, II.2.b',
  severity: 'warning',
  title: 'Tên cơ quan đúng với ngày của văn bản',
} as const;

/**
 * Makes the rule that an organ bears the name valid on the document's day. It asks the profiles of the asker's organ.
 */
export function organNameResult({ head }: Pick<Elements, 'head'>, profiles: readonly OrganProfile[]): RuleResult {
  const [line] = head.organ;
  // The first line of a UBND's own name may be set as a parent's is.
  const printed = [head.organ, [...head.parent, ...head.organ]].map(nameOf);
  const named = profiles.filter(({ headerLines }) => printed.includes(spaceless(headerLines.join(' '))));
  const day = dayOf(head.date?.printed);
  const [first] = named;
  if (!line || !first) return notAssessed('Không có hồ sơ của cơ quan này.');
  if (day === null) return notAssessed('Văn bản chưa ghi ngày.');
  const valid = profileOn(profiles, first.organId, day);
  if (!valid) return notAssessed('Hồ sơ cơ quan không có hiệu lực vào ngày của văn bản.');
  const own = valid.headerLines.join(' ');
  if (printed.includes(spaceless(own))) return { ...RULE, verdict: 'pass', reason: null, violations: [] };
  const found = head.organ.map(({ text }) => text).join(' ');
  return { ...RULE, verdict: 'fail', reason: null, violations: [at(line, found, toCapitals(own))] };
}

function nameOf(lines: readonly Line[]): string {
  return spaceless(lines.map(({ text }) => text).join(' '));
}

function spaceless(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

function dayOf(
  printed: { readonly day: string; readonly month: string; readonly year: string } | undefined,
): string | null {
  if (!printed?.day || !printed.month || !printed.year) return null;
  return `${printed.year}-${printed.month.padStart(2, '0')}-${printed.day.padStart(2, '0')}`;
}

function notAssessed(reason: string): RuleResult {
  return { ...RULE, verdict: 'not-assessed', reason, violations: [] };
}
