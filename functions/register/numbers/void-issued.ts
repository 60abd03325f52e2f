import type { TransitionCommand } from '../commands/document-commands.ts';
import type { AskVoidCommand } from '../commands/mistake-commands.ts';
import { getDocument } from '../documents/documents.ts';
import { type Change, makeChange, planChange } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { absent, all, equals, exists } from '../table/condition.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { counterKey } from '../table/keys/series-keys.ts';
import type { Reason, Table } from '../table/table.ts';
import type { Write } from '../table/write.ts';
import { rowOf } from './rows.ts';
import { notClosed } from './series.ts';

/** Nobody outside has it: nothing was sent, and no package was made of it. */
const atHome = all(equals({ sending: 'unsent' }), absent('exportedAt'));

/** See `Register.askVoid`. */
export function askVoid(table: Table, command: AskVoidCommand): Promise<DocumentItem> {
  const { reason, actor, at } = command;
  const changeOf = async (document: DocumentItem) => ({
    details: { reason },
    set: { voidAsked: { reason, by: actor, at: at.toISOString() } },
    require: atHome,
    ...(await whileOpen(table, document)),
  });
  return makeChange(table, 'ask-void', command, changeOf, checkAtHome);
}

/** See `Register.dropVoid`. */
export function dropVoid(table: Table, command: TransitionCommand): Promise<DocumentItem> {
  const change: Change = { details: {}, remove: ['voidAsked'], require: exists('voidAsked') };
  return makeChange(table, 'drop-void', command, change, ({ docId, voidAsked }) => {
    if (!voidAsked) throw new RegisterError('void-not-asked', { docId });
  });
}

/**
 * See `Register.consentVoid`. In one transaction the number ends, what the document replaced is in force again, and what it
 * corrected or amended says that this came to nothing. The row stays as it is.
 */
export function consentVoid(table: Table, command: TransitionCommand): Promise<DocumentItem> {
  const refuse = (document: DocumentItem) => {
    const { docId, voidAsked } = document;
    checkAtHome(document);
    if (!voidAsked) throw new RegisterError('void-not-asked', { docId });
    if (voidAsked.by === command.actor) throw new RegisterError('own-request', { docId });
  };
  const changeOf = async (document: DocumentItem) => {
    const { reason = '', by = '' } = document.voidAsked ?? {};
    const { also, alsoRefused } = await whileOpen(table, document);
    const linked = [...(await reinstated(table, command, document)), ...(await unlinked(table, document))];
    return {
      details: { reason, askedBy: by, symbol: document.symbol ?? '' },
      set: { endReason: reason },
      require: all(atHome, exists('voidAsked')),
      also: [...also, ...linked],
      alsoRefused,
    };
  };
  return makeChange(table, 'void', command, changeOf, refuse);
}

/** See `Register.markExported`. Beside the chain; the first time stands. */
export async function markExported(table: Table, { organ, docId, at }: ExportedMark): Promise<void> {
  const set = { exportedAt: at.toISOString() };
  const isFirst = all(equals({ state: 'issued' }), absent('exportedAt'));
  const outcome = await commit(table, [{ update: documentKey(organ, docId), set, if: isFirst }]);
  if (outcome.done) return;
  const { state, version, rev } = await getDocument(table, organ, docId);
  if (state !== 'issued') throw new RegisterError('stale', { version, rev });
}

interface ExportedMark {
  readonly organ: string;
  readonly docId: string;
  readonly at: Date;
}

function checkAtHome({ docId, sending, exportedAt }: DocumentItem): void {
  if (sending === 'sent') throw new RegisterError('already-sent', { docId });
  if (sending === undefined) throw new RegisterError('sending-unknown', { docId });
  if (exportedAt !== undefined) throw new RegisterError('already-exported', { docId, exportedAt });
}

/** The year of its series is open: a closed one keeps what it was closed with. */
async function whileOpen(table: Table, document: DocumentItem) {
  const { organ, year, series } = await rowOf(table, document);
  return {
    also: [{ check: counterKey(organ, year, series), if: notClosed }],
    alsoRefused: ([counter]: readonly Reason[]) => {
      if (counter?.code === 'ConditionalCheckFailed') throw new RegisterError('series-closed', { year, series });
    },
  };
}

async function reinstated(
  table: Table,
  { actor, at }: TransitionCommand,
  { organ, docId, replaces = [], symbol = '' }: DocumentItem,
): Promise<Write[]> {
  const old = await Promise.all(replaces.map((id) => getDocument(table, organ, id)));
  return old
    .filter(({ state, replacedBy }) => state === 'replaced' && replacedBy?.docId === docId)
    .flatMap((document) => [
      ...planChange(document, {
        act: 'reinstate',
        actor,
        at,
        details: { from: docId, fromSymbol: symbol },
        remove: ['replacedBy'],
      }).writes,
    ]);
}

async function unlinked(table: Table, { organ, docId, corrects = [], amends = [] }: DocumentItem): Promise<Write[]> {
  const others = await Promise.all([...new Set([...corrects, ...amends])].map((id) => getDocument(table, organ, id)));
  return others.map(({ docId: other, version, correctedBy, amendedBy }) => ({
    update: documentKey(organ, other),
    set: {
      ...(correctedBy && { correctedBy: marked(correctedBy, docId) }),
      ...(amendedBy && { amendedBy: marked(amendedBy, docId) }),
    },
    if: equals({ version }),
  }));
}

function marked(links: NonNullable<DocumentItem['correctedBy']>, docId: string) {
  return links.map((link) => (link.docId === docId ? { ...link, voided: true as const } : link));
}
