import type { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** Adds a plugin to an editor that is open; text, history and marks stay. */
export function addPlugin(view: EditorView, plugin: Plugin): void {
  if (!view.isDestroyed) view.updateState(view.state.reconfigure({ plugins: [...view.state.plugins, plugin] }));
}
