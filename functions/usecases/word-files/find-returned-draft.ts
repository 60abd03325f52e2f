import { DOCX } from '#base/content-types.ts';
import { vietnamDate } from '#document/dates.ts';
import type { DocumentItem, DocumentState } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { dataRef, readBlob } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { inParallel } from '../in-parallel.ts';
import { sightOf } from '../may-read.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import { takeListed } from '../take-listed.ts';
import { type BytesOrUpload, bytesOf } from '../uploads/read-upload.ts';

/** A draft that a file may have come from. */
export interface FoundDraft {
  readonly document: DocumentItem;
  /** From 0 to 1. */
  readonly likeness: number;
}

/** States in which a draft's file goes round. */
const STATES: readonly DocumentState[] = ['draft', 'submitted'];
/** Drafts of a state, of those the person sees, that are looked through, the longest waiting first; and how many are read at once. */
const MAX_DRAFTS = 200;
const AT_ONCE = 8;
/** Less alike than this is by chance: forms have words in common. */
const LEAST_ALIKE = 0.3;
const MAX_FOUND = 5;

/**
 * Finds the drafts of the actor's organ that a Word file may have come from, the likest first. They are known by its words; a person
 * says which it is. Writes nothing. Throws `word-unreadable`, `returned-unclear`, and as `readUpload`.
 */
export async function findReturnedDraft(deps: Deps, actor: Actor, brought: BytesOrUpload): Promise<FoundDraft[]> {
  requireRole(actor, 'save');
  const { organ } = actor;
  const documents = await draftsOf(deps, actor);
  const profiles = await readProfiles(deps, organ);
  const scored = await runHeavy(deps, { organ, name: 'find-draft' }, async () => ({
    bytes: await bytesOf(deps, actor, brought, [DOCX]),
    drafts: await inParallel(documents, AT_ONCE, async (document) => ({
      docId: document.docId,
      data: await readBlob(deps, dataRef(document)),
    })),
    organ,
    profiles,
    on: vietnamDate(deps.clock.now()),
  }));
  const known = new Map(documents.map((document) => [document.docId, document]));
  const alike = scored.filter(({ likeness }) => likeness >= LEAST_ALIKE).slice(0, MAX_FOUND);
  return alike.flatMap(({ docId, likeness }) => {
    const document = known.get(docId);
    return document ? [{ document, likeness }] : [];
  });
}

async function draftsOf(deps: Deps, actor: Actor): Promise<DocumentItem[]> {
  const sees = await sightOf(deps, actor, actor.organ);
  const wanted = (page: readonly DocumentItem[]) => page.filter((one) => one.data !== undefined && sees(one));
  const found = await Promise.all(
    STATES.map((state) =>
      takeListed((page) => deps.register.listByState(actor.organ, state, page), MAX_DRAFTS, wanted),
    ),
  );
  return found.flat();
}
