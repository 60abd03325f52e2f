import { formatMoment } from '#document/dates.ts';
import { ROLE_NAMES } from '#present/labels/labels.ts';
import { role } from '#usecases/actor.ts';
import { checkDirectory, dataPaths } from '../data-directory/data-directory.ts';
import { UsageError } from '../output/operator-error.ts';
import { checkOrganKnown } from '../target/check-organ-known.ts';
import { readUsers, signInName } from '../target/users-file.ts';
import { addUser, removeUser, resetToOneTime, setPassword } from '../users/users.ts';
import { askPassword } from './ask-password.ts';
import { type Command, onlyPositional, readArgs, required } from './command.ts';
import { readRoles } from './read-roles.ts';

const usage = `Cách dùng:
  banhanh user add TÊN --organ CƠ-QUAN --roles VAI-TRÒ[,VAI-TRÒ…] [--staff-id MÃ] [--name "HỌ TÊN"] [--data THƯ-MỤC]
  banhanh user password TÊN [--data THƯ-MỤC]
  banhanh user reset TÊN [--data THƯ-MỤC]
  banhanh user remove TÊN [--data THƯ-MỤC]
  banhanh user list [--json] [--data THƯ-MỤC]

Người dùng là thành viên của cơ quan, cùng danh sách với GET, PUT /members và “banhanh member”; ở đây có thêm mật khẩu.
Mật khẩu hỏi trên màn hình, hoặc đọc từ dòng đầu của stdin: ít nhất 8 ký tự, không phải tên mình, không phải mật khẩu ai cũng
dùng. “reset” in một mật khẩu dùng một lần trong 72 giờ, người ấy phải đặt mật khẩu mới rồi mới đăng nhập được.

  --roles      ${role.options.map((one) => `${one} (${ROLE_NAMES[one]})`).join(', ')}
  --staff-id   mã người, ghi trong nhật ký (mặc định là TÊN)
  --name       họ tên (mặc định là TÊN)
  --data       thư mục dữ liệu (mặc định: data)`;

/** `banhanh user add van-thu --organ dong-nai --roles clerk` */
export const userCommand: Command = { usage, run };

async function run([what, ...args]: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: {
      organ: { type: 'string' },
      roles: { type: 'string' },
      'staff-id': { type: 'string' },
      name: { type: 'string' },
      data: { type: 'string', default: 'data' },
      json: { type: 'boolean' },
    },
  });
  await checkDirectory(values.data);
  const path = dataPaths(values.data).users;
  if (what === 'list') {
    const users = await readUsers(path);
    if (values.json) {
      const shown = users.map(({ username, staffId, name, organ, roles, active }) => ({
        ...{ username, staffId, name, organ, roles, active },
      }));
      console.log(JSON.stringify(shown, null, 2));
      return 0;
    }
    for (const { username, organ, roles, active } of users)
      console.log([username, organ, roles.join(','), ...(active ? [] : ['đã thôi'])].join('\t'));
    return 0;
  }
  if (what !== 'add' && what !== 'password' && what !== 'remove' && what !== 'reset') {
    throw new UsageError('Chỉ có “user add”, “user password”, “user reset”, “user remove” và “user list”.');
  }
  const username = signInName(onlyPositional(positionals, 'tên người dùng'));
  if (what === 'remove') {
    await removeUser(path, username);
    console.log(`${username} không đăng nhập được nữa, và không làm được gì nữa từ yêu cầu kế tiếp.`);
    return 0;
  }
  if (what === 'reset') {
    const { oneTimePassword, validUntil } = await resetToOneTime(path, username);
    console.log(`Mật khẩu dùng một lần của ${username}: ${oneTimePassword} (đến ${formatMoment(validUntil)}).`);
    return 0;
  }
  if (what === 'password') {
    await setPassword(path, username, await askPassword(`Mật khẩu mới của ${username}: `));
    console.log(`Đã đổi mật khẩu của ${username}.`);
    return 0;
  }
  const organ = required(values.organ, '--organ');
  const roles = readRoles(required(values.roles, '--roles'));
  const notice = await checkOrganKnown(values.data, organ, roles);
  const password = await askPassword(`Mật khẩu của ${username}: `);
  const named = values.name === undefined ? {} : { name: values.name.normalize('NFC') };
  await addUser(path, { username, staffId: values['staff-id'] ?? username, organ, roles, ...named }, password);
  console.log(`Đã thêm ${username} (${organ}; ${roles.map((one) => ROLE_NAMES[one]).join(', ')}).`);
  if (notice !== undefined) console.log(notice);
  return 0;
}
