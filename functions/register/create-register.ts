import { handOver, setCoDrafters } from './collaboration/hand-over.ts';
import { addNote, listNotes } from './collaboration/notes.ts';
import { signPresence } from './collaboration/presence.ts';
import { listSaves } from './collaboration/saves.ts';
import { getSeen, markSeen } from './collaboration/seen.ts';
import { getWalk, keepWalk } from './collaboration/walks.ts';
import { amendDocument } from './documents/amend-document.ts';
import { listChangedSince } from './documents/changed-since.ts';
import { correctDocument } from './documents/correct-document.ts';
import { getDocument, getDocuments } from './documents/documents.ts';
import { createDraft, saveDraft } from './documents/drafts.ts';
import { approveDocument, returnDocument, submitDocument } from './documents/lifecycle.ts';
import { linkPredecessor } from './documents/link-predecessor.ts';
import { placePaper } from './documents/place-paper.ts';
import { restrictDocument } from './documents/restrict-document.ts';
import { rewriteSubmitted } from './documents/rewrite.ts';
import { setDeadlines } from './documents/set-deadlines.ts';
import { passStep, stepBack } from './documents/steps.ts';
import { discardDraft, openSubmitted, remindDraft, takeBack } from './documents/take-back.ts';
import { listAccess, recordView } from './documents/views.ts';
import { addBases, listBases, putBasis } from './library/bases.ts';
import { addCiting, listCiting } from './library/citing.ts';
import { listGroups, putGroup } from './library/recipient-groups.ts';
import { addScan, addSigned } from './numbers/add-file.ts';
import { bringInBlank, dropBlank } from './numbers/blank-numbers.ts';
import { bringIn } from './numbers/bring-in.ts';
import { closeYear, getClosing } from './numbers/close-year.ts';
import { completeIssue } from './numbers/complete-issue.ts';
import { correctRecord } from './numbers/correct-record.ts';
import { voidNumber, withdrawDocument } from './numbers/end-document.ts';
import { type IssueAttempt, type IssueContext, issueNumber } from './numbers/issue-number.ts';
import { hasDrafts, listByState, listDue, listEvents, listUnsent } from './numbers/lists.ts';
import { findBySymbol, findInOwnSeries, getNumbered, lastNumber, listAtNumber } from './numbers/lookup.ts';
import { getBlank, listBlanks } from './numbers/read-blanks.ts';
import { recordNumber } from './numbers/record-number.ts';
import { registerDocument } from './numbers/register-document.ts';
import { replaceFile } from './numbers/replace-file.ts';
import { resetDay } from './numbers/reset-day.ts';
import { raiseCounter, restoreNumber } from './numbers/restore-number.ts';
import { listRows } from './numbers/rows.ts';
import { getSeries, openSeries } from './numbers/series.ts';
import { confirmSeries, doubtSeries } from './numbers/series-doubt.ts';
import type { SeriesMutex } from './numbers/series-mutex.ts';
import { strikeRecord } from './numbers/strike-record.ts';
import { askVoid, consentVoid, dropVoid, markExported } from './numbers/void-issued.ts';
import { acceptMembership, getGuest, listGuests, listMemberships, putGuest } from './organs/guests.ts';
import { getOffice, putOffice } from './organs/office.ts';
import { listProfiles, putProfile } from './organs/profiles.ts';
import { getWorkingDays, putWorkingDays } from './organs/working-days.ts';
import type { Register } from './register.ts';
import { findOrgans } from './search/find-organs.ts';
import { reindexWords, restoreWords } from './search/restore-words.ts';
import { search } from './search/search.ts';
import { recordReceipt } from './sending/record-receipt.ts';
import { sendDocument } from './sending/send-document.ts';
import { listSends } from './sending/send-lines.ts';
import type { Table } from './table/table.ts';

/** Dependencies of a register. */
export interface RegisterOptions {
  readonly table: Table;
  /** On one machine: `createSeriesMutex()`, one for the process. */
  readonly seriesMutex?: SeriesMutex;
  /** Told of every try at a number, for metrics. */
  readonly onAttempt?: (attempt: IssueAttempt) => void;
}

