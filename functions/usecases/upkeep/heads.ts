import { z } from 'zod';
import { JSON_TYPE } from '#base/content-types.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { sha256 } from '#base/patterns.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { TableShare } from '#register/table/table.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import type { Store } from '#store/store.ts';
import type { Violation } from './violation.ts';

const PREFIX = 'heads';

const documentHead = z.strictObject({ organ: z.string(), docId: z.string(), version: z.number().int(), chain: sha256 });
const content = z.strictObject({
  schema: z.literal('head@1'),
  at: z.iso.datetime(),
  /** Root of the head before; empty for the first. */
  previous: z.string(),
  /** Every document whose chain went on since the head before. */
  documents: z.array(documentHead),
  /** Closings since the head before, with their hashes. */
  closings: z.array(z.strictObject({ organ: z.string(), series: z.string(), year: z.number().int(), hash: sha256 })),
});
const headSchema = content.extend({ root: sha256 });

/** Heads of all document chains at a moment, kept outside the register and chained themselves. */
export type Head = z.infer<typeof headSchema>;

type DocumentHead = Head['documents'][number];

/** Register, and the store of its heads. */
export interface HeadDeps {
  readonly inspection: Inspection;
  /** Outside what whoever writes the register can write: the backup, or a locked bucket. */
  readonly heads: Store;
}

/** Part of the register that a head covers, and when to stop. */
export interface HeadOptions {
  /** A share of the table has a chain of heads of its own; absent: all of it. */
  readonly share?: TableShare | undefined;
  /** Asked between two documents: true ends the round without a head. */
  isTimeUp?(): boolean;
}

/** Writes a head of every document and closing that changed since the last. Undefined where nothing did, or the time was up. */
export async function writeHead(
  { inspection, heads }: HeadDeps,
  now: Date,
  { share, isTimeUp = () => false }: HeadOptions = {},
): Promise<Head | undefined> {
  const folder = folderOf(share);
  const known = (await readChains(heads, folder)).filter((chain) => chain.folder === folder);
  const before = known.flatMap((chain) => chain.heads);
  const [documents, closings] = [latest(before), new Set(before.flatMap(({ closings: all }) => all.map(nameOf)))];
  const next: Pick<Head, 'documents' | 'closings'> = { documents: [], closings: [] };
  for await (const holding of inspection.holdings(share)) {
    if (isTimeUp()) return undefined;
    if (holding.kind === 'document' && holding.document) {
      const { organ, docId, version, chain } = holding.document;
      if (documents.get(keyOf({ organ, docId }))?.chain !== chain)
        next.documents.push({ organ, docId, version, chain });
    }
    if (holding.kind === 'series' && holding.closing) {
      const { organ, series, year, hash } = holding.closing;
      if (!closings.has(nameOf({ organ, series, year }))) next.closings.push({ organ, series, year, hash });
    }
  }
  if (next.documents.length + next.closings.length === 0) return undefined;
  const previous = before.at(-1)?.root ?? '';
  const unsealed = { schema: 'head@1' as const, at: now.toISOString(), previous, ...next };
  const head: Head = { ...unsealed, root: rootOf(unsealed) };
  const key = `${folder}/${stampAt(unsealed.at)}`;
  await heads.put(key, Buffer.from(JSON.stringify(head)), { contentType: JSON_TYPE, ifAbsent: true });
  return head;
}

/** I10: holds the chains of a register, or of a share of it, against the heads that were written of it, and the heads against each other. */
export async function verifyHeads(
  { inspection, heads }: HeadDeps,
  { share, isTimeUp }: HeadOptions = {},
): Promise<Violation[]> {
  const chains = await readChains(heads, folderOf(share));
  const violations: Violation[] = chains.flatMap(({ broken }) =>
    broken.map((key) => ({ invariant: 'I10', code: 'head-broken', organ: '?', where: key, what: key })),
  );
  const known = chains.flatMap((chain) => chain.heads).sort((a, b) => (a.at < b.at ? -1 : 1));
  const at = new Map(known.flatMap((head) => head.documents.map((one) => [keyOf(one), head.at] as const)));
  for (const [key, { organ, docId, version, chain }] of latest(known)) {
    if (isTimeUp?.()) break;
    const { events } = await inspection.document(organ, docId);
    const hash = events.find((event) => event.version === version)?.hash;
    if (hash === chain) continue;
    const code = hash === undefined ? 'head-ahead' : 'head-differs';
    violations.push({ invariant: 'I10', code, organ, where: docId, what: (at.get(key) ?? '').slice(0, 10) });
  }
  return violations;
}

/** Heads that go on from each other, those that do not left out. */
interface HeadChain {
  readonly folder: string;
  readonly heads: Head[];
  readonly broken: string[];
}

function folderOf(share: TableShare | undefined): string {
  return share === undefined || share.of === 1 ? PREFIX : `${PREFIX}/${share.of}-${share.index}`;
}

/** The chains below a folder: that of the whole, and those of shares. */
async function readChains(heads: Store, folder: string): Promise<HeadChain[]> {
  const chains = new Map<string, HeadChain>();
  const keys: string[] = [];
  for await (const key of heads.list(folder)) keys.push(key);
  for (const key of keys.sort()) {
    const own = key.slice(0, key.lastIndexOf('/'));
    const chain = chains.get(own) ?? { folder: own, heads: [], broken: [] };
    chains.set(own, chain);
    const { bytes } = await heads.get(key);
    const head = headSchema.safeParse(parsed(bytes)).data;
    const isSound = head && head.root === rootOf(head) && head.previous === (chain.heads.at(-1)?.root ?? '');
    if (head && isSound) chain.heads.push(head);
    else chain.broken.push(key);
  }
  return [...chains.values()];
}

/** The root of the first head that has a closing in it: what a closed book prints. Undefined where none was written yet. */
export async function sealOf(
  heads: Store,
  { organ, series, year, hash, closedAt }: Head['closings'][number] & { readonly closedAt: string },
): Promise<Pick<Head, 'at' | 'root'> | undefined> {
  const keys: string[] = [];
  for await (const key of heads.list(PREFIX)) if (stampOf(key) >= stampAt(closedAt)) keys.push(key);
  for (const key of keys.sort((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1))) {
    const head = headSchema.safeParse(parsed((await heads.get(key)).bytes)).data;
    const isIn = head?.closings.some((one) => nameOf(one) === nameOf({ organ, series, year }) && one.hash === hash);
    if (head && isIn && head.root === rootOf(head)) return { at: head.at, root: head.root };
  }
  return undefined;
}

/** Name of a head by its moment, which sorts as moments do. */
function stampAt(at: string): string {
  return at.replace(/[^0-9TZ]/g, '').toLowerCase();
}

function stampOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

function latest(heads: readonly Head[]): Map<string, DocumentHead> {
  return new Map(heads.flatMap(({ documents }) => documents.map((one) => [keyOf(one), one] as const)));
}

function rootOf(head: z.infer<typeof content>): string {
  const { schema, at, previous, documents, closings } = head;
  return sha256Hex(canonicalJson({ schema, at, previous, documents, closings }));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

const keyOf = ({ organ, docId }: Pick<DocumentHead, 'organ' | 'docId'>) => `${organ} ${docId}`;
const nameOf = ({ organ, series, year }: Pick<Head['closings'][number], 'organ' | 'series' | 'year'>) =>
  `${organ} ${series} ${year}`;
