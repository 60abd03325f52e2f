import type { SendLine } from '#register/model/types.ts';

/** Ways of sending, as a clerk reads them. */
export const WAY_NAMES: Readonly<Record<SendLine['way'], string>> = {
  system: 'trục liên thông văn bản',
  post: 'bưu chính',
  hand: 'trực tiếp',
  mail: 'thư điện tử',
  fax: 'fax',
  other: 'cách khác',
};
