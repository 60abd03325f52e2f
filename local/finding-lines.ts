import type { Finding } from '../functions/document/findings.ts';

/** A finding as one line: `Phụ lục I, dòng 7, cột Sản phẩm: Còn trống … (PL I, III.1.a) [CELL_MISSING]`. */
export function findingLine({ severity, path, message, clause, code }: Finding): string {
  const kind = severity === 'warning' ? 'cảnh báo: ' : '';
  return `${kind}${path}: ${message}${clause === null ? '' : ` (${clause})`} [${code}]`;
}

/** A finding as machines read it. */
export function findingRecord({ severity, code, path, message, clause, pointer }: Finding) {
  return { severity, code, path, message, clause, pointer };
}
