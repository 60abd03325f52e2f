import type { PassCommand, StepBackCommand } from '../commands/approval-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import type { RouteStep } from '../model/step.schema.ts';
import { all, equals } from '../table/condition.ts';
import type { Table } from '../table/table.ts';
import { makeChange } from './transition.ts';

/** The step that a submitted document is at; undefined where it waits for its signer. */
export function currentStep({ route = [], step = 0 }: Pick<DocumentItem, 'route' | 'step'>): RouteStep | undefined {
  return route[step];
}

/** Lists who takes the steps of a route, deputies among them. */
export function holdersOf(route: readonly RouteStep[]): string[] {
  return route.flatMap(({ holder, deputy }) => (deputy === undefined ? [holder] : [holder, deputy]));
}

/** Finds the holder at a step: who takes the step, or at the end the signer. */
export function holderAt({ route = [], approverId }: Pick<DocumentItem, 'route' | 'approverId'>, step: number) {
  return route[step]?.holder ?? approverId;
}

/** See `Register.passStep`. */
export function passStep(table: Table, command: PassCommand): Promise<DocumentItem> {
  const { contentHash, actor } = command;
  const refuse = (document: DocumentItem) => {
    checkHolder(document, actor, command.deputies);
    if (document.contentHash !== contentHash) {
      throw new RegisterError('content-conflict', { contentHash: document.contentHash ?? '' });
    }
  };
  const changeOf = (document: DocumentItem) => {
    const { step = 0 } = document;
    const holder = holderAt(document, step + 1);
    return {
      details: { step: currentStep(document)?.step ?? '', contentHash },
      set: { step: step + 1, ...(holder !== undefined && { holder }) },
      require: all(equals({ contentHash, step })),
    };
  };
  return makeChange(table, 'pass', command, changeOf, refuse);
}

/** See `Register.stepBack`. */
export function stepBack(table: Table, command: StepBackCommand): Promise<DocumentItem> {
  const { reason, actor } = command;
  const refuse = (document: DocumentItem) => {
    const { docId } = document;
    if ((document.step ?? 0) === 0) throw new RegisterError('no-step-before', { docId });
    const atSigner = currentStep(document) === undefined;
    if (atSigner ? document.approverId !== actor : !isHolder(document, actor, command.deputies)) {
      throw new RegisterError('not-holder', { docId });
    }
  };
  const changeOf = (document: DocumentItem) => {
    const step = (document.step ?? 1) - 1;
    const holder = holderAt(document, step);
    return {
      details: { reason, step: document.route?.[step]?.step ?? '' },
      set: { step, ...(holder !== undefined && { holder }) },
    };
  };
  return makeChange(table, 'step-back', command, changeOf, refuse);
}

function checkHolder(document: DocumentItem, actor: string, deputies: readonly string[]): void {
  if (!currentStep(document)) throw new RegisterError('no-step', { docId: document.docId });
  if (!isHolder(document, actor, deputies)) throw new RegisterError('not-holder', { docId: document.docId });
}

/** Tells whether someone takes the step that a document is at: its holder, its deputy, or who stands in for the holder today. */
export function isHolder(document: DocumentItem, actor: string, deputies: readonly string[] = []): boolean {
  const step = currentStep(document);
  return step !== undefined && [step.holder, step.deputy, ...deputies].includes(actor);
}
