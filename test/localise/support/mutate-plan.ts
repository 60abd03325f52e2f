import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import { nodesOf, type PlanNode } from '#localise/from-file/plan-nodes.ts';

/** An amended plan without ids; whose id each of its parts had, in reading order; and which parts were touched. */
export interface Mutation {
  readonly plan: KeHoach;
  readonly ids: readonly (string | undefined)[];
  readonly touched: ReadonlySet<string>;
}

function seeded(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

const NEW_TEXTS = [
  'Bố trí một công chức phụ trách công nghệ thông tin tại bộ phận một cửa của đơn vị.',
  'Sơ kết sáu tháng, tổng kết năm, khen thưởng tập thể và cá nhân có thành tích.',
  'Rà soát trang thiết bị, đề xuất mua sắm bổ sung trước khi giao dự toán năm sau.',
];
const NEW_WORDS = ['kịp thời', 'đồng bộ', 'thiết thực', 'theo quy định', 'tại cơ sở'];

/** Amends a plan as a superior does: parts put in, moved, retyped, split; one to five places. */
export function mutatedPlan(plan: KeHoach, seed: number): Mutation {
  const random = seeded(seed * 7919);
  const body = structuredClone(plan.body);
  const touched = new Set<string>();
  const lists = () => listsOf(body).filter((list) => list.some(({ text }) => typeof text === 'string'));
  for (let n = random(5); n >= 0; n--) {
    const all = lists();
    const list = all[random(all.length)];
    if (!list) continue;
    const at = random(list.length);
    const part = list[at];
    if (!part) continue;
    const touch = (one: Part) => one.id !== undefined && touched.add(one.id);
    const acts = [
      () => list.splice(at, 0, { level: part.level, text: `${NEW_TEXTS[random(NEW_TEXTS.length)]} (${seed}.${n})` }),
      () => list.splice(random(list.length), 0, ...list.splice(at, 1)),
      () => {
        if (typeof part.text !== 'string') return;
        touch(part);
        const words = part.text.split(' ');
        words.splice(random(words.length), random(3), NEW_WORDS[random(NEW_WORDS.length)] ?? '');
        part.text = words.join(' ');
      },
      () => {
        if (typeof part.text !== 'string') return;
        touch(part);
        const words = part.text.split(' ');
        const half = Math.ceil(words.length / 2);
        if (half < 2 || words.length - half < 2) return;
        part.text = words.slice(0, half).join(' ');
        list.splice(at + 1, 0, { level: part.level, text: words.slice(half).join(' ') });
      },
    ];
    acts[random(acts.length)]?.();
  }
  const amended = { ...plan, body };
  const flat = (nodes: readonly PlanNode[]): PlanNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
  const ids = flat(nodesOf(amended)).map(({ id }) => id);
  return { plan: withoutIds(amended), ids, touched };
}

function listsOf(parts: Part[]): Part[][] {
  return [parts, ...parts.flatMap(({ children }) => (children ? listsOf(children) : []))];
}

function withoutIds(plan: KeHoach): KeHoach {
  return JSON.parse(
    JSON.stringify(plan, (key, value) => (key === 'id' && String(value).startsWith('cu-') ? undefined : value)),
  );
}
