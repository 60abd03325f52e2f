import { addScan, addSigned } from './add-file.ts';
import { bringIn } from './bring-in.ts';
import { closeYear, getClosing } from './close-year.ts';
import { completeIssue } from './complete-issue.ts';
import { correctDocument } from './correct-document.ts';
import { getDocument, getDocuments } from './documents.ts';
import { createDraft, saveDraft } from './drafts.ts';
import type { DynamoClient } from './dynamo-client.ts';
import { voidNumber, withdrawDocument } from './end-document.ts';
import { findOrgans } from './find-organs.ts';
import { type IssueAttempt, type IssueContext, issueNumber } from './issue-number.ts';
import { approveDocument, returnDocument, submitDocument } from './lifecycle.ts';
import { listByState, listDue, listEvents } from './lists.ts';
import { findBySymbol, findInOwnSeries, getNumbered } from './lookup.ts';
import { listProfiles, putProfile } from './profiles.ts';
import type { Register } from './register.ts';
import { raiseCounter, restoreNumber } from './restore-number.ts';
import { restoreWords } from './restore-words.ts';
import { listRows } from './rows.ts';
import { search } from './search.ts';
import { getSeries, openSeries } from './series.ts';
import type { SeriesMutex } from './series-mutex.ts';
import { openTable } from './table.ts';
import { listViews, recordView } from './views.ts';

/** What a register is made of. */
export interface RegisterOptions {
  client: DynamoClient;
  tableName: string;
  /** On one machine: `createSeriesMutex()`, one for the process. */
  seriesMutex?: SeriesMutex;
  /** Told of every try at a number, for metrics. */
  onAttempt?: (attempt: IssueAttempt) => void;
  /** How to wait between two tries at a transaction that met another; real time if absent. */
  sleep?: (ms: number) => Promise<void>;
}

/** The register over a DynamoDB table of `tableShape`. Nothing is sent before the first call. */
export function createRegister(options: RegisterOptions): Register {
  const table = openTable(options.client, options.tableName, options.sleep);
  const issuing: IssueContext = {
    table,
    ...(options.seriesMutex && { mutex: options.seriesMutex }),
    ...(options.onAttempt && { onAttempt: options.onAttempt }),
  };
  return {
    putProfile: (command) => putProfile(table, command),
    listProfiles: (organ) => listProfiles(table, organ),
    createDraft: (command) => createDraft(table, command),
    saveDraft: (command) => saveDraft(table, command),
    getDocument: (organ, docId) => getDocument(table, organ, docId),
    getDocuments: (organ, docIds) => getDocuments(table, organ, docIds),
    listByState: (organ, state, page) => listByState(table, organ, state, page),
    listEvents: (organ, docId) => listEvents(table, organ, docId),
    submitDocument: (command) => submitDocument(table, command),
    approveDocument: (command) => approveDocument(table, command),
    returnDocument: (command) => returnDocument(table, command),
    openSeries: (command) => openSeries(table, command),
    getSeries: (organ, year, series) => getSeries(table, organ, year, series),
    issueNumber: (command) => issueNumber(issuing, command),
    completeIssue: (command) => completeIssue(table, command),
    withdrawDocument: (command) => withdrawDocument(table, command),
    voidNumber: (command) => voidNumber(table, command),
    correctDocument: (command) => correctDocument(table, command),
    addSigned: (command) => addSigned(table, command),
    addScan: (command) => addScan(table, command),
    listDue: (dueBefore) => listDue(table, dueBefore),
    bringIn: (command) => bringIn(table, command),
    closeYear: (command) => closeYear(table, command),
    restoreNumber: (command) => restoreNumber(table, command),
    raiseCounter: (command) => raiseCounter(table, command),
    restoreWords: (rows) => restoreWords(table, rows),
    getClosing: (organ, year, series) => getClosing(table, organ, year, series),
    listRows: (organ, year, series, page) => listRows(table, organ, year, series, page),
    findInOwnSeries: (organ, year, series, codeNumber) => findInOwnSeries(table, organ, year, series, codeNumber),
    findBySymbol: (symbolKey, page) => findBySymbol(table, symbolKey, page),
    search: (command) => search(table, command),
    findOrgans: (name) => findOrgans(table, name),
    getNumbered: (organ, docId) => getNumbered(table, organ, docId),
    recordView: (command) => recordView(table, command),
    listViews: (organ, docId, page) => listViews(table, organ, docId, page),
  };
}
