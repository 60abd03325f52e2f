import { type Role, role } from '#usecases/actor.ts';
import { UsageError } from '../output/operator-error.ts';

/** Roles as a person lists them: `clerk,reader`. Throws `UsageError`. */
export function readRoles(text: string): Role[] {
  return text.split(',').map((name) => {
    const known = role.options.find((one) => one === name.trim());
    if (!known) throw new UsageError(`Không có vai trò “${name}”; chọn trong: ${role.options.join(', ')}.`);
    return known;
  });
}
