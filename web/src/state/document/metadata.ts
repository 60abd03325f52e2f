import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { formatDay } from '../format.ts';

/** Metadata of a document that has a number, by the names of PL VI, phần II.I. */
export type Metadata = components['schemas']['Metadata']['metadata'];

/** A field as its table shows it; `paste`: what goes into another system's form. */
export interface MetadataLine {
  readonly label: string;
  /** Its name in PL VI. */
  readonly name: string;
  readonly paste: string;
}

const PRIORITIES = ['Thường', 'Khẩn', 'Thượng khẩn', 'Hỏa tốc'];

/** Reads the metadata. Throws `Problem`. */
export async function readMetadata(organ: string, docId: string): Promise<Metadata> {
  const { data } = await answer(
    api.GET('/issued/{organ}/{docId}/metadata', { params: { path: { organ, docId }, query: {} } }),
  );
  // The contract also has an XML answer, which is asked for by name alone.
  if (typeof data === 'string') throw new Error('XML was not asked for');
  return data.metadata;
}

/** The fields that have a value, in the order and with the names of PL VI. */
export function metadataLines(metadata: Metadata): MetadataLine[] {
  const { FileCode, SignerInfo, To } = metadata;
  const lines: readonly (readonly [string, string, string | number | null])[] = [
    ['Mã định danh của cơ quan', 'OrganId', FileCode.OrganId],
    ['Năm hình thành hồ sơ', 'FileCatalog', FileCode.FileCatalog],
    ['Số và ký hiệu hồ sơ', 'FileNotation', FileCode.FileNotation],
    ['Số thứ tự văn bản trong hồ sơ', 'DocOrdinal', metadata.DocOrdinal],
    ['Tên loại văn bản', 'TypeName', metadata.TypeName],
    ['Số của văn bản', 'CodeNumber', metadata.CodeNumber],
    ['Ký hiệu của văn bản', 'CodeNotation', metadata.CodeNotation],
    ['Ngày, tháng, năm văn bản', 'IssuedDate', formatDay(metadata.IssuedDate)],
    ['Tên cơ quan, tổ chức ban hành văn bản', 'OrganName', metadata.OrganName],
    ['Trích yếu nội dung', 'Subject', metadata.Subject],
    ['Ngôn ngữ', 'Language', metadata.Language],
    ['Số trang của văn bản', 'PageAmount', metadata.PageAmount],
    ['Ghi chú', 'Description', metadata.Description],
    ['Chức vụ của người ký văn bản', 'Position', SignerInfo.Position],
    ['Họ và tên người ký văn bản', 'FullName', SignerInfo.FullName],
    ['Nơi nhận', 'To', To.map(({ OrganName }) => OrganName).join('; ')],
    ['Mức độ khẩn', 'Priority', PRIORITIES[metadata.Priority] ?? metadata.Priority],
    ['Số lượng bản phát hành', 'IssuedAmount', metadata.IssuedAmount],
    ['Hạn trả lời văn bản', 'DueDate', metadata.DueDate === null ? null : formatDay(metadata.DueDate)],
  ];
  return lines
    .filter(([, , value]) => value !== null && value !== '')
    .map(([label, name, value]) => ({ label, name, paste: String(value) }));
}

/** Puts a text on the clipboard, where the page is not on HTTPS too. */
export function copyText(text: string, from: HTMLElement): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  from.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}
