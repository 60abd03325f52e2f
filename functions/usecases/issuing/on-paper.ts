import type { IsoDate } from '#document/dates.ts';
import { vietnamDate } from '#document/dates.ts';
import type { FrozenDocument } from '#document/frozen-document.ts';
import { appendixLabels } from '#document/numbering/references.ts';
import { foldWords } from '#document/text/vietnamese.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { readFront } from '../heavy/read-front.ts';
import { requireRole } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';

/** Days within which a document with the same trích yếu makes the clerk ask. */
const ALIKE_WITHIN_DAYS = 30;
const DAY_MS = 86_400_000;
const MAX_ALIKE = 10;

/** A place in a document on paper where number or day are written by hand. */
export interface PrintedField {
  /** `number`, `day`: in the head. `attached`: the Kèm theo line of an appendix, with both. */
  readonly place: 'number' | 'day' | 'attached';
  /** Label of the appendix: "Phụ lục I". */
  readonly label?: string;
}

/** A document of the last days that may be the same one. */
export interface AlikeDocument {
  readonly docId: string;
  readonly symbol: string;
  readonly issuedDate: IsoDate;
  /** Tells whether all its data is the same, or only its trích yếu. */
  readonly same: 'data' | 'subject';
}

/** Data a clerk needs to number a document signed on paper (Điều 15.2). */
export interface OnPaper {
  readonly document: DocumentItem;
  /** Places where number and day are written by hand; none of an electronic document. */
  readonly places: readonly PrintedField[];
  /** Documents of the last 30 days with the same data or trích yếu, newest first. */
  readonly alike: readonly AlikeDocument[];
}

/**
 * Names where number and day stand in a document that is signed on paper. Documents of the last 30 days that it looks
 * like come with them: the clerk is asked before the number is given. Throws `not-found`.
 */
export async function getOnPaper(deps: Deps, actor: Actor, docId: string): Promise<OnPaper> {
  requireRole(actor, 'issue');
  const document = await readOwnDocument(deps, actor, docId);
  const hasText = document.frozen !== undefined && !document.registered;
  const places = hasText ? placesIn(await readFront(deps, document)) : [];
  const alike = document.codeNumber === undefined ? await listAlike(deps, document) : [];
  return { document, places, alike };
}

function placesIn({ document }: FrozenDocument): PrintedField[] {
  if (document.medium === 'electronic') return [];
  const attached = appendixLabels(document.appendices ?? []).map((label) => ({ place: 'attached', label }) as const);
  return [{ place: 'number' }, { place: 'day' }, ...attached];
}

async function listAlike(deps: Deps, document: DocumentItem): Promise<AlikeDocument[]> {
  const now = deps.clock.now();
  const subject = foldWords(document.subject);
  const { items } = await deps.register.search({
    organ: document.organ,
    from: vietnamDate(new Date(now.getTime() - ALIKE_WITHIN_DAYS * DAY_MS)),
    to: vietnamDate(now),
    words: [document.subject],
    wanted: ({ row }) => row.docId !== document.docId && foldWords(row.subject) === subject,
    page: { limit: MAX_ALIKE },
  });
  return items.map((found) => alikeOf(found, document));
}

function alikeOf({ row, document }: NumberedDocument, { data }: DocumentItem): AlikeDocument {
  const { docId, symbol, issuedDate } = row;
  const same = data !== undefined && document.data?.sha256 === data.sha256 ? 'data' : 'subject';
  return { docId, symbol, issuedDate, same };
}
