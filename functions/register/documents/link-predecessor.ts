import type { LinkPredecessorCommand } from '../commands/mistake-commands.ts';
import type { DocumentItem, OrganLink } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { equals } from '../table/condition.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import type { Table } from '../table/table.ts';
import { getDocument } from './documents.ts';
import { makeChange } from './transition.ts';

/**
 * See `Register.linkPredecessor`. Both show the link, the event stands with the newer one: nothing of what the predecessor issued
 * changes.
 */
export function linkPredecessor(table: Table, command: LinkPredecessorCommand): Promise<DocumentItem> {
  const { to, kind } = command;
  return makeChange(table, 'link', command, async (document) => {
    const older = await getDocument(table, to.organ, to.docId);
    const [own, theirs] = [linkTo(document, kind), linkTo(older, kind)];
    return {
      details: { kind, toOrgan: to.organ, to: to.docId, toSymbol: theirs.symbol },
      set: { predecessorLinks: withLink(document.predecessorLinks, theirs) },
      also: [
        {
          update: documentKey(to.organ, to.docId),
          set: { successorLinks: withLink(older.successorLinks, own) },
          if: equals({ version: older.version, state: older.state }),
        },
      ],
    };
  });
}

/** Throws `not-found` for what has no number. */
function linkTo({ organ, docId, symbol, issuedDate }: DocumentItem, kind: OrganLink['kind']): OrganLink {
  if (symbol === undefined || issuedDate === undefined) throw new RegisterError('not-found', { docId });
  return { organ, docId, symbol, issuedDate, kind };
}

function withLink(links: readonly OrganLink[] = [], added: OrganLink): OrganLink[] {
  return [...links.filter(({ organ, docId }) => organ !== added.organ || docId !== added.docId), added];
}
