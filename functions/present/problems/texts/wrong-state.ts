import { type Act, actSchema, type DocumentState, stateSchema, TRANSITIONS } from '#register/model/states.ts';
import type { Role } from '#usecases/actor.ts';
import { type Action, actionOf, PERMISSIONS } from '#usecases/permissions.ts';
import { ACT_NAMES, ROLE_NAMES, STATE_NAMES } from '../../labels/labels.ts';
import { nameIn, type Params } from './problem-text.ts';

/** Names the acts the state would take: those of the one who asks, and those of others with who they are. */
export function wrongState(params: Params): string {
  const state = nameIn(STATE_NAMES, params['state']);
  const own = String(params['roles'] ?? '').split(', ');
  const standing = stateSchema.options.find((one) => one === params['state']);
  const takes = actsOf(standing).map(({ act, action }) => {
    const roles: readonly Role[] = PERMISSIONS[action];
    return { name: ACT_NAMES[act], roles };
  });
  const mine = takes.filter(({ roles }) => roles.some((one) => own.includes(one)));
  const theirs = takes.filter((one) => !mine.includes(one));
  const named = ({ name, roles }: (typeof takes)[number]) =>
    `${name} (${roles.map((one) => ROLE_NAMES[one]).join(', ')})`;
  const parts = [
    ...(mine.length > 0 ? [`bạn chỉ có thể ${mine.map(({ name }) => name).join(' hoặc ')}`] : []),
    ...(theirs.length > 0 ? [`người khác có thể ${theirs.map(named).join(' hoặc ')}`] : []),
  ];
  const then = parts.length > 0 ? parts.join('; ') : 'không làm gì thêm được';
  return `Văn bản đang ở trạng thái “${state}” nên không thể ${nameIn(ACT_NAMES, params['act'])}; ở trạng thái này ${then}.`;
}

/** Acts on numbers of another system: a document of a series of our own has none of them. */
const OF_OTHER_SYSTEM: readonly string[] = ['record', 'strike'];

/** The acts of people that a state takes, each with its action. */
function actsOf(state: DocumentState | undefined): { readonly act: Act | 'save'; readonly action: Action }[] {
  if (state === undefined) return [];
  const from = (act: Act | 'save'): readonly DocumentState[] => (act === 'save' ? ['draft'] : TRANSITIONS[act].from);
  return (['save', ...actSchema.options] as const).flatMap((act) => {
    const action = actionOf(act, state);
    const isOurs = !OF_OTHER_SYSTEM.includes(act);
    return action !== undefined && isOurs && from(act).includes(state) ? [{ act, action }] : [];
  });
}
