import { lookAtDraft } from '#document/checking/check-document.ts';
import type { IsoDate } from '#document/dates.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { takeIn } from '#intake/take-in.ts';
import { likenessOf } from '#localise/from-file/returned-draft.ts';
import { UseCaseError } from '../use-case-error.ts';
import { readBroughtFile } from '../word-files/read-brought.ts';

/** Data of a draft that a file may have come from. */
export interface DraftToFind {
  readonly docId: string;
  readonly data: unknown;
}

/** A file that came back, and the drafts that it may be of. */
export interface FindDraftInput {
  readonly bytes: Uint8Array;
  readonly drafts: readonly DraftToFind[];
  readonly organ: string;
  readonly profiles: readonly OrganProfile[];
  readonly on: IsoDate;
}

/** Likeness of a draft to a file, from 0 to 1. */
export interface DraftLikeness {
  readonly docId: string;
  readonly likeness: number;
}

/** Scores how alike drafts are to a file, the likest first. Throws `word-unreadable`, `returned-unclear`. */
export async function findDraftTask({ bytes, drafts, organ, profiles, on }: FindDraftInput): Promise<DraftLikeness[]> {
  const { document, elements } = await readBroughtFile(bytes);
  const { draft } = takeIn(document, elements, { profiles, organ, on });
  const scored = drafts.flatMap(({ docId, data }) => {
    const { shown } = lookAtDraft(data, { profiles, on });
    if (!shown) return [];
    const likeness = likenessOf(shown.document, draft);
    if (likeness === null) throw new UseCaseError('returned-unclear');
    return [{ docId, likeness }];
  });
  return scored.sort((a, b) => b.likeness - a.likeness);
}
