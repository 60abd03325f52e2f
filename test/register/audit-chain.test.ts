import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#document/json/canonical-json.ts';
import { verifyChain } from '#register/documents/audit-chain.ts';
import type { Register } from '#register/register.ts';
import { auditKey } from '#register/table/keys/document-keys.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';
import { approved, file, NOON, newOrgan, numberOf } from './scene.ts';

let table: TestTable;
let register: Register;
beforeAll(async () => {
  table = await openTestTable();
  register = table.register();
});
afterAll(() => table.stop());

async function issued() {
  const organ = newOrgan();
  const document = await approved(register, organ);
  const { docId } = document;
  await register.issueNumber(numberOf(document));
  const done = await register.completeIssue({ organ, docId, files: [file(docId)], actor: 'clerk', at: NOON });
  return { organ, docId, head: done.document.chain };
}

describe('the audit chain', () => {
  it('holds every transition of a document and verifies against what the document keeps', async () => {
    const { organ, docId, head } = await issued();
    const events = await register.listEvents(organ, docId);
    expect(events.map((event) => [event.version, event.act, event.state, event.actor])).toEqual([
      [1, 'create', 'draft', 'drafter'],
      [2, 'submit', 'submitted', 'drafter'],
      [3, 'approve', 'approved', 'signer'],
      [4, 'number', 'numbered', 'clerk'],
      [5, 'complete', 'issued', 'clerk'],
    ]);
    expect(events[3]?.facts).toMatchObject({ symbol: '01/KH-UBND', issuedDate: '2026-06-15' });
    expect(verifyChain(events, head)).toEqual({ intact: true, head });
  });

  it('shows an event that was changed in the table', async () => {
    const { organ, docId, head } = await issued();
    await table.change(auditKey(organ, docId, 3), { actor: 'someone else' });
    expect(verifyChain(await register.listEvents(organ, docId), head)).toEqual({ intact: false, version: 3 });
  });

  it('shows an event that is missing, added, moved or taken from another document', async () => {
    const { organ, docId, head } = await issued();
    const events = await register.listEvents(organ, docId);
    const other = await issued();
    const foreign = await register.listEvents(other.organ, other.docId);
    const [one, two, three, four, five] = events;
    expect(verifyChain([one!, two!, four!, five!], head)).toEqual({ intact: false, version: 3 });
    expect(verifyChain([one!, three!, two!, four!, five!], head)).toEqual({ intact: false, version: 2 });
    expect(verifyChain(events.slice(0, 4), head)).toEqual({ intact: false, version: 5 });
    expect(verifyChain([...events.slice(0, 4), foreign[4]!], head)).toEqual({ intact: false, version: 5 });
    expect(verifyChain([...events, five!], head)).toEqual({ intact: false, version: 6 });
  });

  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ô' }], a: true })).toBe('{"a":true,"b":[1,{"c":"ô","d":null}]}');
  });
});
