import type { Anchor } from './anchors.ts';

/** Fields of head and foot by the style that shows them. */
const FIELDS: Readonly<Record<string, Anchor>> = {
  TrichYeu: 'subject',
  TrichYeuCongVan: 'subject',
  SoKyHieu: 'draftingUnit',
  KinhGui: 'addressees/0',
  QuyenHanChucVu: 'signer',
  ChucVuKhac: 'signer',
  HoTen: 'signer',
  MucDoKhan: 'urgency',
  NoiNhan: 'recipients',
};

/** Fields that are lists, one item a paragraph. */
const LISTS: Readonly<Record<string, string>> = {
  CanCu: 'bases',
  KinhGuiNoi: 'addressees',
  NoiNhanTen: 'recipients',
};

/** Lines of Nơi nhận that the program writes. */
const AS_ABOVE = '- Như trên;';
const ARCHIVE = '- Lưu:';

/** Leads a paragraph back to the field that it shows, by style, text and order. */
export type FieldAnchors = (style: string | undefined, text: string, anchor: Anchor | null) => Anchor | null;

/** New anchors for one document, whose paragraphs are asked for in reading order. */
export function createFieldAnchors(): FieldAnchors {
  const counts = new Map<string, number>();
  let appendix = -1;
  let inBody = false;
  const next = (list: string): Anchor => {
    const index = counts.get(list) ?? 0;
    counts.set(list, index + 1);
    return `${list}/${index}`;
  };
  return (style, text, anchor) => {
    if (anchor !== null) {
      inBody = true;
      return anchor;
    }
    if (style === undefined || text === AS_ABOVE) return null;
    if (style === 'NoiNhanTen' && text.startsWith(ARCHIVE)) return 'archive';
    if (style === 'NoiDung') return inBody ? 'closing' : 'opening';
    if (style === 'PhuLuc') appendix += 1;
    if (style === 'PhuLuc' || style === 'TieuDePhuLuc') return `appendices/${appendix}/title`;
    const list = LISTS[style];
    return list ? next(list) : (FIELDS[style] ?? null);
  };
}
