import type { IssuedFile } from '#register/model/types.ts';

const BY_ROLE: Readonly<Record<IssuedFile['role'], string>> = {
  rendered: 'Bản có số (chưa ký)',
  appendix: 'Phụ lục (chưa ký)',
  signed: 'Bản đã ký',
  scan: 'Bản quét từ bản gốc giấy',
  given: 'Tệp kèm theo',
};

const BY_LAW: Readonly<Record<NonNullable<IssuedFile['legal']>, string>> = {
  'electronic-original': 'Bản gốc điện tử',
  'scan-of-original': 'Bản quét từ bản gốc giấy',
  attached: 'Tệp kèm theo',
};

/** Names a file by law (Điều 3.8); an older file by its role. */
export function legalName({ legal, role }: Pick<IssuedFile, 'legal' | 'role'>): string {
  return legal === undefined ? BY_ROLE[role] : BY_LAW[legal];
}

/** Names the signer of an electronic original, and that nobody checked it; null for other files. */
export function signatureNote({ signedBy }: Pick<IssuedFile, 'signedBy'>): string | null {
  if (!signedBy) return null;
  const names = signedBy.filter((name) => name !== '').join(', ');
  return `${names === '' ? 'Có chữ ký số, không đọc được tên người ký' : `Chữ ký số của ${names}`}; chưa kiểm tra chứng thư`;
}
