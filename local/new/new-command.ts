import { readFile } from 'node:fs/promises';
import { vietnamDate } from '#document/dates.ts';
import { newDocumentData } from '#document/new-document.ts';
import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import { STABLE_ID } from '#document/schemas/text.schema.ts';
import { isTypeCode, TYPE_CODES } from '#document/type-traits.ts';
import { type Command, onlyPositional, readArgs, required } from '../commands/command.ts';
import { writeOut } from '../commands/write-out.ts';
import { UsageError } from '../output/operator-error.ts';

const PROFILES = ['tinh', 'so', 'xa', 'truong', 'ban-chi-dao'] as const;

const usage = `Cách dùng: banhanh new KeHoach|CongVan|profile --organ MÃ [tùy chọn]

Ghi khung dữ liệu để điền: chỗ để trống hiện [THIẾU: …] khi chạy banhanh render với --draft.

  --organ MÃ         mã cơ quan, như trong Thông tin cơ quan
  --like LOẠI        mẫu Thông tin cơ quan: ${PROFILES.join(', ')} (mặc định: xa)
  --out TỆP          ghi ra tệp; không có thì in ra màn hình

Mã thoát: 0 được; 1 không ghi được tệp; 2 dùng lệnh sai.`;

/** `banhanh new KeHoach --organ phuong-binh-long` */
export const newCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: { organ: { type: 'string' }, like: { type: 'string' }, out: { type: 'string' } },
  });
  const kind = onlyPositional(positionals, 'loại dữ liệu: KeHoach, CongVan hoặc profile');
  const organ = required(values.organ, '--organ');
  if (!STABLE_ID.test(organ))
    throw new UsageError(`Mã cơ quan “${organ}” không đúng dạng; ghi chữ thường không dấu, chữ số, gạch nối.`);
  const text = `${JSON.stringify(await skeleton(kind, organ, values.like ?? 'xa'), null, 2)}\n`;
  if (values.out === undefined) process.stdout.write(text);
  else await writeOut(values.out, Buffer.from(text));
  return 0;
}

async function skeleton(kind: string, organ: string, like: string): Promise<unknown> {
  if (isTypeCode(kind)) return newDocumentData(kind, { organ, today: vietnamDate(new Date()) });
  if (kind === 'profile') return profile(organ, like);
  const known = [...TYPE_CODES, 'profile'].join(', ');
  throw new UsageError(`Không có loại dữ liệu “${kind}”; chọn một trong: ${known}.`);
}

/** An example's profile under the organ's id; the rest is there to be changed. */
async function profile(organ: string, like: string): Promise<unknown> {
  const known = PROFILES.find((name) => name === like);
  if (!known) throw new UsageError(`Không có mẫu “${like}”; chọn một trong: ${PROFILES.join(', ')}.`);
  const text = await readFile(new URL(`../../examples/profiles/${known}.json`, import.meta.url), 'utf8');
  return [{ ...organProfile.parse(JSON.parse(text)), organId: organ }];
}
