import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { Problem } from '../../api/problem.ts';
import { typeOfFile, upload } from '../../api/upload.ts';

/** Record of an older book that a scan may be of. */
export type ScannedDocument = components['schemas']['ScanMatches']['items'][number]['documents'][number];
/** Outcome of looking for the document of a scan. */
export type ScanOutcome = components['schemas']['ScanMatches']['items'][number]['outcome'];

/** A scan of a folder, as far as it is. */
export interface Scan {
  /** Path in the folder: two files may have one name. */
  readonly key: string;
  readonly file: File;
  readonly outcome: ScanOutcome | 'kept' | 'failed';
  readonly documents: readonly ScannedDocument[];
  /** Reason why it was not kept. */
  readonly reason?: string | undefined;
}

/** Outcomes in words. */
export const SCAN_WORDS: Readonly<Record<Scan['outcome'], string>> = {
  found: 'khớp, chưa thêm',
  several: 'tên khớp nhiều văn bản',
  'has-file': 'văn bản đã có tệp',
  'not-found': 'không có trong sổ cũ năm ấy',
  unreadable: 'tên tệp không có số',
  kept: 'đã thêm vào sổ',
  failed: 'chưa thêm được',
};

/** Most names of one question. */
const AT_ONCE = 500;

/** The scans among the files of a folder, in the order of their names; `others`: files that are none. */
export function scansOf(files: readonly File[]): {
  readonly scans: readonly File[];
  readonly others: readonly string[];
} {
  const wanted = files.filter(({ name }) => !isLeftByTheSystem(name));
  const sorted = wanted.toSorted((a, b) => pathOf(a).localeCompare(pathOf(b), 'vi', { numeric: true }));
  return {
    scans: sorted.filter(({ name }) => typeOfFile(name) !== null),
    others: sorted.filter(({ name }) => typeOfFile(name) === null).map(pathOf),
  };
}

/** Asks which documents files belong to, by their names. Throws `Problem`. */
export async function matchFiles(files: readonly File[], year: number): Promise<Scan[]> {
  const matches = await matchNames(
    files.map(({ name }) => name),
    year,
  );
  const keys = uniqueKeys(files.map(pathOf));
  return files.map((file, at) => ({
    key: keys[at] ?? file.name,
    file,
    outcome: matches[at]?.outcome ?? 'unreadable',
    documents: matches[at]?.documents ?? [],
  }));
}

/** Asks which document a number that was typed under a scan means. Throws `Problem` where it is not one alone. */
export async function matchTyped(text: string, year: number): Promise<ScannedDocument> {
  const [match] = await matchNames([text], year);
  const [document] = match?.documents ?? [];
  if (match?.outcome === 'found' && document) return document;
  const words = match?.outcome === 'unreadable' ? 'không đọc được số' : SCAN_WORDS[match?.outcome ?? 'unreadable'];
  throw new Problem(`“${text}”: ${words}.`, 0, 'typed');
}

/** Keeps a scan with its document. Throws `Problem`. */
export async function keepScan(file: File, { docId, etag }: Pick<ScannedDocument, 'docId' | 'etag'>): Promise<void> {
  const type = typeOfFile(file.name);
  if (type === null) throw new Problem('Chỉ nhận tệp PDF hoặc .docx.', 0, 'typed');
  const uploadId = await upload(file, type);
  const params = { path: { docId }, header: { 'If-Match': etag } };
  await answer(api.PUT('/documents/{docId}/scan', { params, body: { uploadId } }));
}

/** Scans whose document is known, ready to be kept; a document takes one file: the second of two is left. */
export function readyScans(scans: readonly Scan[]): Scan[] {
  const taken = new Set<string>();
  return scans.filter(({ outcome, documents: [document] }) => {
    if (outcome !== 'found' || !document || taken.has(document.docId)) return false;
    taken.add(document.docId);
    return true;
  });
}

/** Scans that a person still has to say the number of, or the document of. */
export function openScans(scans: readonly Scan[]): Scan[] {
  return scans.filter(({ outcome }) => outcome === 'several' || outcome === 'not-found' || outcome === 'unreadable');
}

/** `12 khớp, 3 không có số`. */
export function scanCounts(scans: readonly Scan[]): string {
  const order: readonly Scan['outcome'][] = [
    'found',
    'kept',
    'several',
    'has-file',
    'not-found',
    'unreadable',
    'failed',
  ];
  return order
    .map((outcome) => [scans.filter((one) => one.outcome === outcome).length, SCAN_WORDS[outcome]] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count.toLocaleString('vi-VN')} ${words}`)
    .join('; ');
}

async function matchNames(names: readonly string[], year: number) {
  const items: components['schemas']['ScanMatches']['items'] = [];
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const body = { year, names: names.slice(at, at + AT_ONCE) };
    items.push(...(await answer(api.POST('/brought-in/scans/match', { body }))).data.items);
  }
  return items;
}

/** Files of different folders may have one name: the second is `35.pdf (2)`. */
function uniqueKeys(paths: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return paths.map((path) => {
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    return count === 1 ? path : `${path} (${count})`;
  });
}

function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

function isLeftByTheSystem(name: string): boolean {
  return name.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/i.test(name);
}
