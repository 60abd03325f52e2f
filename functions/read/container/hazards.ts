import type { Notice } from '../problems/notice.ts';
import type { DocxPackage, Relation } from './open-docx.ts';

/** Most things of one kind that are named. */
const MAX_NAMED = 5;
const LONGEST_NAME = 120;

/** Lists active or hidden content of a package; none of it is opened or run. `hasChunks`: its body asks for text of another file. */
export function packageHazards(docx: DocxPackage, relations: readonly Relation[], hasChunks: boolean): Notice[] {
  const notices: Notice[] = [];
  const hasMacros =
    docx.names.some((name) => /vbaProject|vbaData/i.test(name)) || /macroEnabled/i.test(docx.contentType);
  if (hasMacros) notices.push({ code: 'MACROS', params: {} });
  const external = relations.filter(({ isExternal }) => isExternal);
  for (const { type, target } of limited(external.filter((one) => !isHarmlessLink(one)))) {
    const code = type === 'attachedTemplate' ? 'EXTERNAL_TEMPLATE' : 'EXTERNAL_LINK';
    notices.push({ code, params: { target: short(target) } });
  }
  for (const name of limited(docx.names.filter((one) => /^word\/embeddings\//i.test(one)))) {
    notices.push({ code: 'EMBEDDED_OBJECT', params: { name: short(name) } });
  }
  for (const name of limited(docx.names.filter((one) => /\.(?:zip|7z|rar|gz|tar|jar|docx|docm)$/i.test(one)))) {
    if (!/^word\/embeddings\//i.test(name)) notices.push({ code: 'NESTED_ARCHIVE', params: { name: short(name) } });
  }
  if (hasChunks || relations.some(({ type }) => type === 'aFChunk'))
    notices.push({ code: 'IMPORTED_CHUNK', params: {} });
  return notices;
}

/** A link that a reader clicks fetches nothing by itself; one to a share or a script is told. */
function isHarmlessLink({ type, target }: Relation): boolean {
  return type === 'hyperlink' && /^(?:https?:|mailto:|tel:|#)/i.test(target);
}

function limited<T>(items: readonly T[]): readonly T[] {
  return items.slice(0, MAX_NAMED);
}

function short(text: string): string {
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
}
