import { Plugin, Selection } from 'prosemirror-state';

/**
 * Typing over a selection that reaches across head, body or appendices: all of it goes, and the text stands where it began. The browser would
 * put the first letter in one line and the next in another.
 */
export function typeOver(): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, from, to, text) => {
        const { state } = view;
        const [start, end] = [state.doc.resolve(from), state.doc.resolve(to)];
        const isWithin = start.depth > 0 && end.depth > 0 && start.node(1) === end.node(1);
        if (from === to || isWithin) return false;
        const tr = state.tr.delete(from, to);
        const at = Selection.near(tr.doc.resolve(tr.mapping.map(from)), 1).from;
        tr.insertText(text, at);
        view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at + text.length), -1)).scrollIntoView());
        return true;
      },
    },
  });
}
