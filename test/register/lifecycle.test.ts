import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#register/documents/audit-chain.ts';
import type { Register } from '#register/register.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';
import {
  APPROVER,
  approved,
  blob,
  draft,
  file,
  NOON,
  newOrgan,
  numberOf,
  ownSymbol,
  SUMMARY,
  submitted,
  symbolKey,
} from './scene.ts';

let table: TestTable;
let register: Register;
beforeAll(async () => {
  table = await openTestTable();
  register = table.register();
});
afterAll(() => table.stop());

describe('a document on its way', () => {
  it('goes from draft to issued and is found by its number', async () => {
    const organ = newOrgan();
    const summary = ownSymbol();
    const document = await approved(register, organ, summary);
    const numbered = await register.issueNumber(numberOf(document));
    expect(numbered.document).toMatchObject({
      state: 'numbered',
      codeNumber: 1,
      issuedDate: '2026-06-15',
      symbol: `01/${summary.codeNotation}`,
    });
    expect(numbered.row.files).toEqual([]);

    const files = [file(document.docId)];
    const issued = await register.completeIssue({ organ, docId: document.docId, files, actor: 'clerk', at: NOON });
    expect(issued.document.state).toBe('issued');
    expect(issued).toEqual(await register.getNumbered(organ, document.docId));
    expect(issued.row).toMatchObject({ ...summary, files, year: 2026, codeNumber: 1 });
    expect(issued.row.outShard).toBeUndefined();

    expect(await register.findInOwnSeries(organ, 2026, 'chung', 1)).toEqual(issued);
    expect(await register.findBySymbol(symbolKey(summary, 1))).toEqual({ items: [issued] });
    expect(await register.findInOwnSeries(organ, 2026, 'chung', 2)).toBeUndefined();
  });

  it('answers each change with what it stores', async () => {
    const organ = newOrgan();
    const created = await draft(register, organ);
    const get = () => register.getDocument(organ, created.docId);
    expect(await get()).toEqual(created);
    const { signerInfo: _, ...summary } = SUMMARY;
    const saved = await register.saveDraft({
      document: created,
      actor: 'drafter',
      data: blob('two'),
      summary,
      at: NOON,
    });
    expect(await get()).toEqual(saved);
    expect(saved).toMatchObject({ rev: 2, version: 1 });
    expect(saved.signerInfo).toBeUndefined();
    const sent = await register.submitDocument({
      document: saved,
      at: NOON,
      frozen: blob('f'),
      summary,
      approver: APPROVER,
      actor: 'drafter',
    });
    expect(await get()).toEqual(sent);
    const back = await register.returnDocument({ document: sent, reason: 'Sai căn cứ', actor: 'signer', at: NOON });
    expect(await get()).toEqual(back);
    expect(back).toMatchObject({ state: 'draft', returnReason: 'Sai căn cứ', version: 3, rev: 2 });
    expect(back.frozen ?? back.contentHash).toBeUndefined();
  });

  it('refuses a save over a save that it has not seen', async () => {
    const organ = newOrgan();
    const created = await draft(register, organ);
    const save = (text: string, document = created) =>
      register.saveDraft({ document, actor: 'drafter', data: blob(text), summary: SUMMARY, at: NOON });
    const saved = await save('mine');
    await expect(save('yours')).rejects.toMatchObject({ code: 'stale', params: { rev: 2 } });
    const results = await Promise.allSettled(['a', 'b', 'c'].map((text) => save(text, saved)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('submits the save that was frozen and no other', async () => {
    const organ = newOrgan();
    const created = await draft(register, organ);
    await register.saveDraft({ document: created, actor: 'drafter', data: blob('later'), summary: SUMMARY, at: NOON });
    const submit = {
      document: created,
      frozen: blob('f'),
      summary: SUMMARY,
      approver: APPROVER,
      actor: 'drafter',
      at: NOON,
    };
    await expect(register.submitDocument(submit)).rejects.toMatchObject({ code: 'stale', params: { rev: 2 } });
  });

  it('makes an act that is about no save on the newest one', async () => {
    const document = await draft(register, newOrgan());
    const save = { document, actor: 'drafter', data: blob('later'), summary: SUMMARY, at: NOON };
    const saved = await register.saveDraft(save);
    const due = await register.setDeadlines({ document, actor: 'drafter', at: NOON, submitBy: '2026-07-01' });
    expect(due).toMatchObject({ rev: saved.rev, data: saved.data, submitBy: '2026-07-01' });
    expect(await register.getDocument(document.organ, document.docId)).toEqual(due);
  });

  it('reads no document again that was read for an act', async () => {
    const document = await submitted(register, newOrgan());
    const { table: stored } = table;
    const read: string[] = [];
    const watched = table.register({
      table: {
        ...stored,
        get: (key) => {
          read.push(key.SK);
          return stored.get(key);
        },
      },
    });
    const { contentHash = '' } = document;
    const signed = await watched.approveDocument({ document, contentHash, actor: 'signer', at: NOON });
    await watched.returnDocument({ document: signed, reason: 'Sai căn cứ', actor: 'signer', at: NOON });
    expect(read).toEqual([]);
  });

  it('refuses what the state does not allow, and says the state', async () => {
    const organ = newOrgan();
    const sent = await submitted(register, organ);
    await expect(
      register.saveDraft({ document: sent, actor: 'drafter', data: blob('x'), summary: SUMMARY, at: NOON }),
    ).rejects.toMatchObject({
      code: 'wrong-state',
      params: { act: 'save', state: 'submitted' },
    });
    await expect(register.issueNumber(numberOf(sent))).rejects.toMatchObject({
      code: 'wrong-state',
      params: { act: 'number', state: 'submitted' },
    });
    await expect(
      register.completeIssue({ organ, docId: sent.docId, files: [], actor: 'clerk', at: NOON }),
    ).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('lets nobody approve their own draft, nor another content than they saw', async () => {
    const organ = newOrgan();
    const document = await submitted(register, organ);
    const approve = { document, contentHash: document.contentHash!, at: NOON };
    await expect(register.approveDocument({ ...approve, actor: 'drafter' })).rejects.toMatchObject({
      code: 'own-draft',
    });
    await expect(
      register.approveDocument({ ...approve, contentHash: blob('other').sha256, actor: 'signer' }),
    ).rejects.toMatchObject({ code: 'content-conflict' });
  });

  it('lets one of two transitions at once through', async () => {
    const organ = newOrgan();
    const document = await submitted(register, organ);
    const { docId, contentHash } = document;
    const common = { document, at: NOON, actor: 'signer' };
    const results = await Promise.allSettled([
      register.approveDocument({ ...common, contentHash: contentHash! }),
      register.approveDocument({ ...common, contentHash: contentHash!, actor: 'another signer' }),
      register.approveDocument({ ...common, contentHash: contentHash!, actor: 'a third one' }),
    ]);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect((await register.listEvents(organ, docId)).map((event) => event.act)).toEqual([
      'create',
      'submit',
      'approve',
    ]);
  });

  it("does not find another organ's document", async () => {
    const { docId } = await draft(register, newOrgan());
    await expect(register.getDocument(newOrgan(), docId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('creates a draft once, however often it is asked', async () => {
    const organ = newOrgan();
    const created = await draft(register, organ);
    const again = {
      organ,
      docId: created.docId,
      data: created.data!,
      summary: SUMMARY,
      drafterId: 'drafter',
      at: new Date(),
    };
    expect(await register.createDraft(again)).toEqual(created);
    await expect(register.createDraft({ ...again, data: blob('other') })).rejects.toMatchObject({
      code: 'already-exists',
    });
  });

  it('completes once, and refuses other files', async () => {
    const organ = newOrgan();
    const document = await approved(register, organ);
    const { docId } = document;
    await register.issueNumber(numberOf(document));
    const complete = (text: string) =>
      register.completeIssue({ organ, docId, files: [file(docId, text)], actor: 'system', at: NOON });
    const [first, second] = await Promise.all([complete('bytes'), complete('bytes')]);
    expect(second).toEqual(first);
    await expect(complete('other bytes')).rejects.toMatchObject({ code: 'files-differ' });
  });

  it('lists what waits, page by page, and refuses a cursor of its own making', async () => {
    const organ = newOrgan();
    const made = await Promise.all(Array.from({ length: 5 }, () => draft(register, organ)));
    await submitted(register, organ);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await register.listByState(organ, 'draft', { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.items.map((document) => document.docId));
      cursor = page.cursor;
    } while (cursor);
    expect(seen.sort()).toEqual(made.map((document) => document.docId).sort());
    await expect(register.listByState(organ, 'draft', { cursor: 'x' })).rejects.toMatchObject({ code: 'bad-cursor' });
  });

  it('lists what changed since a moment, oldest first, and what changes while one pages on a later page', async () => {
    const organ = newOrgan();
    const at = (hour: number) => new Date(`2026-06-15T${String(hour).padStart(2, '0')}:00:00Z`);
    const [first, second, third, fourth] = await Promise.all([1, 2, 3, 4].map(() => draft(register, organ)));
    for (const [index, document] of [first, second, third, fourth].entries())
      await register.discardDraft({ document: document!, actor: 'drafter', at: at(10 + index) });
    const ids = (page: { readonly items: readonly { readonly docId: string }[] }) =>
      page.items.map(({ docId }) => docId);
    const page = await register.listChangedSince(organ, at(11), { limit: 2 });
    expect(ids(page)).toEqual([second!.docId, third!.docId]);
    const late = await draft(register, organ);
    await register.discardDraft({ document: late, actor: 'drafter', at: at(20) });
    const rest = await register.listChangedSince(organ, at(11), { limit: 2, cursor: page.cursor! });
    expect(ids(rest)).toEqual([fourth!.docId, late.docId]);
    expect(rest.cursor).toBeUndefined();
    for (const cursor of ['x', Buffer.from('2026-06-15T10:00:00.000Z#a#b').toString('base64url')]) {
      await expect(register.listChangedSince(organ, at(11), { cursor })).rejects.toMatchObject({ code: 'bad-cursor' });
    }
  });

  it('keeps views beside the chain', async () => {
    const organ = newOrgan();
    const { docId, chain } = await draft(register, organ);
    const view = { organ, docId, viewId: 'v1', kind: 'view' as const, actor: 'reader', at: NOON };
    await register.recordView(view);
    await register.recordView(view);
    const events = await register.listEvents(organ, docId);
    expect(verifyChain(events, chain)).toEqual({ intact: true, head: chain });
  });

  it('refuses ids that would leave their key', async () => {
    for (const organ of ['a#D', '', '../x', 'a/b', 'ô', `a\0`]) {
      await expect(register.getDocument(organ, 'x')).rejects.toMatchObject({
        code: 'bad-key',
        params: { part: 'organ' },
      });
    }
  });
});
