import type { BodyItem } from '../elements/body-lines.ts';
import type { BodyLevel } from '../elements/labels.ts';
import type { Line } from '../elements/line.ts';
import type { Elements } from '../elements/recognise.ts';

/** Roles of a file's paragraphs; `left` was not understood, `none` is empty, a line, or a cell's text. */
export const DRAWN_ROLES = [
  'head',
  'title',
  'basis',
  'opening',
  'addressee',
  'part',
  'recipient',
  'signer',
  'appendix',
  'left',
  'none',
] as const;

/** See {@link DRAWN_ROLES}. */
export type DrawnRole = (typeof DRAWN_ROLES)[number];

/** Role of a paragraph, and its level in the body. */
export interface RoleOf {
  readonly role: DrawnRole;
  readonly level?: BodyLevel;
}

/** Finds the role of each paragraph by its index; the first element that it prints counts. */
export function rolesOf(elements: Elements): Map<number, RoleOf> {
  const { head, foot } = elements;
  const roles = new Map<number, RoleOf>();
  const give = (lines: ReadonlyArray<Line | null | undefined>, role: DrawnRole, level?: BodyLevel) => {
    for (const line of lines) {
      const index = line?.paragraph.index;
      if (index !== undefined && !roles.has(index)) roles.set(index, level === undefined ? { role } : { role, level });
    }
  };
  const items = (all: readonly BodyItem[]) => {
    for (const item of all) if (item.kind === 'line') give([item.line], 'part', item.level);
  };
  give(
    [...head.parent, ...head.organ, head.nationalName, head.motto, head.partyName, head.code?.line, head.date?.line],
    'head',
  );
  give([...head.letterSubject, elements.typeLine, ...elements.subject], 'title');
  give([head.urgency, head.circulation, head.secrecy, head.draftMark], 'head');
  give([elements.addressedLabel, ...elements.addressees.map(({ line }) => line)], 'addressee');
  give(elements.bases, 'basis');
  give([elements.opening], 'opening');
  items(elements.items);
  give([foot?.label, ...(foot?.recipients ?? []).map(({ line }) => line), foot?.archive?.line], 'recipient');
  give([...(foot?.authority ?? []), foot?.otherPosition, foot?.name], 'signer');
  for (const { label, title, attached, items: own } of elements.appendices) {
    give([label, ...title, ...attached], 'appendix');
    items(own);
  }
  give(elements.others, 'left');
  return roles;
}
