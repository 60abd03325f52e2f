import type { Elements } from '#read/elements/recognise.ts';

/** Reasons why other kinds of documents are not held against the decree. */
export const OTHER_KINDS: Readonly<Partial<Record<Elements['kind'], string>>> = {
  party: 'Văn bản của Đảng, không theo Nghị định 30/2020/NĐ-CP.',
  legislation: 'Văn bản quy phạm pháp luật, không theo Nghị định 30/2020/NĐ-CP.',
  collection: 'Tệp gồm nhiều văn bản hoặc nhiều mẫu; hãy kiểm tra từng văn bản.',
  unknown: 'Không nhận ra đây là một văn bản hành chính.',
};
