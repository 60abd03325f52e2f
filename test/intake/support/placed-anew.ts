import { LEVEL_TRAITS } from '#document/schemas/level-traits.ts';
import { LEVELS, type Level } from '#document/schemas/part.schema.ts';

/** A part as random documents have it. */
interface Branch {
  readonly level: Level;
  readonly children?: readonly Branch[] | undefined;
}

/** Tells whether a part follows a branch that could hold it as well: its print does not say where it stands. */
export function isPlacedAnew(parts: readonly Branch[]): boolean {
  return parts.some((part, i) => {
    const later = parts.slice(i + 1).map(({ level }) => level);
    return (
      isPlacedAnew(part.children ?? []) || later.some((level) => LEVEL_TRAITS[level].numbered && mayHold(part, level))
    );
  });
}

function mayHold({ level, children = [] }: Branch, wanted: Level): boolean {
  const { holds } = LEVEL_TRAITS[level];
  const isHeld = holds === 'all' ? LEVELS.indexOf(wanted) > LEVELS.indexOf(level) : holds.includes(wanted);
  return isHeld || children.some((child) => child.level === wanted || mayHold(child, wanted));
}
