import type { ExchangeSettings } from '#exchange/exchange-settings.schema.ts';
import type { LengthWarning } from '#exchange/metadata/cut-to-length.ts';
import { type Metadata, type MetadataSource, metadataOf } from '#exchange/metadata/metadata.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import { bookEntry } from '../book/book-entry.ts';
import type { Deps } from '../deps.ts';
import { type IssuedRef, readIssued } from '../search/download-file.ts';
import { exchangeOf } from './exchange-settings.ts';

/**
 * Metadata of an issued document (PL VI, phần II.I), with what was too long for its field; the look is recorded.
 * Codes of organs are those of the settings that are given, or else of its organ's profile. Throws `not-found`.
 */
export async function getMetadata(
  deps: Deps,
  actor: Actor,
  ref: IssuedRef,
  settings?: ExchangeSettings,
): Promise<{ readonly metadata: Metadata; readonly warnings: readonly LengthWarning[] }> {
  const found = await readIssued(deps, actor, ref);
  return metadataOf(metadataSource(found, settings ?? (await exchangeOf(deps, ref.organ))));
}

/** Makes the source of a document's metadata. */
export function metadataSource(found: NumberedDocument, settings: ExchangeSettings | undefined): MetadataSource {
  const { row, document } = found;
  const { codeNumber, codeSuffix, symbol, organName, signerInfo, urgency, pageAmount = row.paperPages } = row;
  // With the year, where the symbol has it.
  const codeNotation = symbol.slice(symbol.indexOf('/') + 1);
  const codes = new Map(Object.entries(settings?.recipientCodes ?? {}));
  if (settings) codes.set(organName, settings.organCode);
  return {
    entry: bookEntry(found),
    codeNumber,
    codeSuffix,
    codeNotation,
    organName,
    signerInfo,
    urgency,
    pageAmount,
    replyBy: document.replyBy,
    codes,
  };
}
