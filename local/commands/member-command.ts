import { z } from 'zod';
import { STABLE_ID } from '#document/schemas/text.schema.ts';
import { ROLE_NAMES } from '#present/labels/labels.ts';
import type { Members } from '#register/organs/members.ts';
import { type Role, role } from '#usecases/actor.ts';
import { requireUnit } from '#usecases/organs/require-unit.ts';
import { OperatorError, UsageError } from '../output/operator-error.ts';
import { OPERATOR } from '../target/seed-organs.ts';
import { openTarget, readTarget, TARGET_HELP, targetOptions } from '../target/target.ts';
import { signInName } from '../target/users-file.ts';
import { type Command, onlyPositional, readArgs, required } from './command.ts';
import { readRoles } from './read-roles.ts';

const usage = `Cách dùng:
  banhanh member add MÃ --organ CƠ-QUAN --username TÊN --name "HỌ TÊN" --roles VAI-TRÒ[,VAI-TRÒ…] [--email ĐỊA-CHỈ] [--unit ĐƠN-VỊ]
  banhanh member set MÃ --organ CƠ-QUAN [--roles VAI-TRÒ[,VAI-TRÒ…]] [--name "HỌ TÊN"] [--email ĐỊA-CHỈ] [--unit ĐƠN-VỊ]
  banhanh member stop MÃ --organ CƠ-QUAN
  banhanh member list --organ CƠ-QUAN [--json]

Thành viên của cơ quan: ai đăng nhập được và làm gì; cùng danh sách với GET, PUT /members. Lệnh này để người vận hành thêm người
quản trị đầu tiên; sau đó quản trị của cơ quan tự làm. Mật khẩu: trên AWS do Cognito, một máy thì banhanh user password.
“stop” cho thôi: không đăng nhập được nữa, tên trong nhật ký còn nguyên; “set --roles” cho làm lại.

  MÃ            mã người (staffId), ghi trong nhật ký
  --username    tên đăng nhập, trùng với tên trong Cognito
  --email       thư điện tử để báo việc; "" là thôi báo
  --unit        viết tắt của đơn vị như ở Thông tin cơ quan: dự thảo của người này thì đơn vị thấy; "" là của cả cơ quan
  --roles       ${role.options.map((one) => `${one} (${ROLE_NAMES[one]})`).join(', ')}
${TARGET_HELP}`;

/** `banhanh member add vt-01 --organ dong-nai --username lan --name "…" --roles admin --table NAME …` */
export const memberCommand: Command = { usage, run };

async function run([what, ...args]: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = {
    ...targetOptions,
    organ: text,
    username: text,
    name: text,
    roles: text,
    email: text,
    unit: text,
    json: { type: 'boolean' } as const,
  };
  const { values, positionals } = readArgs({ args, allowPositionals: true, options });
  if (what !== 'add' && what !== 'set' && what !== 'stop' && what !== 'list') {
    throw new UsageError('Chỉ có “member add”, “member set”, “member stop” và “member list”.');
  }
  const organ = required(values.organ, '--organ');
  const staffId = what === 'list' ? '' : onlyPositional(positionals, 'mã người');
  const roles = values.roles === undefined ? undefined : readRoles(values.roles);
  const asked = {
    staffId,
    name: values.name?.normalize('NFC'),
    username: values.username === undefined ? undefined : signInName(values.username),
    roles,
    email: readEmail(values.email),
    unit: values.unit === '' ? null : values.unit?.normalize('NFC'),
  };
  if (what === 'add') {
    required(values.username, '--username');
    required(values.roles, '--roles');
    required(values.name, '--name');
  }
  for (const id of [organ, staffId, asked.username]) {
    if (id && !STABLE_ID.test(id))
      throw new UsageError(`Mã và tên chỉ gồm chữ thường không dấu, số, gạch nối: “${id}”.`);
  }
  const stack = await openTarget(readTarget(values));
  try {
    if (what === 'list') await list(stack.members, organ, values.json ?? false);
    else {
      await requireUnit(stack.deps.register, organ, asked.unit);
      await change(stack.members, organ, what, asked);
    }
    return 0;
  } finally {
    await stack.close();
  }
}

interface Asked {
  readonly staffId: string;
  readonly username: string | undefined;
  readonly name: string | undefined;
  readonly roles: Role[] | undefined;
  readonly email: string | null | undefined;
  readonly unit: string | null | undefined;
}

/** Throws `UsageError` for what is no address. */
function readEmail(email: string | undefined): string | null | undefined {
  if (email === undefined || email === '') return email === '' ? null : undefined;
  if (!z.email().max(254).safeParse(email).success) throw new UsageError(`--email không phải địa chỉ thư: “${email}”.`);
  return email;
}

async function list(members: Members, organ: string, json: boolean): Promise<void> {
  const all = await members.list(organ);
  if (json) {
    const shown = all.map(({ staffId, username, name, unit, roles, active, updatedAt, updatedBy }) => ({
      ...{ staffId, username, name, unit, roles, active, updatedAt, updatedBy },
    }));
    console.log(JSON.stringify(shown, null, 2));
    return;
  }
  for (const { staffId, username, name, unit = '-', roles, active, updatedAt, updatedBy } of all) {
    const state = active ? roles.join(',') : 'đã thôi';
    console.log([staffId, username, name, unit, state, `${updatedAt.slice(0, 10)} ${updatedBy}`].join('\t'));
  }
}

async function change(members: Members, organ: string, what: 'add' | 'set' | 'stop', asked: Asked): Promise<void> {
  const { staffId } = asked;
  const standing = await members.get(organ, staffId);
  if (what === 'add' && standing)
    throw new OperatorError(`Đã có thành viên “${staffId}”; đổi bằng banhanh member set.`);
  if (what !== 'add' && !standing) throw new OperatorError(`Cơ quan “${organ}” không có thành viên “${staffId}”.`);
  const { username = standing?.username ?? '', name = standing?.name ?? '', roles = standing?.roles ?? [] } = asked;
  const member = await members.put({
    organ,
    staffId,
    username,
    name,
    roles,
    email: asked.email,
    unit: asked.unit,
    active: what === 'stop' ? false : what === 'add' || asked.roles !== undefined || (standing?.active ?? true),
    rev: standing?.rev ?? null,
    actor: OPERATOR,
    mayMoveLogin: true,
    at: new Date(),
  });
  const does = member.active ? member.roles.map((one) => ROLE_NAMES[one]).join(', ') : 'đã thôi';
  console.log(`${member.name} (${member.username}, ${organ}): ${does}.`);
}
