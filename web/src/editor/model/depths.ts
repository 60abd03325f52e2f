import type { Level } from '#document/schemas/part.schema.ts';
import { isFree, mayHold } from './line.ts';

/** Fields that decide the depth of a line. */
export interface Nested {
  readonly level: Level;
  readonly depth: number;
}

/** The parts that stand around what follows the last of these lines, from the outermost in. */
export function chainOf(lines: readonly Nested[]): Nested[] {
  const chain: Nested[] = [];
  for (const line of lines) {
    while ((chain.at(-1)?.depth ?? -1) >= line.depth) chain.pop();
    chain.push(line);
  }
  return chain;
}

/**
 * Depth of a line that comes after `chain`: in the nearest part that may hold it; a line without a number stands beside
 * one of its kind, else in the part before it.
 */
export function depthAfter(chain: readonly Nested[], level: Level): number {
  const last = chain.at(-1);
  if (!last) return 0;
  if (isFree(level)) {
    const beside = isFree(last.level) || last.level === 'dash' || last.level === 'plus';
    return beside ? last.depth : last.depth + 1;
  }
  const around = chain.findLast((above) => !isFree(above.level) && mayHold(above.level, level));
  return around ? around.depth + 1 : 0;
}

/** Depths that fold well: no line deeper than in the part before it, numbered ones only in parts that may hold them. */
export function soundDepths(lines: readonly Nested[]): number[] {
  const chain: Nested[] = [];
  return lines.map(({ level, depth }) => {
    while ((chain.at(-1)?.depth ?? -1) >= depth) chain.pop();
    while (chain.length > 0 && !isFree(level) && !holds(chain.at(-1), level)) chain.pop();
    const sound = chain.length;
    chain.push({ level, depth });
    return sound;
  });
}

function holds(above: Nested | undefined, level: Level): boolean {
  return above !== undefined && !isFree(above.level) && mayHold(above.level, level);
}
