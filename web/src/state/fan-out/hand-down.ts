import { z } from 'zod';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import { usualForUnits } from '#localise/from-file/localisable-from-file.ts';
import { nodesOf, type PlanNode, withIds } from '#localise/from-file/plan-nodes.ts';
import { type Fate, proposeFates } from '#localise/from-file/propose-fates.ts';
import type { Audience, LocalisablePlan, Mark } from '#localise/localisable-plan.schema.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { provinceOrganId } from '#localise/units/province-names.ts';
import { selectUnits } from '#localise/units/select-units.ts';
import { rowWording, rowWords } from './row-wording.ts';

/** For whom a part is. `follow`: for those of what holds it; `named`: for units that are named. */
export const FATES = ['undecided', 'follow', 'all', 'xã', 'phường', 'đặc khu', 'named', 'stays'] as const;
/** One of {@link FATES}. */
export type UnitFate = (typeof FATES)[number];

/** Fates in words. */
export const FATE_LABELS: Readonly<Record<UnitFate, string>> = {
  undecided: 'Chưa quyết',
  follow: 'Theo phần chứa nó',
  all: 'Mọi xã, phường, đặc khu',
  xã: 'Các xã',
  phường: 'Các phường',
  'đặc khu': 'Các đặc khu',
  named: 'Những đơn vị có tên …',
  stays: 'Không giao (việc của cấp trên)',
};

const wording = z.object({ title: z.string().optional(), text: z.string().optional(), ...rowWording });
const schema = z.object({
  fates: z.record(z.string(), z.enum(FATES)),
  named: z.record(z.string(), z.string()),
  wordings: z.record(z.string(), wording),
  subject: z.string(),
  opening: z.string(),
  closing: z.string(),
  recipients: z.string(),
});

/** Choices of a person about a plan that goes down. */
export type HandDown = Readonly<z.infer<typeof schema>>;

/** Superior's plan that goes down: its data with an id at each part, and what it was issued under. */
export interface SuperiorPlan {
  readonly plan: KeHoach;
  readonly superior: LocalisablePlan['superior'];
}

/** A plan whose parts, rows and appendices all have ids: those they have, or one by their place. */
export function withAllIds(plan: KeHoach): KeHoach {
  return withIds(plan, (path, own) => own ?? `phan-${path.map((n) => n + 1).join('-')}`);
}

/** Code of the province whose committee an organ is; undefined where it is none. */
export function provinceOf(organ: string): string | undefined {
  return [...unitDirectory().provinces.values()].find((province) => provinceOrganId(province) === organ)?.code;
}

/** Choices at the beginning: proposed by what each part says, and the usual words about the unit. */
export function proposedHandDown({ plan, superior }: SuperiorPlan): HandDown {
  const proposed = new Map(proposeFates(plan).map(({ id, fate }) => [id, fate]));
  const leading = leadingToWhatStays(plan, proposed);
  const proposals = new Map([...proposed].map(([id, fate]) => [id, leading.has(id) ? ('stays' as const) : fate]));
  const { unit } = usualForUnits(plan, superior.issuedDate);
  return {
    fates: Object.fromEntries(nodesOf(plan).flatMap((node) => fatesOf(node, proposals, null))),
    named: {},
    wordings: {},
    subject: unit.subject,
    opening: unit.opening,
    closing: '',
    recipients: '',
  };
}

/** The plan with its choices as it is given down. */
export function localisableOf({ plan, superior }: SuperiorPlan, chosen: HandDown): LocalisablePlan {
  const usual = usualForUnits(plan, superior.issuedDate);
  const recipients = linesOf(chosen.recipients).map((text) => ({ text }));
  return {
    schema: 'KeHoachDiaPhuong@1',
    plan,
    superior,
    year: usual.year,
    unit: {
      ...usual.unit,
      subject: chosen.subject,
      opening: chosen.opening,
      ...(chosen.closing.trim() !== '' && { closing: chosen.closing.trim() }),
      recipients: [...recipients, { own: true }],
    },
    marks: nodesOf(plan).flatMap((node) => marksOf(node, chosen, superior.provinceCode)),
  };
}

