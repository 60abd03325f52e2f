import { childOf, switchOf, valOf } from './xml.ts';

/** Draws a run as text, or as a span where it looks otherwise than its paragraph. */
export function drawRun(run: Element): Node {
  const properties = childOf(run, 'w:rPr');
  const content = contentOf(run);
  if (!properties) return content;
  const classes = [
    named(switchOf(childOf(properties, 'w:b')), 'bold'),
    named(switchOf(childOf(properties, 'w:i')), 'italic'),
  ].filter((name) => name !== null);
  const size = valOf(childOf(properties, 'w:sz'));
  if (classes.length === 0 && size === undefined) return content;
  const span = document.createElement('span');
  if (classes.length > 0) span.className = classes.join(' ');
  if (size !== undefined) span.style.fontSize = `${Number(size) / 2}pt`;
  span.append(content);
  return span;
}

function named(on: boolean | undefined, name: string): string | null {
  if (on === undefined) return null;
  return on ? name : `no-${name}`;
}

function contentOf(run: Element): DocumentFragment {
  const content = document.createDocumentFragment();
  for (const child of run.children) {
    if (child.nodeName === 'w:t') content.append(child.textContent ?? '');
    else if (child.nodeName === 'w:br') content.append(document.createElement('br'));
    else if (child.nodeName === 'w:tab') content.append(tab());
  }
  return content;
}

function tab(): HTMLElement {
  const span = document.createElement('span');
  span.className = 'tab';
  return span;
}
