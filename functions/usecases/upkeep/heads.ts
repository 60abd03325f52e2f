import { z } from 'zod';
import { JSON_TYPE } from '#base/content-types.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { sha256 } from '#base/patterns.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
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

/** Where the chains of documents stood at a moment: kept outside the register, each head chained to the one before. */
export type Head = z.infer<typeof headSchema>;

type DocumentHead = Head['documents'][number];

/** What a register is held against, or written to. */
export interface HeadDeps {
  readonly inspection: Inspection;
  /** Outside what whoever writes the register can write: the backup, or a locked bucket. */
  readonly heads: Store;
}

/** Writes a head of every document and closing that changed since the last. Undefined where nothing did. */
export async function writeHead({ inspection, heads }: HeadDeps, now: Date): Promise<Head | undefined> {
  const known = await readHeads(heads);
  const [documents, closings] = [latest(known), new Set(known.heads.flatMap(({ closings: all }) => all.map(nameOf)))];
  const next: Pick<Head, 'documents' | 'closings'> = { documents: [], closings: [] };
  for await (const holding of inspection.holdings()) {
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
  const previous = known.heads.at(-1)?.root ?? '';
  const unsealed = { schema: 'head@1' as const, at: now.toISOString(), previous, ...next };
  const head: Head = { ...unsealed, root: rootOf(unsealed) };
  const key = `${PREFIX}/${unsealed.at.replace(/[^0-9TZ]/g, '').toLowerCase()}`;
  await heads.put(key, Buffer.from(JSON.stringify(head)), { contentType: JSON_TYPE, ifAbsent: true });
  return head;
}

/** I10: holds the chains of a register against the heads that were written of it, and the heads against each other. */
export async function verifyHeads({ inspection, heads }: HeadDeps): Promise<Violation[]> {
  const { heads: known, broken } = await readHeads(heads);
  const violations: Violation[] = broken.map((key) => ({
    ...{ invariant: 'I10', code: 'head-broken', organ: '?', where: key, what: key },
  }));
  const at = new Map(known.flatMap((head) => head.documents.map((one) => [keyOf(one), head.at] as const)));
  for (const [key, { organ, docId, version, chain }] of latest({ heads: known })) {
    const { events } = await inspection.document(organ, docId);
    const hash = events.find((event) => event.version === version)?.hash;
    if (hash === chain) continue;
    const code = hash === undefined ? 'head-ahead' : 'head-differs';
    violations.push({ invariant: 'I10', code, organ, where: docId, what: (at.get(key) ?? '').slice(0, 10) });
  }
  return violations;
}

async function readHeads(heads: Store): Promise<{ heads: Head[]; broken: string[] }> {
  const keys: string[] = [];
  for await (const key of heads.list(PREFIX)) keys.push(key);
  const read: Head[] = [];
  const broken: string[] = [];
  for (const key of keys.sort()) {
    const { bytes } = await heads.get(key);
    const head = headSchema.safeParse(parsed(bytes)).data;
    const isSound = head && head.root === rootOf(head) && head.previous === (read.at(-1)?.root ?? '');
    if (head && isSound) read.push(head);
    else broken.push(key);
  }
  return { heads: read, broken };
}

function latest({ heads }: { readonly heads: readonly Head[] }): Map<string, DocumentHead> {
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