/** The register over a table, whichever database keeps it. Nothing is sent before the first call. */
export function createRegister(options: RegisterOptions): Register {
  const { table } = options;
  const issuing: IssueContext = {
    table,
    ...(options.seriesMutex && { mutex: options.seriesMutex }),
    ...(options.onAttempt && { onAttempt: options.onAttempt }),
  };
  return {
    putProfile: (command) => putProfile(table, command),
    listProfiles: (organ) => listProfiles(table, organ),
    getOffice: (organ) => getOffice(table, organ),
    putOffice: (command) => putOffice(table, command),
    getWorkingDays: (organ, years) => getWorkingDays(table, organ, years),
    putWorkingDays: (command) => putWorkingDays(table, command),
    listBases: (organ) => listBases(table, organ),
    putBasis: (command) => putBasis(table, command),
    addBases: (command) => addBases(table, command),
    addCiting: (command) => addCiting(table, command),
    listCiting: (organ, cited) => listCiting(table, organ, cited),
    listGroups: (organ) => listGroups(table, organ),
    putGroup: (command) => putGroup(table, command),
    putGuest: (command) => putGuest(table, command),
    getGuest: (organ, staffId) => getGuest(table, organ, staffId),
    listGuests: (organ) => listGuests(table, organ),
    listMemberships: (home, staffId) => listMemberships(table, home, staffId),
    acceptMembership: (command) => acceptMembership(table, command),
    createDraft: (command) => createDraft(table, command),
    saveDraft: (command) => saveDraft(table, command),
    getDocument: (organ, docId) => getDocument(table, organ, docId),
    getDocuments: (organ, docIds) => getDocuments(table, organ, docIds),
    listByState: (organ, state, page) => listByState(table, organ, state, page),
    listChangedSince: (organ, since, page) => listChangedSince(table, organ, since, page),
    hasDrafts: (organ, drafterId, count) => hasDrafts(table, organ, drafterId, count),
    listEvents: (organ, docId) => listEvents(table, organ, docId),
    submitDocument: (command) => submitDocument(table, command),
    passStep: (command) => passStep(table, command),
    stepBack: (command) => stepBack(table, command),
    rewriteSubmitted: (command) => rewriteSubmitted(table, command),
    approveDocument: (command) => approveDocument(table, command),
    returnDocument: (command) => returnDocument(table, command),
    remindDraft: (command) => remindDraft(table, command),
    openSubmitted: (command) => openSubmitted(table, command),
    takeBack: (command) => takeBack(table, command),
    discardDraft: (command) => discardDraft(table, command),
    setCoDrafters: (command) => setCoDrafters(table, command),
    handOver: (command) => handOver(table, command),
    addNote: (command) => addNote(table, command),
    listNotes: (organ, docId) => listNotes(table, organ, docId),
    markSeen: (command) => markSeen(table, command),
    getSeen: (organ, docId, staffId) => getSeen(table, organ, docId, staffId),
    keepWalk: (command) => keepWalk(table, command),
    getWalk: (organ, docId, staffId) => getWalk(table, organ, docId, staffId),
    signPresence: (command) => signPresence(table, command),
    listSaves: (organ, docId) => listSaves(table, organ, docId),
    openSeries: (command) => openSeries(table, command),
    getSeries: (organ, year, series) => getSeries(table, organ, year, series),
    issueNumber: (command) => issueNumber(issuing, command),
    registerDocument: (command) => registerDocument(issuing, command),
    recordNumber: (command) => recordNumber(table, command),
    strikeRecord: (command) => strikeRecord(table, command),
    completeIssue: (command) => completeIssue(table, command),
    sendDocument: (command) => sendDocument(table, command),
    recordReceipt: (command) => recordReceipt(table, command),
    listSends: (organ, docId) => listSends(table, organ, docId),
    listUnsent: (organ, page) => listUnsent(table, organ, page),
    withdrawDocument: (command) => withdrawDocument(table, command),
    voidNumber: (command) => voidNumber(table, command),
    askVoid: (command) => askVoid(table, command),
    dropVoid: (command) => dropVoid(table, command),
    consentVoid: (command) => consentVoid(table, command),
    markExported: (command) => markExported(table, command),
    amendDocument: (command) => amendDocument(table, command),
    correctDocument: (command) => correctDocument(table, command),
    correctRecord: (command) => correctRecord(table, command),
    addSigned: (command) => addSigned(table, command),
    replaceFile: (command) => replaceFile(table, command),
    linkPredecessor: (command) => linkPredecessor(table, command),
    setDeadlines: (command) => setDeadlines(table, command),
    placePaper: (command) => placePaper(table, command),
    restrictDocument: (command) => restrictDocument(table, command),
    addScan: (command) => addScan(table, command),
    listDue: (dueBefore) => listDue(table, dueBefore),
    bringIn: (command) => bringIn(table, command),
    bringInBlank: (command) => bringInBlank(table, command),
    dropBlank: (command) => dropBlank(table, command),
    listBlanks: (organ, year, series) => listBlanks(table, organ, year, series),
    getBlank: (rowId) => getBlank(table, rowId),
    closeYear: (command) => closeYear(table, command),
    restoreNumber: (command) => restoreNumber(table, command),
    raiseCounter: (command) => raiseCounter(table, command),
    resetDay: (command) => resetDay(table, command),
    doubtSeries: (command) => doubtSeries(table, command),
    confirmSeries: (command) => confirmSeries(table, command),
    restoreWords: (rows) => restoreWords(table, rows),
    reindexWords: (rows) => reindexWords(table, rows),
    getClosing: (organ, year, series) => getClosing(table, organ, year, series),
    listRows: (organ, year, series, page) => listRows(table, organ, year, series, page),
    findInOwnSeries: (organ, year, series, codeNumber, variant) =>
      findInOwnSeries(table, organ, year, series, codeNumber, variant),
    lastNumber: (organ, year, series) => lastNumber(table, organ, year, series),
    listAtNumber: (organ, year, series, codeNumber) => listAtNumber(table, organ, year, series, codeNumber),
    findBySymbol: (symbolKey, page) => findBySymbol(table, symbolKey, page),
    search: (command) => search(table, command),
    findOrgans: (name) => findOrgans(table, name),
    getNumbered: (organ, docId) => getNumbered(table, organ, docId),
    recordView: (command) => recordView(table, command),
    listAccess: (organ, docId, page) => listAccess(table, organ, docId, page),
  };
}
