import { z } from 'zod';
import { createLoaded } from '../loaded.ts';

const schema = z.object({
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
});

/** One thing that the server needs to do its work, in words. */
export type ServerCheck = z.infer<typeof schema>['checks'][number];

/** State of the server; none where it says nothing of itself, as in AWS. */
export const serverState = createLoaded<readonly ServerCheck[]>(async () => {
  const response = await fetch('/readyz', { headers: { Accept: 'application/json' } });
  const read = schema.safeParse(await response.json().catch(() => null));
  return read.success ? read.data.checks : [];
});

/** Names of the server's checks, by the names that it has for them. */
export const CHECK_LABELS: Readonly<Record<string, string>> = {
  register: 'Sổ',
  files: 'Thư mục dữ liệu',
  space: 'Chỗ trên ổ đĩa',
  owed: 'Văn bản đang hoàn tất',
  mark: 'Dấu số cuối',
  clock: 'Đồng hồ',
};

/** Says the state of the server's backups, and what to do without one. */
export function backupLine(checks: readonly ServerCheck[]): { readonly ok: boolean; readonly text: string } {
  const backup = checks.find(({ name }) => name === 'backup');
  if (backup) return { ok: backup.ok, text: `Sao lưu: ${backup.detail}.` };
  return { ok: false, text: 'Máy chủ chưa sao lưu hằng đêm: sổ và tệp chỉ có một bản.' };
}
