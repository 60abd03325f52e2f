import { authorityLines } from '#document/issuer.ts';
import { appendixLabels } from '#document/numbering/references.ts';
import { profileOn } from '#document/organ-directory.ts';
import type { EdxmlBusiness } from '#exchange/edxml/edxml.ts';
import type { EdxmlAttachment } from '#exchange/edxml/edxml-attachments.ts';
import type { EdxmlMessage } from '#exchange/edxml/edxml-header.ts';
import type { ExchangeSettings } from '#exchange/exchange-settings.schema.ts';
import { metadataOf } from '#exchange/metadata/metadata.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import { readFrozen } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import type { ExportedFile } from '../exported-file.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import { downloadFile, readIssued } from '../search/download-file.ts';
import { UseCaseError } from '../use-case-error.ts';
import { exchangeOf } from './exchange-settings.ts';
import { metadataSource } from './get-metadata.ts';

/**
 * Packs an issued document of the actor's own organ as edXML, with every file that was kept of it: an export to be read by
 * another system, neither sent nor signed. Each file is compared with its hash first, and its taking is recorded.
 *
 * Throws `not-found`, `nothing-to-export`, and the store's `integrity-mismatch`.
 */
export async function exportEdxml(
  deps: Deps,
  actor: Actor,
  { docId, settings: given }: { readonly docId: string; readonly settings?: ExchangeSettings | undefined },
): Promise<ExportedFile> {
  requireRole(actor, 'export-issued');
  const ref = { organ: actor.organ, docId };
  const found = await readIssued(deps, actor, ref);
  const { row } = found;
  const settings = given ?? (await exchangeOf(deps, actor.organ));
  if (!settings) throw new UseCaseError('no-exchange-settings');
  if (row.files.length === 0 && !row.noFile)
    throw new UseCaseError('nothing-to-export', { params: { symbol: row.symbol } });
  const attachments: EdxmlAttachment[] = [];
  for (const { fileId } of row.files) {
    const { file, bytes } = await downloadFile(deps, actor, { ...ref, fileId });
    const { fileName, contentType, role } = file;
    attachments.push({ fileId, fileName, contentType, role, bytes });
  }
  // From here on others may have it: its number is not voided any more.
  const { state, sending } = found.document;
  if (state === 'issued' && sending === 'unsent') await deps.register.markExported({ ...ref, at: deps.clock.now() });
  // The zip around its attachments makes its tables when it is loaded; a server that only finds does without.
  const { edxmlPackage } = await import('#exchange/edxml/edxml.ts');
  const xml = edxmlPackage({
    message: await messageOf(deps, found, settings),
    business: await businessOf(deps, found),
    attachments,
    settings,
    at: deps.clock.now(),
  });
  const fileName = `Goi-edXML-${row.symbol.replaceAll('/', '-')}.xml`;
  return { fileName, contentType: 'application/xml', bytes: new TextEncoder().encode(xml) };
}

async function messageOf(deps: Deps, found: NumberedDocument, settings: ExchangeSettings): Promise<EdxmlMessage> {
  const { row, document } = found;
  const { organ, docId, symbol, issuedDate } = row;
  const frozen = document.frozen && !document.registered ? await readFrozen(deps, document) : null;
  const profile = frozen?.profile ?? profileOn(await readProfiles(deps, organ), organ, issuedDate);
  const data = frozen?.document;
  const above = data && profile ? authorityLines(data, profile).slice(0, -1) : [];
  const all = data?.appendices ?? [];
  return {
    organ,
    docId,
    symbol,
    issuedDate,
    metadata: metadataOf(metadataSource(found, settings)).metadata,
    typeCode: row.typeCode,
    parentName: profile?.parentName ?? null,
    address: profile?.address?.join(', ') ?? null,
    place: profile?.place ?? '',
    competence: above.length > 0 ? above.join('; ') : null,
    drafterMark: data?.archive?.drafterMark ?? null,
    appendices: appendixLabels(all).map((label, i) => all[i]?.title ?? label),
    isPaper: data?.medium !== 'electronic',
  };
}

/** A withdrawn document goes out as recalled, one that replaces another as its replacement. */
async function businessOf(deps: Deps, { document }: NumberedDocument): Promise<EdxmlBusiness> {
  const { organ, state, endReason = null, replaces = [] } = document;
  if (state === 'withdrawn') return { type: 'recall', reason: endReason, replaces: null };
  const [first] = replaces;
  if (first === undefined) return { type: 'new', reason: null, replaces: null };
  const { symbol, issuedDate } = (await deps.register.getNumbered(organ, first)).row;
  return { type: 'replace', reason: null, replaces: { docId: first, symbol, issuedDate } };
}
