import type { Node } from 'prosemirror-model';
import { chainOf, depthAfter, type Nested } from '../model/depths.ts';
import { FRESH, type LineAttrs, titleOf } from '../model/line.ts';
import { readInline } from '../model/read-inline.ts';
import { schema } from '../model/schema.ts';
import { writeRuns } from '../model/write-inline.ts';
import { blockText, type PastedBlock } from './block.ts';

const IN_BRACKETS = /^\(.*\)$/u;

/** Pasted lines as the editor's, after lines that stand before them. */
export function toNodes(blocks: readonly PastedBlock[], before: readonly Nested[]): Node[] {
  const chain = [...before];
  return blocks.map((block) => {
    const nested = block.kind === 'line' && block.as === 'text' ? chain.at(-1) : undefined;
    const { level, depth } = nested ?? placed(block, chain);
    if (!nested) chain.push({ level, depth });
    return toNode(block, { ...FRESH, level, depth, cont: nested !== undefined });
  });
}

function placed(block: PastedBlock, before: readonly Nested[]): Nested {
  const level = block.kind === 'table' ? 'table' : block.level;
  const chain = chainOf(before);
  // "(Kèm Phụ lục …)" after the last of several points is said of all of them.
  const last = chain.at(-1);
  if (last && IN_BRACKETS.test(blockText(block)) && (last.level === 'point' || last.level === 'dash'))
    return { level, depth: last.depth };
  return { level, depth: depthAfter(chain, level) };
}

function toNode(block: PastedBlock, attrs: LineAttrs): Node {
  if (block.kind === 'table') return schema.node('grid', { ...attrs, table: block.table });
  if (attrs.cont) return schema.node('para', attrs, readInline(writeRuns(block.runs)));
  const isTitle = block.as === 'title' || block.as === 'lead';
  if (isTitle || titleOf(attrs.level) === 'required')
    return schema.node('head', { ...attrs, runIn: block.as === 'lead' }, schema.text(blockText(block)));
  return schema.node('para', attrs, readInline(writeRuns(block.runs)));
}
