/** Groups of operations, by the first part of their path, as people read them. */
const TAGS: Readonly<Record<string, { readonly name: string; readonly description: string }>> = {
  documents: { name: 'Văn bản', description: 'Soạn, trình, duyệt, ban hành, thu hồi, đính chính.' },
  issued: { name: 'Văn bản đã ban hành', description: 'Đọc, tải tệp, bản PDF, dữ liệu đặc tả.' },
  find: { name: 'Tra cứu', description: 'Tìm theo số, theo từ.' },
  search: { name: 'Tra cứu', description: 'Tìm theo số, theo từ.' },
  book: { name: 'Sổ đăng ký', description: 'Sổ văn bản đi, các sổ số, khóa sổ, số đếm.' },
  series: { name: 'Sổ đăng ký', description: 'Sổ văn bản đi, các sổ số, khóa sổ, số đếm.' },
  statistics: { name: 'Sổ đăng ký', description: 'Sổ văn bản đi, các sổ số, khóa sổ, số đếm.' },
  reminders: { name: 'Văn bản', description: 'Soạn, trình, duyệt, ban hành, thu hồi, đính chính.' },
  registered: { name: 'Sổ đăng ký', description: 'Sổ văn bản đi, các sổ số, khóa sổ, số đếm.' },
  'brought-in': { name: 'Nhập văn bản cũ', description: 'Văn bản đã ban hành trước đây, từng văn bản hoặc cả sổ.' },
  profiles: { name: 'Cơ quan', description: 'Hồ sơ cơ quan và thành viên.' },
  lists: { name: 'Văn bản', description: 'Soạn, trình, duyệt, ban hành, thu hồi, đính chính.' },
  unsent: { name: 'Văn bản', description: 'Soạn, trình, duyệt, ban hành, thu hồi, đính chính.' },
  'working-days': { name: 'Cơ quan', description: 'Hồ sơ cơ quan và thành viên.' },
  office: { name: 'Cơ quan', description: 'Hồ sơ cơ quan và thành viên.' },
  bases: { name: 'Thư viện', description: 'Căn cứ và nhóm nơi nhận mà cơ quan hay dùng.' },
  'recipient-groups': { name: 'Thư viện', description: 'Căn cứ và nhóm nơi nhận mà cơ quan hay dùng.' },
  members: { name: 'Cơ quan', description: 'Hồ sơ cơ quan và thành viên.' },
  guests: { name: 'Cơ quan', description: 'Hồ sơ cơ quan và thành viên.' },
  memberships: { name: 'Cơ quan', description: 'Hồ sơ cơ quan và thành viên.' },
  uploads: { name: 'Tải lên', description: 'Tệp lớn gửi trước, rồi gọi bằng mã.' },
  'fan-outs': { name: 'Giao kế hoạch', description: 'Kế hoạch cấp trên xuống các đơn vị.' },
  'came-down': { name: 'Giao kế hoạch', description: 'Kế hoạch cấp trên xuống các đơn vị.' },
};

/** Everything that belongs to no other group. */
const SYSTEM = { name: 'Hệ thống', description: 'Đăng nhập, tình trạng, JSON Schema.' } as const;

/** Group of a path. */
export function tagOf(path: string): { readonly name: string; readonly description: string } {
  return TAGS[path.split('/')[1] ?? ''] ?? SYSTEM;
}

/** Groups of some paths, each once. */
export function tagsOf(paths: readonly string[]): { readonly name: string; readonly description: string }[] {
  return [...new Map(paths.map((path) => [tagOf(path).name, tagOf(path)])).values()];
}

/** Name of an operation for generated clients: `postDocumentsDocIdSubmit`. */
export function operationIdOf(method: string, path: string): string {
  const words = path.match(/[A-Za-z0-9]+/g) ?? [];
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
