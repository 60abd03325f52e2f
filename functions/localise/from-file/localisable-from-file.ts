import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { LocalisablePlan, Mark } from '../localisable-plan.schema.ts';
import { nodesOf, type PlanNode } from './plan-nodes.ts';
import type { SuperiorFile } from './superior-file.schema.ts';

/** Parts that the unit has yet to decide. */
export interface Undecided {
  readonly id: string;
  readonly text: string;
}

/** A plan to localise, or the parts that are in its way. */
export interface FromFile {
  readonly plan: LocalisablePlan | null;
  readonly undecided: readonly Undecided[];
}

/**
 * Makes a localisable plan of a superior's file once every part is decided: what goes down is marked, and what holds it; what
 * stays is marked as staying. The unit's own subject and opening are made of the superior's.
 */
export function localisableFromFile({ plan, superior, decisions, file }: SuperiorFile): FromFile {
  const nodes = nodesOf(plan);
  const undecided = open(nodes, decisions);
  if (undecided.length > 0) return { plan: null, undecided };
  const localisable: LocalisablePlan = {
    schema: 'KeHoachDiaPhuong@1',
    plan,
    superior: { ...superior, file },
    ...usualForUnits(plan, superior.issuedDate),
    marks: nodes.flatMap((node) => marksOf(node, decisions)),
  };
  return { plan: localisable, undecided: [] };
}

/** Usual words of units about themselves, made of the superior's own subject and opening. */
export function usualForUnits(plan: KeHoach, issuedDate: string): Pick<LocalisablePlan, 'year' | 'unit'> {
  return {
    year: yearOf(plan, issuedDate),
    unit: {
      issuer: 'organ',
      subject: forUnits(plan.subject),
      opening: forUnits(plan.opening ?? `ban hành Kế hoạch ${lowered(plan.subject)} như sau:`),
      bases: [{ superior: true }],
      recipients: [{ own: true }],
      signer: { authority: [{ position: 'Chủ tịch' }] },
    },
  };
}

/** Parts without a decision; what is below a part that stays needs none. */
function open(nodes: readonly PlanNode[], decisions: SuperiorFile['decisions']): Undecided[] {
  return nodes.flatMap((node) => {
    const { id = '', text, children } = node;
    const decision = decisions[id] ?? 'undecided';
    // What stays cannot hold what goes down: a person has to say which is meant.
    if (decision === 'stays') return children.some((child) => goesDown(child, decisions)) ? [{ id, text }] : [];
    const own = decision === 'undecided' && !goesDown(node, decisions) ? [{ id, text }] : [];
    return [...own, ...open(children, decisions)];
  });
}

/** Tells whether a part goes down itself, or holds one that does. */
function goesDown({ id = '', children }: PlanNode, decisions: SuperiorFile['decisions']): boolean {
  if (decisions[id] === 'stays') return false;
  return decisions[id] === 'down' || children.some((child) => goesDown(child, decisions));
}

function marksOf(node: PlanNode, decisions: SuperiorFile['decisions']): Mark[] {
  const { id } = node;
  if (id === undefined) return [];
  if (!goesDown(node, decisions)) return [{ id, stays: true }];
  return [{ id }, ...node.children.flatMap((child) => marksOf(child, decisions))];
}

function yearOf({ subject }: KeHoach, issuedDate: string): number {
  return Number(/năm (20\d\d)/u.exec(subject)?.[1] ?? issuedDate.slice(0, 4));
}

/** "trên địa bàn tỉnh Đồng Nai" is the unit's own place in its plan. */
function forUnits(text: string): string {
  return text.replace(/trên địa bàn (?:toàn )?(?:tỉnh|thành phố)(?: \p{Lu}\p{L}*)*/gu, 'trên địa bàn [[donVi.ten]]');
}

function lowered(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
}
