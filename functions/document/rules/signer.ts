import type { PartialSigner } from '../checking/partial-document.ts';
import type { OrganProfile } from '../schemas/organ-profile.schema.ts';
import { toCapitals } from '../text/vietnamese.ts';
import type { Rule } from './rule.ts';

/** Degrees, titles and ranks that do not stand before a signer's name (PL I, Mục II.7.c). */
const TITLE =
  /^\s*((?:(?:GS|PGS|TS|TSKH|ThS|CN|KS|KTS|BS|BSCK\s?I{0,2}|CK\s?I{1,2}|DS|LS|NGND|NGƯT|NSND|NSƯT)(?![\p{L}\p{N}])[.,\s]*)+|(?:Phó )?Giáo sư|Tiến sĩ|Thạc sĩ|Cử nhân|Kỹ sư|Bác sĩ|Luật sư|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý))(?!\p{L})/iu;

/** The authority lines form one of the decree's stacks, and every position is one that the organ has. */
export const signerRule: Rule = (doc, { profile }) => {
  const { signer } = doc;
  if (!profile || signer.authority.length === 0) return [];
  const why = stackProblem(signer, doc.issuer, profile);
  const known = new Set(profile.positions.map(toCapitals));
  const elsewhere = signer.authority[0]?.prefix === 'TUQ.';
  const allowed = profile.positions.join(', ');
  const title = TITLE.exec(signer.fullName ?? '')?.[1]?.trim();
  return [
    ...(why === null ? [] : [{ code: 'SIGNER_STACK' as const, pointer: ['signer', 'authority'], params: { why } }]),
    ...signer.authority.flatMap(({ position }, i) =>
      position === undefined || known.has(toCapitals(position))
        ? []
        : [
            {
              code: elsewhere && i > 0 ? ('SIGNER_POSITION_ELSEWHERE' as const) : ('SIGNER_POSITION' as const),
              pointer: ['signer', 'authority', i, 'position'],
              params: { position, allowed },
            },
          ],
    ),
    ...(title ? [{ code: 'SIGNER_TITLE' as const, pointer: ['signer', 'fullName'], params: { title } }] : []),
  ];
};

/** Fault of lines that are no stack of PL I, Mục II.7.b, or null. */
function stackProblem(signer: PartialSigner, issuer: string | undefined, profile: OrganProfile): string | null {
  const shape = signer.authority.map((line) => line.prefix ?? '-').join(' ');
  const first = signer.authority[0]?.position;
  const last = signer.authority.at(-1)?.position;
  const isHead = isSame(first, profile.headPosition);
  const head = profile.headPosition.toLocaleUpperCase('vi');
  switch (shape) {
    case '-':
      return isHead || signer.otherPosition !== undefined
        ? null
        : `một dòng chức vụ chỉ dùng cho ${head}; cấp phó ghi “KT. ${head}” rồi chức vụ của mình`;
    case 'Q.':
      return isHead ? null : `“Q.” đứng trước chức vụ của người đứng đầu (${head})`;
    case 'KT. -':
      if (!isHead) return `“KT.” đứng trước chức vụ của người đứng đầu (${head})`;
      return isDeputy(last) ? null : `sau “KT. ${head}” là chức vụ của cấp phó`;
    case 'TL. -':
    case 'TUQ. -':
    case 'TL. KT. -':
      if (!isHead) return `“TL.”, “TUQ.” đứng trước chức vụ của người đứng đầu (${head})`;
      if (isSame(first, last)) return `sau “TL.”, “TUQ.” là chức vụ của người ký thay, không phải ${head}`;
      if (shape === 'TL. KT. -' && !isDeputy(last)) return 'sau “KT.” là chức vụ của cấp phó';
      return issuer === 'organ' && profile.collectiveName !== null
        ? `ký thừa lệnh, thừa uỷ quyền là thay ${head}: hãy chọn người ban hành (issuer) là "head"`
        : null;
    case 'TUQ. KT. -':
      return 'người được ký thừa uỷ quyền không được giao lại cho người khác (Điều 13.3), sau “TUQ.” không có “KT.”';
    default:
      return 'chỉ nhận: chức vụ; Q. chức vụ; KT. rồi cấp phó; TL. rồi chức vụ (có thể KT. rồi cấp phó); TUQ. rồi chức vụ';
  }
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && toCapitals(one) === toCapitals(other);
}

/** Deputies are called Phó …, a minister's Thứ trưởng; what is not known is not judged. */
function isDeputy(position: string | undefined): boolean {
  return position === undefined || /^(?:phó|thứ)(?!\p{L})/iu.test(position);
}
