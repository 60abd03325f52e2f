import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { Problem } from '../../api/problem.ts';
import type { IssuedFile } from '../../api/types.ts';
import { typeOfFile, upload } from '../../api/upload.ts';

/** A signed or attached file beside the approved text. */
export type ComparedFile = components['schemas']['ComparedFile'];

const BROUGHT: readonly IssuedFile['role'][] = ['signed', 'scan', 'given'];
/** Comparisons of kept files, which never change, by document and file. */
const known = new Map<string, ComparedFile>();

/** Files that people brought to a document whose approved text is known; those that were replaced are told no more. */
export function comparedFiles(files: readonly IssuedFile[]): IssuedFile[] {
  if (!files.some(({ role }) => role === 'rendered')) return [];
  return files.filter(({ role, supersededBy }) => BROUGHT.includes(role) && supersededBy === undefined);
}

/** Reads how a kept file's text stands to the approved one. Throws `Problem`. */
export async function readComparison(docId: string, fileId: string): Promise<ComparedFile> {
  const key = `${docId}/${fileId}`;
  const before = known.get(key);
  if (before) return before;
  const path = { docId, fileId };
  const { data } = await answer(api.GET('/documents/{docId}/files/{fileId}/comparison', { params: { path } }));
  known.set(key, data);
  return data;
}

/**
 * Compares a file with the approved text before it is added; null for a document without one, and for a file that is none of
 * those kept. Throws `Problem`.
 */
export async function compareBefore(docId: string, file: File): Promise<ComparedFile | null> {
  const type = typeOfFile(file.name);
  if (!type) return null;
  try {
    const body = { uploadId: await upload(file, type) };
    return (await answer(api.POST('/documents/{docId}/compared-file', { params: { path: { docId } }, body }))).data;
  } catch (error) {
    if (error instanceof Problem && error.code === 'no-data') return null;
    throw error;
  }
}
