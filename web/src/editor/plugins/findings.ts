import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { ToldFinding } from '../../state/library/told-finding.ts';
import { createPlaces } from './places.ts';

const key = new PluginKey<DecorationSet>('findings');

/** Marks the lines that have findings; the text itself is left alone. */
export function findings(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, old) => {
        const next: unknown = tr.getMeta(key);
        return next instanceof DecorationSet ? next : old.map(tr.mapping, tr.doc);
      },
    },
    props: { decorations: (state) => key.getState(state) ?? DecorationSet.empty },
  });
}

/** Shows findings at their lines. */
export function showFindings(view: EditorView, found: readonly ToldFinding[]): void {
  const placeOf = createPlaces(view.state);
  const byPos = new Map<number, ToldFinding[]>();
  for (const finding of found) {
    const pos = placeOf(finding.pointer);
    if (pos !== null) byPos.set(pos, [...(byPos.get(pos) ?? []), finding]);
  }
  const decorations = [...byPos].flatMap(([pos, list]) => {
    const node = view.state.doc.nodeAt(pos);
    const worst = list.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
    return node
      ? [
          Decoration.node(pos, pos + node.nodeSize, {
            class: `has-${worst}`,
            title: list.map(({ message }) => message).join('\n'),
          }),
        ]
      : [];
  });
  view.dispatch(view.state.tr.setMeta(key, DecorationSet.create(view.state.doc, decorations)));
}
