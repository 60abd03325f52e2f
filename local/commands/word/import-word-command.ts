import { readFile } from 'node:fs/promises';
import { checkDocument } from '#document/checking/check-document.ts';
import { vietnamDate } from '#document/dates.ts';
import { takeIn } from '#intake/take-in.ts';
import { findingLine } from '#present/findings/finding-lines.ts';
import { intakeLines } from '#present/reading/intake-lines.ts';
import { noticeText, readErrorText } from '#present/reading/read-problem-texts.ts';
import { recognise } from '#read/elements/recognise.ts';
import { ReadError } from '#read/problems/read-error.ts';
import { errorCode, OperatorError } from '../../output/operator-error.ts';
import { readOrgansFile } from '../../target/organs-file.ts';
import { type Command, onlyPositional, readArgs, required } from '../command.ts';
import { writeOut } from '../write-out.ts';
import { readAny } from './read-any.ts';

const usage = `Cách dùng: banhanh import-word TỆP --out RA.json [--organ MÃ] [--organs HỒ-SƠ.json]

Đọc một tệp Word, PDF có lớp chữ, hoặc .txt chép từ PDF, thành dự thảo (Kế hoạch hoặc công văn) để sửa tiếp. Chỗ thiếu là [THIẾU: …].
Những gì đã đổi, đã đoán, không hiểu hoặc bỏ lại được kể ra hết, kèm số trang.

  --out RA.json        tệp dự thảo viết ra
  --organ MÃ           mã cơ quan, khi tệp không ghi tên cơ quan có trong hồ sơ
  --organs HỒ-SƠ.json  hồ sơ cơ quan (mặc định: organs.json trong thư mục đang đứng)
  --json               số, ngày, ghi chú là JSON trên stdout

Mã thoát: 0 được; 1 có lỗi; 2 tệp không đọc được hoặc dùng lệnh sai.`;

/** `banhanh import-word plan.docx --out plan.json` */
export const importWordCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const options = {
    out: { type: 'string' },
    organ: { type: 'string' },
    organs: { type: 'string' },
    json: { type: 'boolean' },
  } as const;
  const { values, positionals } = readArgs({ args, allowPositionals: true, options });
  const path = onlyPositional(positionals, 'tệp Word hoặc PDF');
  const out = required(values.out, '--out');
  const profiles = await readOrgansFile(values.organs ?? 'organs.json');
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new OperatorError(`Không đọc được tệp: ${path} (${errorCode(cause)})`, { cause });
  });
  try {
    const document = await readAny(bytes);
    const intake = takeIn(document, recognise(document), {
      profiles,
      organ: values.organ,
      on: vietnamDate(new Date()),
    });
    await writeOut(out, Buffer.from(`${JSON.stringify(intake.draft, null, 2)}\n`));
    const { findings } = checkDocument(intake.draft, { profiles, on: intake.on, placeholders: 'show' });
    if (values.json) {
      console.log(
        JSON.stringify(
          { out, issuance: intake.issuance, notes: intake.notes, notices: document.notices, findings },
          null,
          2,
        ),
      );
      return 0;
    }
    for (const notice of document.notices) console.error(`lưu ý: ${noticeText(notice)}`);
    for (const line of intakeLines(intake)) console.error(line);
    for (const finding of findings) console.error(findingLine(finding));
    console.log(out);
    return 0;
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    console.error(`${path}: ${readErrorText(error)}`);
    return 2;
  }
}
