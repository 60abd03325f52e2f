import { Plugin, Selection } from 'prosemirror-state';

/**
 * Two kinds of typing that the browser gets wrong. Over a selection that reaches across head, body or appendices the first letter would stand in
 * one line and the next in another: all of it goes, and the text stands where it began. In an empty line Chromium may leave the cursor before
 * the letter that it has put in, so the letter is put in here.
 */
export function typeOver(): Plugin {
  return new Plugin({
    props: {
      handleTextInput: (view, from, to, text) => {
        const { state } = view;
        const [start, end] = [state.doc.resolve(from), state.doc.resolve(to)];
        const isWithin = start.depth > 0 && end.depth > 0 && start.node(1) === end.node(1);
        const isFirst = from === to && start.parent.isTextblock && start.parent.content.size === 0 && !view.composing;
        if (isFirst) {
          const typed = state.tr.insertText(text, from);
          view.dispatch(typed.setSelection(Selection.near(typed.doc.resolve(from + text.length), -1)).scrollIntoView());
          return true;
        }
        if (from === to || isWithin) return false;
        const tr = state.tr.delete(from, to);
        const at = Selection.near(tr.doc.resolve(tr.mapping.map(from)), 1).from;
        tr.insertText(text, at);
        view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at + text.length), -1)).scrollIntoView());
        return true;
      },
      handleKeyPress: (view, event) => {
        const { $from, empty } = view.state.selection;
        const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && !view.composing;
        if (!isLetter || !empty || !$from.parent.isTextblock || $from.parent.content.size > 0) return false;
        view.dispatch(view.state.tr.insertText(event.key).scrollIntoView());
        return true;
      },
    },
  });
}
