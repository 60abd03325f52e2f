import type { Document } from '../document-types.ts';

/** `Lưu: VT, HCC (02b), Sở Nội vụ (02 bản). PL.(300)`: archive, drafting unit, copies kept; drafter and copies issued (PL I, Mục II.9.d, III.3). */
export function archiveLine({ draftingUnit, archive = {} }: Pick<Document, 'draftingUnit' | 'archive'>): string {
  const unit = draftingUnit === undefined ? '' : `, ${draftingUnit}`;
  const others = (archive.units ?? []).map(
    ({ name, copies }) => `, ${name}${copies === undefined ? '' : ` (${two(copies)} bản)`}`,
  );
  const copies = archive.copies === undefined ? '' : ` (${two(archive.copies)}b)`;
  const amount = archive.issuedAmount === undefined ? '' : `(${archive.issuedAmount})`;
  const mark = archive.drafterMark ?? '';
  const dot = mark !== '' && !mark.startsWith('(') && !mark.endsWith('.') ? '.' : '';
  const tail = `${mark}${dot}${amount}`;
  return `Lưu: VT${unit}${copies}${others.join('')}.${tail === '' ? '' : ` ${tail}`}`;
}

function two(copies: number): string {
  return String(copies).padStart(2, '0');
}
