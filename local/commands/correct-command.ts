import { correctRecord } from '#usecases/bring-in/correct-record.ts';
import { openPlace, PLACE_HELP, placeOptions, readPlace } from '../place/place.ts';
import { OPERATOR } from '../place/seed-organs.ts';
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
${PLACE_HELP}

Mã thoát: 0 đã sửa; 1 không sửa được; 2 dùng lệnh sai.`;

/** `banhanh correct "35/KH-UBND" --organ dong-nai --year 2025 --subject "…" --reason "…"` */
export const correctCommand: Command = { usage, run };

const text = { type: 'string' } as const;

async function run(args: string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: {
      ...placeOptions,
      ...{ organ: text, reason: text, year: text, subject: text, date: text, signer: text, position: text },
      ...{ to: text, archive: text, amount: text },
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
  const stack = await openPlace(readPlace(values));
  try {
    const { document } = await findOne(stack.deps, actor, number, year);
    const input = { docId: document.docId, seen: document, record, issuedDate, reason };
    const { row } = await correctRecord(stack.deps, actor, input);
    console.log(`Đã sửa ${row.symbol} ngày ${row.issuedDate.split('-').reverse().join('/')}: ${row.subject}`);
    return 0;
  } finally {
    await stack.close();
  }
}
