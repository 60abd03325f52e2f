import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { vietnamDate } from '#document/dates.ts';
import { type SuperiorFile, superiorFile } from '#localise/from-file/superior-file.schema.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { intakeLines } from '#present/reading/intake-lines.ts';
import { readErrorSentence } from '#present/reading/read-problem-texts.ts';
import { fateText, knownAsText, reasonText } from '#present/reading/superior-lines.ts';
import { type ReadSuperiorFile, readSuperiorTask } from '#usecases/heavy/superior-task.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { unitPlanOf } from '#usecases/word-files/plan-from-superior-file.ts';
import { errorCode, OperatorError, UsageError } from '../../output/operator-error.ts';
import { readJsonFile } from '../../output/read-json-file.ts';
import { textTable } from '../../output/text-table.ts';
import { type Command, day, onlyPositional, readArgs, required } from '../command.ts';
import { writeOut } from '../write-out.ts';
import { asReadable } from './read-any.ts';

const usage = `Cách dùng: banhanh superior-word TỆP.docx --unit MÃ --out CẤP-TRÊN.json [--before CŨ.json] [--code SỐ] [--date NGÀY]
           banhanh superior-word CẤP-TRÊN.json --unit MÃ --organ MÃ --out DỰ-THẢO.json

Lập kế hoạch của đơn vị từ tệp Word kế hoạch cấp trên, hai bước. Bước một đọc tệp, đề xuất từng phần: giao cho đơn vị (down),
không giao (stays), chưa rõ (undecided); sửa quyết định trong mục “decisions” của tệp viết ra. Bước hai lập dự thảo từ các phần
đã quyết. Cấp trên gửi bản sửa thì đọc lại với --before: phần nào giữ nguyên, sửa lời, chuyển chỗ, thêm, bỏ được kể ra.

  --unit MÃ       mã đơn vị hành chính cấp xã, 5 chữ số
  --organ MÃ      mã cơ quan của đơn vị trong hồ sơ
  --before CŨ     tệp của bước một với bản trước
  --code, --date  số, ký hiệu và ngày của kế hoạch cấp trên, khi tệp không ghi

Mã thoát: 0 được; 1 còn phần chưa quyết; 2 tệp không đọc được hoặc dùng lệnh sai.`;

/** `banhanh superior-word ke-hoach-tinh.docx --unit 25326 --out cap-tren.json` */
export const superiorWordCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const names = ['unit', 'organ', 'out', 'before', 'code', 'date'] as const;
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = readArgs({ args, allowPositionals: true, options });
  const path = onlyPositional(positionals, 'tệp của cấp trên');
  const given = (name: (typeof names)[number]) => (typeof values[name] === 'string' ? values[name] : undefined);
  const unitCode = required(given('unit'), '--unit');
  const unit = unitDirectory().units.get(unitCode);
  if (!unit) throw new UsageError(`Không có đơn vị mã “${unitCode}”.`);
  const out = required(given('out'), '--out');
  if (path.toLowerCase().endsWith('.json'))
    return makePlan(path, { unitCode, organ: required(given('organ'), '--organ'), out });
  const beforePath = given('before');
  const [code, date] = [given('code'), given('date')];
  const said = {
    ...(code === undefined ? {} : { code }),
    ...(date === undefined ? {} : { issuedDate: day(date, '--date') }),
  };
  const read = await readFileOf(path, {
    provinceCode: unit.provinceCode,
    said,
    before: beforePath === undefined ? null : await readDecided(beforePath),
  });
  await writeOut(out, Buffer.from(`${JSON.stringify(read.read.file, null, 2)}\n`));
  say(read);
  console.log(out);
  return 0;
}

type Said = Pick<Parameters<typeof readSuperiorTask>[0], 'provinceCode' | 'said' | 'before'>;

async function readFileOf(path: string, said: Said): Promise<ReadSuperiorFile> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new OperatorError(`Không đọc được tệp: ${path} (${errorCode(cause)})`, { cause });
  });
  try {
    return await readSuperiorTask({
      ...said,
      bytes: await asReadable(bytes),
      name: basename(path),
      on: vietnamDate(new Date()),
    });
  } catch (cause) {
    if (!(cause instanceof UseCaseError)) throw cause;
    const why =
      cause.code === 'superior-unclear'
        ? 'tệp không ghi số hoặc ngày (thêm --code, --date), hoặc không có nội dung.'
        : readErrorSentence(cause.params);
    throw new OperatorError(`${path}: ${why}`, { cause });
  }
}

function say({ read, notes }: ReadSuperiorFile): void {
  for (const line of intakeLines({ notes })) console.error(line);
  const known = new Map(read.alignment?.parts.map(({ id, as }) => [id, knownAsText(as)]));
  const rows = read.proposals.map((one) => [
    one.id,
    fateText(one.fate),
    reasonText(one),
    known.get(one.id) ?? '',
    one.text,
  ]);
  for (const line of textTable([['Phần', 'Đề xuất', 'Vì', 'So bản trước', 'Nội dung'], ...rows], 180))
    console.error(line);
  for (const { id, text } of read.alignment?.removed ?? []) console.error(`bản mới không còn: ${id} ${text}`);
}

async function readDecided(path: string): Promise<SuperiorFile> {
  const parsed = superiorFile.safeParse(await readJsonFile(path, 'kế hoạch cấp trên'));
  if (!parsed.success) throw new OperatorError(`Không phải tệp mà bước một viết ra (TepCapTren@1): ${path}`);
  return parsed.data;
}

async function makePlan(
  path: string,
  { unitCode, organ, out }: Record<'unitCode' | 'organ' | 'out', string>,
): Promise<number> {
  const { data, undecided, findings } = unitPlanOf(await readDecided(path), {
    unitCode,
    organ,
    on: vietnamDate(new Date()),
  });
  for (const { id, text } of undecided) console.error(`chưa quyết: ${id} “${text.slice(0, 80)}”`);
  for (const { message } of findings) console.error(message);
  if (!data) return 1;
  await writeOut(out, Buffer.from(`${JSON.stringify(data, null, 2)}\n`));
  console.log(out);
  return 0;
}
