import type { Pointer } from '#document/checking/findings.ts';

/** Puts the cursor into the field of a form that shows a place of the data; false where none does. */
export function revealField(form: HTMLElement, pointer: Pointer): boolean {
  const input = showField(form, pointer);
  const [, index] = pointer;
  input?.focus();
  if (input instanceof HTMLTextAreaElement && typeof index === 'number') selectLine(input, index);
  return input !== null;
}

/** Brings the field that shows a place of the data into sight, unfolded; null where none does. */
export function showField(form: HTMLElement, [name]: Pointer): HTMLElement | null {
  const field = form.querySelector(`[data-field="${CSS.escape(String(name))}"]`);
  const input = field?.querySelector<HTMLElement>('textarea, input, select') ?? null;
  for (let fold = input?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  input?.scrollIntoView({ block: 'center' });
  return input;
}

/** Selects a line of a list that is typed one item a line. */
function selectLine(area: HTMLTextAreaElement, index: number): void {
  const lines = area.value.split('\n');
  const start = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
  area.setSelectionRange(start, start + (lines[index]?.length ?? 0));
}

/** Name of the field around an element of a form; null outside of one. */
export function fieldAround(target: EventTarget | null): string | null {
  const field = target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null;
  return field?.dataset['field'] ?? null;
}
