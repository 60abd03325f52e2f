import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { type Command, NodeSelection, Plugin } from 'prosemirror-state';
import { moveBranch } from '../commands/move-branch.ts';
import { stepLevel } from '../commands/set-level.ts';
import { dropNumber, splitLine, splitPlain } from '../commands/split-line.ts';
import { gridAt } from '../grid/grid-handles.ts';
import { schema } from '../model/schema.ts';

/** Goes into a table that is chosen as a whole. */
const enterGrid: Command = ({ selection }, _, view) => {
  const grid = view && selection instanceof NodeSelection ? gridAt(view, selection.from) : null;
  grid?.enter();
  return grid !== null;
};

/** Keys of the editor, as Word has them; Esc, then Tab leaves the text for who works without a mouse. */
export function keys(save: () => void): Plugin[] {
  let leaving = false;
  const unlessLeaving =
    (command: Command): Command =>
    (state, dispatch, view) => {
      if (leaving) return false;
      command(state, dispatch, view);
      return true;
    };
  return [
    new Plugin({
      props: {
        handleKeyDown: (_, event) => {
          if (event.key === 'Escape') leaving = true;
          else if (event.key !== 'Tab' && event.key !== 'Shift') leaving = false;
          return false;
        },
        handleDOMEvents: {
          focus: () => {
            leaving = false;
            return false;
          },
        },
      },
    }),
    keymap({
      Enter: chainCommands(enterGrid, splitLine),
      'Shift-Enter': splitPlain,
      Backspace: chainCommands(undoInputRule, dropNumber),
      Tab: unlessLeaving(stepLevel(1)),
      'Shift-Tab': unlessLeaving(stepLevel(-1)),
      'Alt-ArrowUp': moveBranch(-1),
      'Alt-ArrowDown': moveBranch(1),
      'Mod-b': toggleMark(schema.marks.strong),
      'Mod-i': toggleMark(schema.marks.em),
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-s': () => {
        save();
        return true;
      },
    }),
    keymap(baseKeymap),
  ];
}
