import { LEVEL_TRAITS } from '#document/schemas/level-traits.ts';
import type { Level } from '#document/schemas/part.schema.ts';

/** A part as random documents have it. */
interface Branch {
  readonly level: Level;
  readonly children?: readonly Branch[] | undefined;
}

/** Whether a part follows a branch in which it could stand as well, so that its print does not say where it stands. */
export function isPlacedAnew(parts: readonly Branch[]): boolean {
  return parts.some(
    (part, i) =>
      isPlacedAnew(part.children ?? []) ||
      parts.slice(i + 1).some(({ level }) => LEVEL_TRAITS[level].numbered && mayBeBelow(part, level)),
  );
}

function mayBeBelow({ level, children = [] }: Branch, wanted: Level): boolean {
  const { holds } = LEVEL_TRAITS[level];
  if (holds !== 'all' && holds.includes(wanted)) return true;
  return children.some((child) => child.level === wanted || mayBeBelow(child, wanted));
}
