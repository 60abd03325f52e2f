import type { Actor } from '#usecases/actor.ts';
import { dropBlank } from '#usecases/bring-in/bring-in-blank.ts';
import { correctRecord } from '#usecases/bring-in/correct-record.ts';
import type { Deps } from '#usecases/deps.ts';
import { findByNumber } from '#usecases/search/find-by-number.ts';
import { OperatorError } from '../output/operator-error.ts';
import { OPERATOR } from '../target/seed-organs.ts';
import { openTarget, readTarget, TARGET_HELP, targetOptions } from '../target/target.ts';
import { type Command, day, onlyPositional, readArgs, required, wholeNumber } from './command.ts';
import { findOne } from './find-one.ts';

const usage = `Cách dùng: banhanh correct SỐ --organ CƠ-QUAN --reason "LÝ DO" [tùy chọn]

Sửa một dòng đã nhập từ sổ cũ theo sổ giấy, đến khi khóa sổ năm ấy; nhật ký ghi ai sửa, khi nào, vì sao. Số, ký hiệu giữ nguyên.

  --year NĂM             năm của sổ
  --subject TRÍCH-YẾU    trích yếu đúng
  --date NĂM-THÁNG-NGÀY  ngày đúng, trong năm của sổ
  --signer HỌ-TÊN        người ký; kèm --position CHỨC-VỤ
  --to NƠI-NHẬN          nơi nhận, cách nhau bằng dấu ;
  --archive ĐƠN-VỊ       đơn vị, người nhận bản lưu
  --amount N             số lượng bản
  --not-blank            số sổ cũ ghi là bị hủy hoặc bỏ trống nay có văn bản: để trả lại số
${TARGET_HELP}

Mã thoát: 0 đã sửa; 1 không sửa được; 2 dùng lệnh sai.`;

/** `banhanh correct "35/KH-UBND" --organ dong-nai --year 2025 --subject "…" --reason "…"` */
export const correctCommand: Command = { usage, run };

const text = { type: 'string' } as const;

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: {
      ...targetOptions,
      ...{ organ: text, reason: text, year: text, subject: text, date: text, signer: text, position: text },
      ...{ to: text, archive: text, amount: text },
      'not-blank': { type: 'boolean' },
    },
  });
  const number = onlyPositional(positionals, 'số văn bản');
  const actor = { organ: required(values.organ, '--organ'), staffId: OPERATOR, roles: ['clerk', 'reader'] } as const;
  const reason = required(values.reason, '--reason');
  const year = values.year === undefined ? undefined : wholeNumber(values.year, '--year', 9999);
  const { subject, date, signer, position = '', to, archive, amount } = values;
  const record = {
    ...(subject !== undefined && { subject }),
    ...(signer !== undefined && { signerInfo: { position, fullName: signer } }),
    ...(to !== undefined && { to: to.split(';').flatMap((one) => one.trim() || []) }),
    ...(archive !== undefined && { archivedAt: archive }),
    ...(amount !== undefined && { issuedAmount: wholeNumber(amount, '--amount', 99_999) }),
  };
  const issuedDate = date === undefined ? undefined : day(date, '--date');
  const stack = await openTarget(readTarget(values));
  try {
    if (values['not-blank'] === true) return await freeBlank(stack.deps, actor, number, { year, reason });
    const { document } = await findOne(stack.deps, actor, number, year);
    const input = { docId: document.docId, seen: document, record, issuedDate, reason };
    const { row } = await correctRecord(stack.deps, actor, input);
    console.log(`Đã sửa ${row.symbol} ngày ${row.issuedDate.split('-').reverse().join('/')}: ${row.subject}`);
    return 0;
  } finally {
    await stack.close();
  }
}

/** Frees a number that the older book has without a document. Throws `OperatorError` where none or several are meant. */
async function freeBlank(
  deps: Deps,
  actor: Actor,
  number: string,
  { year, reason }: { readonly year: number | undefined; readonly reason: string },
): Promise<number> {
  const { asked, absent } = await findByNumber(deps, actor, { text: number, year });
  const [blank, another] = absent.filter(
    (one) => one.reason === 'cancelled' || one.reason === 'empty' || one.reason === 'secret',
  );
  if (!blank || another) {
    const why = blank ? 'có trong nhiều sổ; hãy ghi đủ ký hiệu và --year' : 'không phải số bị hủy hay bỏ trống';
    throw new OperatorError(`Số “${number}” ${why}.`);
  }
  const suffix = asked.codeSuffix === undefined ? {} : { codeSuffix: asked.codeSuffix };
  const place = { year: blank.year, series: blank.series, codeNumber: asked.number, ...suffix };
  await dropBlank(deps, actor, { ...place, reason });
  console.log(`Số ${blank.symbol ?? number} năm ${blank.year} nay nhập được văn bản.`);
  return 0;
}
