import { undefinedIfNotFound } from '#base/coded-error.ts';
import type { Finding } from '#document/checking/findings.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { putContent } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { type DataOrUpload, draftSourceOf } from '../uploads/read-upload.ts';
import { UseCaseError } from '../use-case-error.ts';
import { checkDraft } from './check-draft.ts';

/** A draft as it stands, and what still is to be said of it. */
export interface SavedDraft {
  readonly document: DocumentItem;
  /** Warnings, holes among them; and the errors that were kept. */
  readonly findings: readonly Finding[];
}

/** Drafts that one person may have at once. */
export const MAX_DRAFTS = 500;

/**
 * Starts a draft. An id that the client chose makes repeating it safe. Holes are allowed and shown; errors of the data are refused
 * at once, unless they are to be kept. Throws `document-invalid`, `foreign-organ`, `no-series`, `already-exists`, `too-many-drafts`.
 */
export async function createDocument(
  deps: Deps,
  actor: Actor,
  input: {
    readonly docId?: string | undefined;
    readonly copiedFrom?: string;
    readonly withErrors?: boolean | undefined;
  } & DataOrUpload,
): Promise<SavedDraft> {
  requireRole(actor, 'create');
  const sent = await draftSourceOf(deps, actor, input);
  const { summary, findings, content } = await checkDraft(deps, actor, sent, input.withErrors);
  const { organ, staffId, unit } = actor;
  const docId = input.docId ?? deps.newId();
  await checkRoom(deps, actor, input.docId);
  const created = await deps.register.createDraft({
    organ,
    docId,
    data: await putContent(deps, organ, docId, content),
    summary,
    drafterId: staffId,
    unit,
    ...(input.copiedFrom !== undefined && { copiedFrom: input.copiedFrom }),
    at: deps.clock.now(),
  });
  return { document: created, findings };
}

/** Repeating what was done already is answered, however many there are. Throws `too-many-drafts`. */
async function checkRoom({ register }: Deps, { organ, staffId }: Actor, docId: string | undefined): Promise<void> {
  if (!(await register.hasDrafts(organ, staffId, MAX_DRAFTS))) return;
  const stands = docId !== undefined && (await register.getDocument(organ, docId).catch(undefinedIfNotFound));
  if (!stands) throw new UseCaseError('too-many-drafts', { params: { limit: MAX_DRAFTS } });
}
