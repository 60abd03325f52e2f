import type { IssueClock } from '#register/model/issue-clock.ts';
import type { Members } from '#register/organs/members.ts';
import type { Register } from '#register/register.ts';

/** Dependencies of the use cases of members. */
export interface MemberDeps {
  readonly members: Members;
  readonly register: Pick<Register, 'getGuest' | 'listProfiles'>;
  readonly clock: Pick<IssueClock, 'now'>;
}
