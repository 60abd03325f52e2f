import { systemCodeOf } from '#register/table/sqlite/sqlite-fault.ts';
import { errorCode } from './operator-error.ts';

/** Meanings of the system's codes for the person at the machine. */
const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: 'không có quyền đọc hoặc ghi',
  EPERM: 'hệ điều hành không cho phép',
  EEXIST: 'đã có sẵn',
  ENOENT: 'không có',
  ENOTDIR: 'không phải là thư mục',
  EISDIR: 'là thư mục, không phải tệp',
  ENOTEMPTY: 'là thư mục không trống',
  ENOSPC: 'hết chỗ trên ổ đĩa; hãy dọn bớt rồi chạy lại',
  EDQUOT: 'hết hạn mức ổ đĩa; hãy dọn bớt rồi chạy lại',
  EROFS: 'ổ đĩa hoặc thư mục chỉ cho đọc',
  EIO: 'ổ đĩa báo lỗi khi đọc hoặc ghi',
  ENOMEM: 'máy hết bộ nhớ',
  EMFILE: 'mở quá nhiều tệp cùng lúc',
  ENAMETOOLONG: 'đường dẫn quá dài',
  EBUSY: 'đang có chương trình khác dùng',
  EADDRINUSE: 'cổng đang có chương trình khác dùng',
  EADDRNOTAVAIL: 'máy này không có địa chỉ đó',
  ECONNREFUSED: 'không có chương trình nào trả lời ở địa chỉ đó',
};

/** The sentence for an error of the file system or the network, whatever it is wrapped in; undefined for any other. */
export function systemErrorText(error: unknown): string | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    const code = systemCodeOf(one) ?? errorCode(one) ?? '';
    const meaning = MEANINGS[code];
    if (meaning === undefined) continue;
    const path = 'path' in one && typeof one.path === 'string' ? one.path : undefined;
    return `${path === undefined ? 'Không thực hiện được' : `Không dùng được “${path}”`}: ${meaning} (${code}).`;
  }
  return undefined;
}
