import { sha256Hex } from '#base/node/hash.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { SendCommand } from '../commands/sending-commands.ts';
import { makeChange } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import type { SendLine, Sent } from '../model/send-line.schema.ts';
import { MAX_WRITES, writeAhead } from '../table/commit.ts';
import { absent } from '../table/condition.ts';
import type { Table } from '../table/table.ts';
import { hashOfLines, lineWrite, listSends } from './send-lines.ts';

/** Characters of a hash that name a sending. */
const ID_LENGTH = 16;

/** See `Register.sendDocument`. All recipients are one act; lines that do not fit its transaction are written before it. */
export function sendDocument(table: Table, command: SendCommand): Promise<DocumentItem> {
  const { day } = command;
  const lines = linesOf(command);
  const [first] = lines;
  const sending = first?.line.slice(0, ID_LENGTH) ?? '';
  const changeOf = async (document: DocumentItem) => ({
    details: { day, sending, lines: lines.length, linesHash: hashOfLines(lines) },
    require: absent('voidAsked'),
    set: {
      sending: 'sent' as const,
      sent: sentOf(document.sent, day, lines),
      ...(await organsSentTo(table, document, lines)),
    },
    also: await writeAhead(table, lines.map(lineWrite), MAX_WRITES - 2),
  });
  return makeChange(table, 'send', command, changeOf, ({ docId, voidAsked }) => {
    if (voidAsked) throw new RegisterError('void-asked', { docId });
  });
}

/** The organs that it was sent to by now; where an earlier sending did not keep them, its lines tell. */
async function organsSentTo(
  table: Table,
  { organ, docId, sent, sentTo }: DocumentItem,
  lines: readonly SendLine[],
): Promise<Pick<DocumentItem, 'sentTo'>> {
  const before = sent && sentTo === undefined ? await listSends(table, organ, docId) : [];
  const known = [...before, ...lines].flatMap(({ organId }) => organId ?? []);
  const all = [...new Set([...(sentTo ?? []), ...known])];
  return all.length > 0 ? { sentTo: all } : {};
}

function linesOf({ document: { organ, docId, version }, day, recipients }: SendCommand): SendLine[] {
  const sending = sha256Hex(canonicalJson([docId, version, day, recipients])).slice(0, ID_LENGTH);
  return recipients.map((recipient, index) => ({
    schema: 'send-line@1',
    organ,
    docId,
    line: `${sending}-${String(index + 1).padStart(3, '0')}`,
    ...recipient,
    day,
    rev: 1,
  }));
}

function sentOf(before: Sent | undefined, day: string, lines: readonly SendLine[]): Sent {
  const copies = lines.reduce((sum, line) => sum + (line.copies ?? 0), before?.copies ?? 0);
  return {
    firstDay: before && before.firstDay < day ? before.firstDay : day,
    lines: (before?.lines ?? 0) + lines.length,
    ...(copies > 0 && { copies }),
    received: before?.received ?? 0,
  };
}
