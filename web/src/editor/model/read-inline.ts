import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { type InlineText, pieces, type Reference } from '#document/schemas/inline.schema.ts';
import { parseRuns } from '#document/text/runs.ts';
import { schema } from './schema.ts';

/** Holds a reference's place while marks are paired; no text has it. */
const PLACE = '\u0001';

/** A text with its marks and references as the content of a line. */
export function readInline(text: InlineText): Fragment {
  const references = pieces(text).filter((piece) => typeof piece !== 'string');
  const joined = pieces(text)
    .map((piece) => (typeof piece === 'string' ? piece : PLACE))
    .join('');
  const nodes = parseRuns(joined).flatMap(({ text: run, bold, italic }) => {
    const marks = marksOf(bold, italic);
    return run.split(PLACE).flatMap((piece, index): Node[] => {
      const reference = index > 0 ? references.shift() : undefined;
      return [
        ...(reference ? [referenceNode(reference, marks)] : []),
        ...(piece === '' ? [] : [schema.text(piece, marks)]),
      ];
    });
  });
  return Fragment.fromArray(nodes);
}

function referenceNode({ ref, ...data }: Reference, marks: readonly Mark[]): Node {
  return schema.node('ref', { to: ref, data }, undefined, marks);
}

function marksOf(bold: boolean, italic: boolean): Mark[] {
  return [...(bold ? [schema.mark('strong')] : []), ...(italic ? [schema.mark('em')] : [])];
}
