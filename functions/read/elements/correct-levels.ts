import type { BodyItem, BodyLine } from './body-lines.ts';
import type { BodyLevel } from './labels.ts';
import { lineOfParagraph } from './line.ts';
import type { Elements } from './recognise.ts';

/** Levels that a person gave to paragraphs, by their index. */
export type GivenLevels = ReadonlyMap<number, BodyLevel>;

/** Elements with levels as a person corrected them; what was typed as a label and is none stays text. */
export function withLevels(elements: Elements, levels: GivenLevels): Elements {
  if (levels.size === 0) return elements;
  const corrected = (items: readonly BodyItem[]) => items.map((item) => correctedItem(item, levels));
  return {
    ...elements,
    items: corrected(elements.items),
    appendices: elements.appendices.map((one) => ({ ...one, items: corrected(one.items) })),
  };
}

function correctedItem(item: BodyItem, levels: GivenLevels): BodyItem {
  const level = item.kind === 'line' ? levels.get(item.line.paragraph.index) : undefined;
  if (item.kind === 'table' || level === undefined || level === item.level) return item;
  return level === 'paragraph' ? plain(item) : { ...item, level, label: item.label && { ...item.label, level } };
}

function plain(item: BodyLine): BodyLine {
  return { ...item, level: 'paragraph', label: null, line: lineOfParagraph(item.line.paragraph), isHeading: false };
}