/** Parts whose fate is still to be decided; below a part that stays nothing is. */
export function undecidedParts(plan: KeHoach, { fates }: Pick<HandDown, 'fates'>): PlanNode[] {
  const open = (node: PlanNode): PlanNode[] => {
    const fate = fates[node.id ?? ''] ?? 'undecided';
    return [...(fate === 'undecided' ? [node] : []), ...(fate === 'stays' ? [] : node.children.flatMap(open))];
  };
  return nodesOf(plan).flatMap(open);
}

/** Faults of the units that are named at parts, each once. */
export function wrongNames({ fates, named }: HandDown, provinceCode: string): string[] {
  const texts = Object.entries(fates).flatMap(([id, fate]) => (fate === 'named' ? [named[id] ?? ''] : []));
  const empty = texts.some((text) => text.trim() === '')
    ? ['Có phần giao cho những đơn vị có tên mà chưa ghi tên nào.']
    : [];
  const wrong = texts.flatMap((text) => selectUnits(text, provinceCode).findings.map(({ message }) => message));
  return [...empty, ...new Set(wrong)];
}

/** Choices kept as text, and read again; null where it is none. */
export function readHandDown(text: string | null): HandDown | null {
  try {
    const read = schema.safeParse(JSON.parse(text ?? 'null'));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Parts that lead to an appendix which stays: a unit cannot refer to what it does not have. */
function leadingToWhatStays(plan: KeHoach, fates: ReadonlyMap<string, Fate>): ReadonlySet<string> {
  const appendices = new Set(
    (plan.appendices ?? []).map(({ id = '' }) => id).filter((id) => fates.get(id) === 'stays'),
  );
  const leads = ({ id = '', text, children = [] }: Part): string[] => {
    const refs = Array.isArray(text) ? text.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.ref])) : [];
    return [...(refs.some((ref) => appendices.has(ref)) ? [id] : []), ...children.flatMap(leads)];
  };
  return new Set(plan.body.flatMap(leads));
}

function fatesOf(node: PlanNode, proposals: ReadonlyMap<string, Fate>, above: UnitFate | null): [string, UnitFate][] {
  const { id = '', children } = node;
  const own: UnitFate =
    proposals.get(id) === 'down' ? 'all' : (proposals.get(id) ?? 'undecided') === 'stays' ? 'stays' : 'undecided';
  const fate = own === above ? 'follow' : own;
  return [[id, fate], ...children.flatMap((child) => fatesOf(child, proposals, own))];
}

function marksOf(node: PlanNode, chosen: HandDown, provinceCode: string): Mark[] {
  const { id = '', level, children } = node;
  const fate = chosen.fates[id] ?? 'undecided';
  if (fate === 'stays') return [{ id, stays: true }];
  const words = level === 'row' ? rowWords(chosen.wordings[id]) : saidOf(chosen.wordings[id]);
  const audience = audienceOf(fate, chosen.named[id] ?? '', provinceCode);
  // Named for nobody is for nobody: never for all.
  if (fate === 'named' && !audience) return [{ id, stays: true }];
  const hasMark = (fate !== 'follow' && fate !== 'undecided') || Object.keys(words).length > 0;
  const own: Mark[] = hasMark ? [{ id, ...(audience && { for: audience }), ...words }] : [];
  return [...own, ...children.flatMap((child) => marksOf(child, chosen, provinceCode))];
}

function audienceOf(fate: UnitFate, named: string, provinceCode: string): Audience | undefined {
  if (fate === 'xã' || fate === 'phường' || fate === 'đặc khu') return { kinds: [fate] };
  if (fate !== 'named') return undefined;
  const units = selectUnits(named, provinceCode).units.map(({ code }) => code);
  return units.length > 0 ? { units } : undefined;
}

function saidOf({
  title = '',
  text = '',
}: {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
} = {}) {
  return { ...(title.trim() !== '' && { title: title.trim() }), ...(text.trim() !== '' && { text: text.trim() }) };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
