import type { CoDraftersCommand, HandOverCommand } from '../commands/draft-commands.ts';
import { currentStep } from '../documents/steps.ts';
import { type Change, makeChange } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import type { Table } from '../table/table.ts';

/** See `Register.setCoDrafters`. */
export function setCoDrafters(table: Table, command: CoDraftersCommand): Promise<DocumentItem> {
  const { coDrafters } = command;
  return makeChange(table, 'co-draft', command, {
    details: { coDrafters: coDrafters.join(' ') },
    ...(coDrafters.length > 0 ? { set: { coDrafters: [...coDrafters] } } : { remove: ['coDrafters'] }),
  });
}

/** See `Register.handOver`. Who drafted it until now has drafted it, and does not approve it. */
export function handOver(table: Table, command: HandOverCommand): Promise<DocumentItem> {
  const { to, unit } = command;
  const changeOf = (document: DocumentItem): Change => {
    const step = currentStep(document);
    if (document.state === 'draft' || !step) {
      return { details: { from: document.drafterId, to }, ...drafterAfter(document, to, unit) };
    }
    const route = (document.route ?? []).with(document.step ?? 0, { step: step.step, holder: to });
    return { details: { step: step.step, from: step.holder, to }, set: { route, holder: to } };
  };
  return makeChange(table, 'hand-over', command, changeOf, (document) => {
    const { docId, state } = document;
    if (state === 'submitted' && !currentStep(document)) throw new RegisterError('no-step', { docId });
  });
}

function drafterAfter({ drafterId, coDrafters = [], savedBy = [] }: DocumentItem, to: string, unit?: string) {
  const others = coDrafters.filter((one) => one !== to);
  return {
    set: {
      drafterId: to,
      ...(unit !== undefined && { unit }),
      savedBy: [...new Set([...savedBy, drafterId])],
      ...(others.length > 0 && { coDrafters: others }),
    },
    ...(others.length === 0 && coDrafters.length > 0 && { remove: ['coDrafters'] as const }),
  };
}
