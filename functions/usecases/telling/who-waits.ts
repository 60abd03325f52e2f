import { type IsoDate, vietnamDate } from '#document/dates.ts';
import { currentStep } from '#register/documents/steps.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Office } from '#register/organs/office.schema.ts';
import { deputiesOf } from '../approval/office-steps.ts';
import { withApprover } from '../approval/with-approver.ts';
import type { Deps } from '../deps.ts';
import { isOfNobody, waitsForUnit } from '../drafting/list-reminders.ts';
import { takeListed } from '../take-listed.ts';
import type { WaitingLine } from './letter.ts';

/** A person's turn with a document. */
export interface Turn {
  readonly staffId: string;
  readonly version: number;
  readonly line: WaitingLine;
}

/** Most documents of a state that one round looks at. */
const MAX_DOCUMENTS = 1000;
/** Lists in which hạn trình still counts. */
const BEFORE_APPROVAL: readonly string[] = ['returned', 'to-check', 'to-sign'];

/** People of an office whose turn is any document's of a kind: staffIds. */
export interface OfficePeople {
  readonly clerks: readonly string[];
  readonly drafters: readonly string[];
}

/** Lists whose turn it is in an office, with each document that waits: came down, returned, to check, to sign, to number, to send. */
export async function listTurns(deps: Deps, organ: string, { clerks, drafters }: OfficePeople): Promise<Turn[]> {
  const { register } = deps;
  const inState = (state: DocumentItem['state']) =>
    takeListed((page) => register.listByState(organ, state, page), MAX_DOCUMENTS);
  const [drafts, submitted, approved, unsent, office] = await Promise.all([
    inState('draft'),
    inState('submitted'),
    inState('approved'),
    takeListed((page) => register.listUnsent(organ, page), MAX_DOCUMENTS),
    register.getOffice(organ),
  ]);
  const today = vietnamDate(deps.clock.now());
  const returned = drafts.filter(({ returnReason }) => returnReason !== undefined);
  const onTheWay = await Promise.all(submitted.map((document) => withApprover(deps, document)));
  const cameDown = drafts.filter((document) => waitsForUnit(document) && document.returnReason === undefined);
  const drafterOf = (document: DocumentItem) => (isOfNobody(document) ? drafters : [document.drafterId]);
  return [
    ...cameDown.flatMap((document) => drafterOf(document).map((who) => turnOf(document, 'came-down', who))),
    ...returned.map((document) => turnOf(document, 'returned', document.drafterId)),
    ...onTheWay.flatMap((document) => turnsOnTheWay(document, office, today)),
    ...clerks.flatMap((clerk) => approved.map((document) => turnOf(document, 'to-number', clerk))),
    ...clerks.flatMap((clerk) => unsent.map((document) => turnOf(document, 'to-send', clerk))),
  ];
}

function turnsOnTheWay(document: DocumentItem, office: Office | undefined, today: IsoDate): Turn[] {
  const { approverId } = document;
  const step = currentStep(document);
  if (!step) return approverId === undefined ? [] : [turnOf(document, 'to-sign', approverId)];
  const people = new Set([step.holder, ...deputiesOf(office, document, today)]);
  return [...people].map((staffId) => turnOf(document, 'to-check', staffId));
}

function turnOf(document: DocumentItem, list: WaitingLine['list'], staffId: string): Turn {
  const { organ, docId, typeName, subject, urgency, updatedAt, version, submitBy } = document;
  const dueOn = BEFORE_APPROVAL.includes(list) ? submitBy : undefined;
  return { staffId, version, line: { list, organ, docId, typeName, subject, urgency, since: updatedAt, dueOn } };
}
