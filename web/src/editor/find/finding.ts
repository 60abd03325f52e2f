import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { gridAt } from '../grid/grid-handles.ts';
import { addPlugin } from '../plugins/add-plugin.ts';
import { findMatches, type Match, replaceMatches } from './matches.ts';

/** Words that are looked for, where they stand, and which of these places is looked at. */
export interface FindState {
  readonly query: string;
  readonly matches: readonly Match[];
  readonly index: number;
}

const NOTHING: FindState = { query: '', matches: [], index: 0 };
const key = new PluginKey<FindState>('finding');
const QUERY = 'query';
const INDEX = 'index';

/** Marks the words that are looked for; they are found anew as the text changes. */
function finding(): Plugin {
  return new Plugin<FindState>({
    key,
    state: {
      init: () => NOTHING,
      apply(tr, old) {
        const asked: unknown = tr.getMeta(key);
        const query = isAsked(asked, QUERY) ? String(asked[1]) : old.query;
        if (query !== old.query || (tr.docChanged && query !== '')) {
          const matches = findMatches(tr.doc, query);
          return {
            query,
            matches,
            index: query === old.query ? Math.min(old.index, Math.max(0, matches.length - 1)) : 0,
          };
        }
        return isAsked(asked, INDEX) ? { ...old, index: Number(asked[1]) } : old;
      },
    },
    props: {
      decorations: (state) => {
        const { matches, index } = findState(state);
        const marks = matches.flatMap((match, at) =>
          match.kind === 'line'
            ? [Decoration.inline(match.from, match.to, { class: at === index ? 'found now' : 'found' })]
            : [],
        );
        return marks.length === 0 ? null : DecorationSet.create(state.doc, marks);
      },
    },
  });
}

function isAsked(value: unknown, what: string): value is readonly [string, unknown] {
  return Array.isArray(value) && value[0] === what;
}

/** The words that are looked for, and where they stand. */
export function findState(state: EditorState): FindState {
  return key.getState(state) ?? NOTHING;
}

/** Looks for words; none ends it. The first time the editor learns to. */
export function lookFor(view: EditorView, query: string): void {
  if (!key.get(view.state)) addPlugin(view, finding());
  view.dispatch(view.state.tr.setMeta(key, [QUERY, query]));
}

/** Goes on to the next place (1) or back (-1), around the end. */
export function stepMatch(view: EditorView, by: 1 | -1): void {
  const { matches, index } = findState(view.state);
  if (matches.length > 0)
    view.dispatch(view.state.tr.setMeta(key, [INDEX, (index + by + matches.length) % matches.length]));
}

/** Puts a text in place of the match that is looked at, or of all. */
export function replaceFound(view: EditorView, text: string, which: 'one' | 'all'): void {
  const { matches, index } = findState(view.state);
  const chosen = which === 'all' ? matches : matches.slice(index, index + 1);
  if (chosen.length > 0) view.dispatch(replaceMatches(view.state.tr, chosen, text.normalize('NFC')));
}

/** Brings the match that is looked at into sight, and says which field it is in; null where it is none's. */
export function showMatch(view: EditorView): string | null {
  const { matches, index } = findState(view.state);
  const match = matches[index];
  view.state.doc.descendants((node, pos) => {
    if (node.type.name === 'grid') gridAt(view, pos)?.mark(match?.kind === 'cell' && match.pos === pos ? match : null);
  });
  if (match?.kind === 'line') view.dom.querySelector('.found.now')?.scrollIntoView({ block: 'center' });
  return match?.kind === 'field' ? match.name : null;
}
