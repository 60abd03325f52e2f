/** Pixels by which a caret's line may differ from the cell's edge. */
const LINE_PX = 12;

/** Tells whether an arrow key would leave the text of a cell that has the cursor. */
export function isAtEdge(cell: HTMLElement, key: string): boolean {
  const selection = cell.ownerDocument.getSelection();
  if (!selection?.isCollapsed || selection.rangeCount === 0) return false;
  const caret = selection.getRangeAt(0);
  const before = textBetween(cell, caret, 'before');
  const after = textBetween(cell, caret, 'after');
  if (key === 'ArrowLeft') return before === '';
  if (key === 'ArrowRight') return after === '';
  const rect = caret.getClientRects()[0];
  const box = cell.getBoundingClientRect();
  if (!rect) return key === 'ArrowUp' ? !before.includes('\n') : !after.includes('\n');
  return key === 'ArrowUp'
    ? rect.top - box.top < LINE_PX + rect.height / 2
    : box.bottom - rect.bottom < LINE_PX + rect.height / 2;
}

function textBetween(cell: HTMLElement, caret: Range, side: 'before' | 'after'): string {
  const range = caret.cloneRange();
  if (side === 'before') range.setStart(cell, 0);
  else range.setEnd(cell, cell.childNodes.length);
  return range.toString();
}
