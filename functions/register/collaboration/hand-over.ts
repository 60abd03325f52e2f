import type { CoDraftersCommand, HandOverCommand } from '../commands/draft-commands.ts';
import { currentStep } from '../documents/steps.ts';
import { checkAct, makeChange } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import type { Table } from '../table/table.ts';

/** See `Register.setCoDrafters`. */
export function setCoDrafters(table: Table, command: CoDraftersCommand): Promise<DocumentItem> {
  const { organ, docId, version, coDrafters, actor, at } = command;
  const check = (document: DocumentItem) => checkAct(document, 'co-draft', version);
  return makeChange(table, organ, docId, check, {
    act: 'co-draft',
    actor,
    at,
    details: { coDrafters: coDrafters.join(' ') },
    ...(coDrafters.length > 0 ? { set: { coDrafters: [...coDrafters] } } : { remove: ['coDrafters'] }),
  });
}

/** See `Register.handOver`. Who drafted it until now has drafted it, and does not approve it. */
export function handOver(table: Table, command: HandOverCommand): Promise<DocumentItem> {
  const { organ, docId, version, to, unit, actor, at } = command;
  const check = (document: DocumentItem) => {
    checkAct(document, 'hand-over', version);
    if (document.state === 'submitted' && !currentStep(document)) throw new RegisterError('no-step', { docId });
  };
  return makeChange(table, organ, docId, check, async (document) => {
    const common = { act: 'hand-over', actor, at } as const;
    const step = currentStep(document);
    if (document.state === 'draft' || !step) {
      return { ...common, details: { from: document.drafterId, to }, ...drafterAfter(document, to, unit) };
    }
    const route = (document.route ?? []).with(document.step ?? 0, { step: step.step, holder: to });
    return { ...common, details: { step: step.step, from: step.holder, to }, set: { route, holder: to } };
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
