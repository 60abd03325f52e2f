import { readFile } from 'node:fs/promises';
import { openConverter } from '#pdf/convert.ts';
import { PdfError, type PdfErrorCode } from '#pdf/pdf-error.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';
import { unfitFont } from '../server/pdf-fonts.ts';
import { type Command, onlyPositional, readArgs, required } from './command.ts';
import { writeOut } from './write-out.ts';

const usage = `Cách dùng: banhanh pdf TỆP.docx --out TỆP.pdf

Tạo bản PDF để đọc của một tệp .docx do Ban Hành tạo. Cần LibreOffice và phông Liberation 2:
  sudo apt install libreoffice-writer-nogui fonts-liberation2

  --out TỆP.pdf      tệp viết ra

Mã thoát: 0 được; 1 có lỗi, không viết tệp nào; 2 dùng lệnh sai.`;

const WHY: Readonly<Record<PdfErrorCode, string>> = {
  'not-installed':
    'máy này chưa cài LibreOffice; hãy chạy: sudo apt install libreoffice-writer-nogui fonts-liberation2',
  'not-ours':
    'chỉ chuyển tệp .docx do Ban Hành tạo và chưa được chương trình khác lưu lại; tệp khác hãy mở bằng Word hoặc LibreOffice rồi lưu thành PDF',
  'too-large': 'tệp quá lớn',
  'timed-out': 'LibreOffice chạy quá hai phút nên đã bị dừng; hãy thử lại, hoặc tách bớt phụ lục',
  failed: 'LibreOffice không tạo được PDF',
};

/** `banhanh pdf plan.docx --out plan.pdf` */
export const pdfCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({ args, allowPositionals: true, options: { out: { type: 'string' } } });
  const path = onlyPositional(positionals, 'tệp .docx');
  const out = required(values.out, '--out');
  const docx = await readFile(path).catch((cause) => {
    if (errorCode(cause) === 'ENOENT') throw new OperatorError(`Không có tệp: ${path}`, { cause });
    throw new OperatorError(`Không đọc được tệp: ${path} (${errorCode(cause)})`, { cause });
  });
  await writeOut(out, await convert(path, docx));
  const font = await unfitFont();
  if (font !== null) {
    console.error(
      `Cảnh báo: máy này thay Times New Roman bằng phông “${font}”, dòng và trang có thể ngắt khác Word; hãy cài gói fonts-liberation2.`,
    );
  }
  console.log(out);
  return 0;
}

async function convert(path: string, docx: Uint8Array): Promise<Uint8Array> {
  try {
    return await openConverter({ searchPath: process.env['PATH'] })(docx);
  } catch (cause) {
    if (!(cause instanceof PdfError)) throw cause;
    const said = cause.code === 'failed' && cause.detail !== '' ? `\n${cause.detail.trim()}` : '';
    throw new OperatorError(`Không tạo được PDF của ${path}: ${WHY[cause.code]}.${said}`, { cause });
  }
}
