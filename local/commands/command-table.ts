import type { Command } from './command.ts';

/** Commands by name, loaded when asked for: rendering needs no database, and the database no renderer. */
export const commands: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<Command> }>> = {
  render: {
    summary: 'tạo tệp .docx từ dữ liệu văn bản (JSON)',
    load: async () => (await import('./render-command.ts')).renderCommand,
  },
  new: {
    summary: 'ghi khung dữ liệu của văn bản hoặc của Thông tin cơ quan',
    load: async () => (await import('../new/new-command.ts')).newCommand,
  },
  schema: {
    summary: 'in JSON Schema của dữ liệu',
    load: async () => (await import('./schema-command.ts')).schemaCommand,
  },
  localise: {
    summary: 'tạo kế hoạch của các đơn vị từ kế hoạch cấp trên',
    load: async () => (await import('../localise/localise-command.ts')).localiseCommand,
  },
  units: {
    summary: 'liệt kê xã, phường, đặc khu với mã',
    load: async () => (await import('../localise/units-command.ts')).unitsCommand,
  },
  pdf: {
    summary: 'tạo bản PDF để đọc từ tệp .docx',
    load: async () => (await import('./pdf-command.ts')).pdfCommand,
  },
  check: {
    summary: 'kiểm tra thể thức của tệp Word theo Nghị định 30',
    load: async () => (await import('./word/check-command.ts')).checkCommand,
  },
  'import-word': {
    summary: 'đọc một tệp Word thành dự thảo',
    load: async () => (await import('./word/import-word-command.ts')).importWordCommand,
  },
  'superior-word': {
    summary: 'lập kế hoạch của đơn vị từ tệp Word của cấp trên',
    load: async () => (await import('./word/superior-word-command.ts')).superiorWordCommand,
  },
  serve: {
    summary: 'chạy máy chủ trên máy này',
    load: async () => (await import('./serve-command.ts')).serveCommand,
  },
  service: {
    summary: 'chạy máy chủ như một dịch vụ của hệ điều hành',
    load: async () => (await import('../service/service-command.ts')).serviceCommand,
  },
  tls: {
    summary: 'tạo chứng thư TLS để máy khác vào được',
    load: async () => (await import('../tls/tls-command.ts')).tlsCommand,
  },
  find: {
    summary: 'tìm văn bản theo số',
    load: async () => (await import('./find-command.ts')).findCommand,
  },
  search: {
    summary: 'tìm trong sổ: từ của trích yếu, ngày, người ký, loại …',
    load: async () => (await import('./search-command.ts')).searchCommand,
  },
  'bring-in': {
    summary: 'nhập văn bản đã ban hành trước đây',
    load: async () => (await import('./bring-in-command.ts')).bringInCommand,
  },
  book: {
    summary: 'in Sổ đăng ký văn bản đi',
    load: async () => (await import('./book-command.ts')).bookCommand,
  },
  metadata: {
    summary: 'dữ liệu đặc tả của văn bản (Phụ lục VI)',
    load: async () => (await import('./metadata-command.ts')).metadataCommand,
  },
  edxml: {
    summary: 'gói xuất edXML của văn bản',
    load: async () => (await import('./edxml-command.ts')).edxmlCommand,
  },
  verify: {
    summary: 'kiểm tra sổ và kho tệp',
    load: async () => (await import('./verify-command.ts')).verifyCommand,
  },
  correct: {
    summary: 'sửa một dòng đã nhập từ sổ cũ',
    load: async () => (await import('./correct-command.ts')).correctCommand,
  },
  reindex: {
    summary: 'bổ sung từ để tìm cho văn bản của bản phần mềm trước',
    load: async () => (await import('./reindex-command.ts')).reindexCommand,
  },
  repair: {
    summary: 'hoàn tất những gì sự cố để dở',
    load: async () => (await import('./repair-command.ts')).repairCommand,
  },
  backup: {
    summary: 'sao lưu sổ và tệp, kể cả khi đang chạy',
    load: async () => (await import('../backup/backup-command.ts')).backupCommand,
  },
  restore: {
    summary: 'phục hồi từ bản sao lưu',
    load: async () => (await import('../backup/restore-command.ts')).restoreCommand,
  },
  series: {
    summary: 'sổ sau khi phục hồi: xem, ghi số cuối để mở lại',
    load: async () => (await import('../backup/series-command.ts')).seriesCommand,
  },
  clock: {
    summary: 'giờ của máy: xem, chấp nhận sau khi giờ nhảy',
    load: async () => (await import('../clock/clock-command.ts')).clockCommand,
  },
  export: {
    summary: 'xuất một cơ quan để chuyển sang nơi khác',
    load: async () => (await import('./export-command.ts')).exportCommand,
  },
  import: {
    summary: 'nhập một cơ quan từ gói xuất, vào máy này hoặc AWS',
    load: async () => (await import('./import-command.ts')).importCommand,
  },
  member: {
    summary: 'thành viên của cơ quan: thêm, đổi vai trò, cho thôi',
    load: async () => (await import('./member-command.ts')).memberCommand,
  },
  profile: {
    summary: 'thêm hồ sơ cơ quan từ tệp',
    load: async () => (await import('./profile-command.ts')).profileCommand,
  },
  user: {
    summary: 'thêm, liệt kê người dùng',
    load: async () => (await import('./user-command.ts')).userCommand,
  },
  mail: {
    summary: 'thư báo việc: đặt máy chủ thư, thử',
    load: async () => (await import('../mail/mail-command.ts')).mailCommand,
  },
  completion: {
    summary: 'gợi ý lệnh và tùy chọn cho bash',
    load: async () => (await import('./completion-command.ts')).completionCommand(usages),
  },
};

async function usages(): Promise<ReadonlyMap<string, string>> {
  const all = Object.entries(commands).map(async ([name, { load }]) => [name, (await load()).usage] as const);
  return new Map(await Promise.all(all));
}
