import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findingLine } from '#present/findings/finding-lines.ts';
import { BackupError } from '#usecases/backup/backup-error.ts';
import { MoveError } from '#usecases/moving/move-error.ts';
import type { Command } from './commands/command.ts';
import { OperatorError, UsageError } from './output/operator-error.ts';
import { systemErrorText } from './output/system-error.ts';

/** Loaded when asked for: rendering needs no database, and the database no renderer. */
const commands: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  render: {
    summary: 'tạo tệp .docx từ dữ liệu văn bản (JSON)',
    load: async () => (await import('./commands/render-command.ts')).renderCommand,
  },
  new: {
    summary: 'ghi khung dữ liệu của văn bản hoặc của Thông tin cơ quan',
    load: async () => (await import('./new/new-command.ts')).newCommand,
  },
  schema: {
    summary: 'in JSON Schema của dữ liệu',
    load: async () => (await import('./commands/schema-command.ts')).schemaCommand,
  },
  localise: {
    summary: 'tạo kế hoạch của các đơn vị từ kế hoạch cấp trên',
    load: async () => (await import('./localise/localise-command.ts')).localiseCommand,
  },
  units: {
    summary: 'liệt kê xã, phường, đặc khu với mã',
    load: async () => (await import('./localise/units-command.ts')).unitsCommand,
  },
  pdf: {
    summary: 'tạo bản PDF để đọc từ tệp .docx',
    load: async () => (await import('./commands/pdf-command.ts')).pdfCommand,
  },
  check: {
    summary: 'kiểm tra thể thức của tệp Word theo Nghị định 30',
    load: async () => (await import('./commands/word/check-command.ts')).checkCommand,
  },
  'import-word': {
    summary: 'đọc một tệp Word thành dự thảo',
    load: async () => (await import('./commands/word/import-word-command.ts')).importWordCommand,
  },
  'superior-word': {
    summary: 'lập kế hoạch của đơn vị từ tệp Word của cấp trên',
    load: async () => (await import('./commands/word/superior-word-command.ts')).superiorWordCommand,
  },
  serve: {
    summary: 'chạy máy chủ trên máy này',
    load: async () => (await import('./commands/serve-command.ts')).serveCommand,
  },
  service: {
    summary: 'chạy máy chủ như một dịch vụ của hệ điều hành',
    load: async () => (await import('./service/service-command.ts')).serviceCommand,
  },
  tls: {
    summary: 'tạo chứng thư TLS để máy khác vào được',
    load: async () => (await import('./tls/tls-command.ts')).tlsCommand,
  },
  find: {
    summary: 'tìm văn bản theo số',
    load: async () => (await import('./commands/find-command.ts')).findCommand,
  },
  search: {
    summary: 'tìm trong sổ: từ của trích yếu, ngày, người ký, loại …',
    load: async () => (await import('./commands/search-command.ts')).searchCommand,
  },
  'bring-in': {
    summary: 'nhập văn bản đã ban hành trước đây',
    load: async () => (await import('./commands/bring-in-command.ts')).bringInCommand,
  },
  book: {
    summary: 'in Sổ đăng ký văn bản đi',
    load: async () => (await import('./commands/book-command.ts')).bookCommand,
  },
  metadata: {
    summary: 'dữ liệu đặc tả của văn bản (Phụ lục VI)',
    load: async () => (await import('./commands/metadata-command.ts')).metadataCommand,
  },
  edxml: {
    summary: 'gói xuất edXML của văn bản',
    load: async () => (await import('./commands/edxml-command.ts')).edxmlCommand,
  },
  verify: {
    summary: 'kiểm tra sổ và kho tệp',
    load: async () => (await import('./commands/verify-command.ts')).verifyCommand,
  },
  correct: {
    summary: 'sửa một dòng đã nhập từ sổ cũ',
    load: async () => (await import('./commands/correct-command.ts')).correctCommand,
  },
  reindex: {
    summary: 'bổ sung từ để tìm cho văn bản của bản phần mềm trước',
    load: async () => (await import('./commands/reindex-command.ts')).reindexCommand,
  },
  repair: {
    summary: 'hoàn tất những gì sự cố để dở',
    load: async () => (await import('./commands/repair-command.ts')).repairCommand,
  },
  backup: {
    summary: 'sao lưu sổ và tệp, kể cả khi đang chạy',
    load: async () => (await import('./backup/backup-command.ts')).backupCommand,
  },
  restore: {
    summary: 'phục hồi từ bản sao lưu',
    load: async () => (await import('./backup/restore-command.ts')).restoreCommand,
  },
  series: {
    summary: 'sổ sau khi phục hồi: xem, ghi số cuối để mở lại',
    load: async () => (await import('./backup/series-command.ts')).seriesCommand,
  },
  clock: {
    summary: 'giờ của máy: xem, chấp nhận sau khi giờ nhảy',
    load: async () => (await import('./clock/clock-command.ts')).clockCommand,
  },
  export: {
    summary: 'xuất một cơ quan để chuyển sang nơi khác',
    load: async () => (await import('./commands/export-command.ts')).exportCommand,
  },
  import: {
    summary: 'nhập một cơ quan từ gói xuất, vào máy này hoặc AWS',
    load: async () => (await import('./commands/import-command.ts')).importCommand,
  },
  member: {
    summary: 'thành viên của cơ quan: thêm, đổi vai trò, cho thôi',
    load: async () => (await import('./commands/member-command.ts')).memberCommand,
  },
  profile: {
    summary: 'thêm hồ sơ cơ quan từ tệp',
    load: async () => (await import('./commands/profile-command.ts')).profileCommand,
  },
  user: {
    summary: 'thêm, liệt kê người dùng',
    load: async () => (await import('./commands/user-command.ts')).userCommand,
  },
  mail: {
    summary: 'thư báo việc: đặt máy chủ thư, thử',
    load: async () => (await import('./mail/mail-command.ts')).mailCommand,
  },
  completion: {
    summary: 'gợi ý lệnh và tùy chọn cho bash',
    load: async () => (await import('./commands/completion-command.ts')).completionCommand(usages),
  },
};

