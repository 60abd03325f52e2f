import { vietnamDate } from '#document/dates.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { inParallel } from '../in-parallel.ts';
import { sightOf } from '../may-read.ts';
import { requireRole } from '../permissions.ts';

/** Numbered documents that are looked at, the newest, and the chains read among them. */
const MAX_DOCUMENTS = 100;
const MAX_CHAINS = 20;
const CONCURRENCY = 5;
/** Suggestions of a kind at most. */
const MAX_OFFERED = 30;
const FIRST_DAY = '1945-09-02';

/** Texts that people of an office wrote before, the most used first. */
export interface Suggestions {
  /** Reasons for sending documents back. */
  readonly reasons: readonly string[];
  /** Lines of Nơi nhận, as printed. */
  readonly recipients: readonly string[];
  readonly signers: readonly { readonly position: string; readonly fullName: string }[];
}

/** Offers reasons, recipients and signers of the newest documents of the actor's organ; what it cites stands in its library. */
export async function suggest(deps: Deps, actor: Actor): Promise<Suggestions> {
  requireRole(actor, 'read-draft');
  const { organ } = actor;
  const [drafts, isSeen, found] = await Promise.all([
    deps.register.listByState(organ, 'draft', { limit: MAX_DOCUMENTS }),
    sightOf(deps, actor, organ),
    deps.register.search({
      organ,
      from: FIRST_DAY,
      to: vietnamDate(deps.clock.now()),
      wanted: () => true,
      page: { limit: MAX_DOCUMENTS },
    }),
  ]);
  const numbered = found.items.map(({ document }) => document);
  const past = await inParallel(numbered.slice(0, MAX_CHAINS), CONCURRENCY, (document) => reasonsIn(deps, document));
  const signers = new Map(
    numbered.flatMap(({ signerInfo }) => (signerInfo ? [[keyOf(signerInfo), signerInfo] as const] : [])),
  );
  return {
    reasons: mostUsed([
      ...drafts.items.filter(isSeen).flatMap(({ returnReason = [] }) => returnReason),
      ...past.flat(),
    ]),
    recipients: mostUsed(numbered.flatMap(({ to }) => to)),
    signers: mostUsed(numbered.flatMap(({ signerInfo }) => (signerInfo ? [keyOf(signerInfo)] : []))).flatMap(
      (key) => signers.get(key) ?? [],
    ),
  };
}

type Signer = Suggestions['signers'][number];

function keyOf({ position, fullName }: Signer): string {
  return `${position}\n${fullName}`;
}

async function reasonsIn(deps: Deps, { organ, docId }: DocumentItem): Promise<string[]> {
  const events = await deps.register.listEvents(organ, docId);
  return events.flatMap(({ act, facts }) => {
    const { reason } = facts;
    return (act === 'return' || act === 'step-back') && typeof reason === 'string' ? [reason] : [];
  });
}

function mostUsed(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_OFFERED)
    .map(([text]) => text);
}
