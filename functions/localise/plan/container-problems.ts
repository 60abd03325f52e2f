import { finding, type LocaliseFinding } from '../localise-finding.ts';
import type { CompiledAppendix, CompiledNode, CompiledPart } from './compiled-plan.ts';

/** Parts that go down although what contains them never does. */
export function containerProblems(bodies: {
  readonly body: readonly CompiledPart[];
  readonly appendices: readonly CompiledAppendix[];
}): LocaliseFinding[] {
  return [
    ...bodies.body.flatMap((part) => ofPart(part, true, '')),
    ...bodies.appendices.flatMap((appendix) => {
      const goes = mayGo(appendix, false);
      return appendix.body.flatMap((part) => ofPart(part, goes, appendix.id));
    }),
  ];
}

function ofPart(part: CompiledPart, above: boolean, container: string): LocaliseFinding[] {
  const own = below(part, above, container);
  // At the top of the body nothing contains a part: without marks it stays.
  const goes = container === '' ? mayGo(part, false) : mayGo(part, above);
  return [
    ...own,
    ...(part.table?.rows ?? []).flatMap((row) => below(row, goes, part.id)),
    ...part.children.flatMap((child) => ofPart(child, goes, part.id)),
  ];
}

function below(node: CompiledNode, above: boolean, container: string): LocaliseFinding[] {
  const marked = node.marks?.some(({ stays }) => !stays) ?? node.addedFor !== null;
  return marked && !above ? [finding('MARK_BELOW_STAYING', node.place, { container })] : [];
}

function mayGo(node: CompiledNode, above: boolean): boolean {
  if (node.marks) return node.marks.some(({ stays }) => !stays);
  return node.addedFor !== null || above;
}
