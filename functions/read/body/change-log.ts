import type { Attributes } from '../xml/xml-node.ts';
import type { TrackedChange } from './model.ts';

/** Most tracked changes that are kept, and characters of each. */
const MAX_CHANGES = 20_000;
const MAX_CHARACTERS = 2000;

/** Tracked changes of a part, gathered as its text comes. */
export interface ChangeLog {
  readonly changes: readonly TrackedChange[];
  /** Tells whether text at this place was put in, or taken out. */
  readonly isInserting: boolean;
  readonly isDeleting: boolean;
  open(kind: 'inserted' | 'deleted', attributes: Attributes): void;
  close(): void;
  /** Text that the innermost change is about, in a paragraph. */
  addText(kind: 'inserted' | 'deleted', text: string, paragraph: number): void;
  addFormatting(attributes: Attributes, paragraph: number): void;
}

/** An empty log. */
export function changeLog(): ChangeLog {
  const changes: TrackedChange[] = [];
  const open: { readonly kind: 'inserted' | 'deleted'; readonly author: string; readonly at: string | null }[] = [];
  return {
    changes,
    get isInserting() {
      return open.some(({ kind }) => kind === 'inserted');
    },
    get isDeleting() {
      return open.some(({ kind }) => kind === 'deleted');
    },
    open(kind, attributes) {
      open.push({ kind, ...authorOf(attributes) });
    },
    close() {
      open.pop();
    },
    addText(kind, text, paragraph) {
      const { author, at } = open.at(-1) ?? { author: '', at: null };
      const last = changes.at(-1);
      if (last?.kind === kind && last.paragraph === paragraph && last.author === author) {
        changes[changes.length - 1] = { ...last, text: (last.text + text).slice(0, MAX_CHARACTERS) };
      } else if (changes.length < MAX_CHANGES) {
        changes.push({ kind, author, at, text: text.slice(0, MAX_CHARACTERS), paragraph });
      }
    },
    addFormatting(attributes, paragraph) {
      if (changes.length < MAX_CHANGES)
        changes.push({ kind: 'formatted', ...authorOf(attributes), text: '', paragraph });
    },
  };
}

function authorOf(attributes: Attributes): { readonly author: string; readonly at: string | null } {
  return { author: attributes['w:author'] ?? '', at: attributes['w:date'] ?? null };
}
