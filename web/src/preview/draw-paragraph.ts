import { drawRun } from './draw-run.ts';
import { px, twipsToPx } from './units.ts';
import { childOf, valOf } from './xml.ts';

const ALIGNED = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
} as const;

/** Class of the elements of a style. */
export function styleClass(styleId: string): string {
  return `s-${styleId}`;
}

/** Draws a paragraph: its style as a class, what it says itself as properties. */
export function drawParagraph(paragraph: Element): HTMLElement {
  const drawn = document.createElement('p');
  const properties = childOf(paragraph, 'w:pPr');
  const style = styleOf(paragraph) ?? 'NoiDung';
  drawn.className = styleClass(style);
  drawn.dataset.style = style;
  if (properties) applyProperties(drawn, properties);
  for (const run of paragraph.children) if (run.nodeName === 'w:r') drawn.append(drawRun(run));
  if (!drawn.firstChild) drawn.append(document.createElement('br'));
  return drawn;
}

/** Id of a paragraph's style. */
export function styleOf(paragraph: Element): string | undefined {
  return valOf(childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle'));
}

function applyProperties(drawn: HTMLElement, properties: Element): void {
  for (const property of properties.children) {
    switch (property.nodeName) {
      case 'w:keepNext':
        drawn.classList.add('keep-next');
        break;
      case 'w:ind':
        indent(drawn, property);
        break;
      case 'w:tabs':
        drawn.classList.add('led', leaderOf(property));
        break;
      case 'w:jc':
        drawn.style.textAlign = alignment(valOf(property));
        break;
      case 'w:spacing':
        space(drawn, property);
        break;
    }
  }
}

/** Leader that fills the line up to a tab at its end. */
function leaderOf(tabs: Element): string {
  return childOf(tabs, 'w:tab')?.getAttribute('w:leader') ?? 'none';
}

function alignment(value: string | undefined): string {
  return Object.entries(ALIGNED).find(([name]) => name === value)?.[1] ?? '';
}

function indent({ style }: HTMLElement, property: Element): void {
  const left = property.getAttribute('w:left');
  const right = property.getAttribute('w:right');
  const first = property.getAttribute('w:firstLine');
  const hanging = property.getAttribute('w:hanging');
  if (left !== null) style.marginLeft = px(twipsToPx(left));
  if (right !== null) style.marginRight = px(twipsToPx(right));
  if (first !== null) style.textIndent = px(twipsToPx(first));
  if (hanging !== null) style.textIndent = px(-twipsToPx(hanging));
}

function space({ style }: HTMLElement, property: Element): void {
  const before = property.getAttribute('w:before');
  const after = property.getAttribute('w:after');
  if (before !== null) style.paddingTop = px(twipsToPx(before));
  if (after !== null) style.marginBottom = px(twipsToPx(after));
}