async function usages(): Promise<ReadonlyMap<string, string>> {
  const all = Object.entries(commands).map(async ([name, { load }]) => [name, (await load()).usage] as const);
  return new Map(await Promise.all(all));
}

// What is written holds people's documents: it is their owner's alone.
process.umask(0o077);
process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: string[]): Promise<number> {
  if (name === '--version' || name === '-v') {
    console.log(await version());
    return 0;
  }
  if (name === 'help' && args[0] !== undefined) return main([args[0], '--help']);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(help());
    return name === undefined ? 2 : 0;
  }
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!known) {
    console.error(`Không có lệnh “${name}”. Xem: banhanh --help`);
    return 2;
  }
  const command = await known.load();
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.usage);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    return await explain(error, name);
  }
}

async function explain(error: unknown, name: string): Promise<number> {
  if (error instanceof UsageError) {
    console.error(`${error.message}\nXem: banhanh ${name} --help`);
    return 2;
  }
  if (error instanceof OperatorError) {
    console.error(error.message);
    return 1;
  }
  if (error instanceof MoveError) {
    const { moveErrorText } = await import('#present/problems/move-texts.ts');
    console.error(moveErrorText(error));
    return 1;
  }
  if (error instanceof BackupError) {
    const { backupErrorText } = await import('#present/problems/backup-texts.ts');
    console.error(`${backupErrorText(error)} [${error.code}]`);
    return 1;
  }
  const { toProblem } = await import('#present/problems/problem.ts');
  const { code, detail, errors } = toProblem(error);
  const shown = systemErrorText(error) ?? (code === 'internal' ? error : `${detail} [${code}]`);
  console.error(shown);
  for (const finding of errors) console.error(findingLine(finding));
  return 1;
}

async function version(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../package.json'), 'utf8');
  return `banhanh ${/"version": "([^"]+)"/.exec(text)?.[1] ?? ''} (Node.js ${process.versions.node})`;
}

function help(): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`);
  return `Ban Hành: kế hoạch và công văn đúng thể thức Nghị định 30/2020/NĐ-CP.

Cách dùng: banhanh LỆNH [tùy chọn]

${rows.join('\n')}

Xem từng lệnh: banhanh help LỆNH. Phiên bản: banhanh --version`;
}
