import { body, type ElementStyle, type ElementStyleId } from './styles.ts';

/** Styles that a document has only where it uses them, so that documents without them keep their bytes. */
export const optionalStyles = [
  { id: 'MucChuCai', name: 'Mục A.', clause: 'PL I, II.6.đ', bold: true, keepNext: true, ...body },
  { id: 'MucLietKe', name: 'Mục (1)', clause: 'PL I, II.6.e', ...body },
  { id: 'CongDauDong', name: 'Dấu cộng đầu dòng', clause: 'PL I, II.6.e', ...body },
  {
    id: 'GhiChu',
    name: 'Ghi chú',
    clause: 'PL I, II.6.e',
    ...body,
    sizePt: 12,
    firstLineTwips: 0,
    line: { multiple: 1 },
  },
  {
    id: 'DuThao',
    name: 'Dấu dự thảo',
    clause: 'thực tế',
    sizePt: 13,
    bold: true,
    align: 'center',
    line: { multiple: 1 },
  },
] as const satisfies readonly ElementStyle[];

/** Id of a style that a document may have. */
export type StyleId = ElementStyleId | (typeof optionalStyles)[number]['id'];

const OPTIONAL = new Set<string>(optionalStyles.map(({ id }) => id));

/** Whether a style is one that documents have only where they use it. */
export function isOptionalStyle(id: string): boolean {
  return OPTIONAL.has(id);
}
