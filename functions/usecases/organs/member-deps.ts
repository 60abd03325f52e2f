import type { IssueClock } from '#register/model/issue-clock.ts';
import type { Members } from '#register/organs/members.ts';

/** What the use cases of members work with. */
export interface MemberDeps {
  readonly members: Members;
  readonly clock: Pick<IssueClock, 'now'>;
}
