const INLINE =
  /^(?:A|ABBR|B|BDI|BDO|BIG|BR|CITE|CODE|DEL|EM|FONT|I|INS|LABEL|MARK|Q|S|SMALL|SPAN|STRONG|SUB|SUP|TT|U)$/;
const LINES = /^(?:P|H[1-6]|TABLE)$/;

/** Puts text that stands beside paragraphs into paragraphs of its own. */
export function wrapBareText(around: Element, isLayout: (table: Element) => boolean): void {
  let run: ChildNode[] = [];
  const close = () => {
    const [first] = run;
    if (first && run.some((node) => (node.textContent ?? '').trim() !== '')) {
      const paragraph = around.ownerDocument.createElement('p');
      first.before(paragraph);
      paragraph.append(...run);
    }
    run = [];
  };
  for (const node of [...around.childNodes]) {
    if (isInline(node)) {
      run.push(node);
      continue;
    }
    close();
    if (!(node instanceof Element)) continue;
    if (!LINES.test(node.nodeName)) wrapBareText(node, isLayout);
    else if (node.nodeName === 'TABLE' && isLayout(node))
      for (const cell of node.querySelectorAll('td,th')) wrapBareText(cell, isLayout);
  }
  close();
}

function isInline(node: ChildNode): boolean {
  if (!(node instanceof Element)) return true;
  return INLINE.test(node.nodeName) && [...node.childNodes].every(isInline);
}
