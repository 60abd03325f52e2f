import { treeBuilder } from '../xml/read-tree.ts';
import type { XmlHandler } from '../xml/scan-xml.ts';
import type { PartHandler } from './part-builder.ts';

const ROOTS = new Set(['w:body', 'w:hdr', 'w:ftr', 'w:footnote', 'w:endnote', 'w:comment']);
const CAPTURED = new Set(['w:pPr', 'w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr', 'w:tblGrid', 'w:sectPr']);

/**
 * Sorts a part's elements: properties are gathered into trees, of alternatives the first that is offered is taken, the rest
 * goes to the builder as it comes.
 */
export function partReader(builder: PartHandler): XmlHandler {
  const alternatives: boolean[] = [];
  let capture: { readonly name: string; readonly tree: ReturnType<typeof treeBuilder>; depth: number } | null = null;
  let skipped = 0;
  /** The first alternative is the one that Word draws; text boxes stand in each. */
  const openAlternative = () => {
    if (alternatives.at(-1)) skipped = 1;
    else if (alternatives.length > 0) alternatives[alternatives.length - 1] = true;
  };
  return {
    open(name, attributes) {
      if (skipped > 0) skipped += 1;
      else if (capture) {
        capture.depth += 1;
        capture.tree.open(name, attributes);
      } else if (name === 'mc:AlternateContent') alternatives.push(false);
      else if (name === 'mc:Choice' || name === 'mc:Fallback') openAlternative();
      else if (CAPTURED.has(name)) {
        capture = { name, tree: treeBuilder(), depth: 1 };
        capture.tree.open(name, attributes);
      } else if (ROOTS.has(name)) builder.openRoot(name, attributes);
      else builder.open(name, attributes);
    },
    close(name) {
      if (skipped > 0) skipped -= 1;
      else if (capture) {
        capture.depth -= 1;
        const node = capture.tree.close();
        if (capture.depth > 0 || !node) return;
        const { name: captured } = capture;
        capture = null;
        builder.props(captured, node);
      } else if (name === 'mc:AlternateContent') alternatives.pop();
      else if (ROOTS.has(name)) builder.closeRoot();
      else builder.close(name);
    },
    text(text) {
      if (skipped === 0 && !capture) builder.text(text);
    },
  };
}
