import { answer, api } from '../../api/client.ts';
import type { IssuedFile } from '../../api/types.ts';
import { formatMoment } from '../format.ts';
import { actorLabel } from '../labels.ts';

/** Looks at a document and downloads of its files, as lines, with the place where older ones go on. */
export interface Looked {
  readonly lines: readonly string[];
  readonly cursor: string | undefined;
}

/** Reads who looked at a document or took its files, the newest first. Throws `Problem`. */
export async function readLooked(
  docId: string,
  { names, files }: { readonly names: ReadonlyMap<string, string>; readonly files: readonly IssuedFile[] },
  before?: Looked,
): Promise<Looked> {
  const query = { limit: 50, ...(before?.cursor !== undefined && { cursor: before.cursor }) };
  const { data } = await answer(api.GET('/documents/{docId}/views', { params: { path: { docId }, query } }));
  const lines = data.items.map((item) => lookedLine(item, names, files));
  return { lines: [...(before?.lines ?? []), ...lines], cursor: data.cursor };
}

/** Says one look: `09:12 ngày 16/03/2026: Trần Thị Bình tải 35-KH-UBND.docx.` */
export function lookedLine(
  {
    kind,
    actor,
    at,
    fileId,
  }: {
    readonly kind: 'view' | 'download';
    readonly actor: string;
    readonly at: string;
    readonly fileId?: string | undefined;
  },
  names: ReadonlyMap<string, string>,
  files: ReadonlyArray<Pick<IssuedFile, 'fileId' | 'fileName'>>,
): string {
  const who = actorLabel(actor, names);
  const file = files.find((one) => one.fileId === fileId)?.fileName ?? 'tệp';
  return `${formatMoment(at)}: ${who} ${kind === 'view' ? 'đọc' : `tải ${file}`}.`;
}
