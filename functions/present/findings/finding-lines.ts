import type { PublicFinding } from '#usecases/use-case-error.ts';

/** A finding as one line: `Phụ lục I, dòng 7, cột Sản phẩm: Còn trống … (PL I, III.1.a) [CELL_MISSING]`. */
export function findingLine({ severity, path, message, clause, code }: PublicFinding): string {
  const kind = severity === 'warning' ? 'cảnh báo: ' : '';
  return `${kind}${path}: ${message}${clause === null ? '' : ` (${clause})`} [${code}]`;
}

/** A finding as machines read it. */
export function findingRecord({ severity, code, path, message, clause, pointer }: PublicFinding) {
  return { severity, code, path, message, clause, pointer };
}
