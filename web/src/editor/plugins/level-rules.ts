import { InputRule, inputRules } from 'prosemirror-inputrules';
import type { Plugin } from 'prosemirror-state';
import { changeLine } from '../commands/set-level.ts';
import { containerAt, linesOf, mendDepths, nested } from '../model/container.ts';
import { chainOf, depthAfter } from '../model/depths.ts';
import { lineAttrs } from '../model/line.ts';
import { typedLabel } from '../paste/labels.ts';

/** Texts that may be the number of a line once a space follows them. */
const AT_HEAD =
  /^((?:Điều|Mục|Tiểu mục|Phần|Chương) (?:\d{1,2}|[IVX]{1,5})\.?|[IVX]{1,6}\.|[A-EGHK]\.|\d{1,2}(?:\.\d{1,2}){0,3}\.|\d{1,2}\)|\(\d{1,2}\)|\([ivx]{1,4}\)|[a-zđ][).]|[-–+])\s$/u;

/** A number typed at the head of a line gives the line its level and is not text: the place gives the number. */
export function levelRules(): Plugin {
  return inputRules({
    rules: [
      new InputRule(AT_HEAD, (state, match, start, end) => {
        const container = containerAt(state.doc.resolve(start));
        const label = typedLabel(`${match[1] ?? ''} X`);
        if (!container || !label) return null;
        const lines = linesOf(container.node, container.start);
        const index = lines.findIndex(({ node, pos }) => pos < start && pos + node.nodeSize > start);
        const line = lines[index];
        if (!line || lineAttrs(line.node).cont || start !== line.pos + 1) return null;
        const depth = depthAfter(chainOf(lines.slice(0, index).map(nested)), label.level);
        const tr = state.tr.delete(start, end);
        changeLine(tr, { node: tr.doc.nodeAt(line.pos) ?? line.node, pos: line.pos }, label.level, depth);
        return mendDepths(tr, line.pos + 1);
      }),
    ],
  });
}
