/** A plan, as the schema shows it. */
export const PLAN_EXAMPLE = {
  schema: 'KeHoach@1',
  organ: 'dong-nai',
  issuer: 'organ',
  subject: 'Cải cách hành chính năm 2026',
  body: [{ id: 'muc-tieu', level: 'paragraph', text: 'Nâng cao chất lượng phục vụ Nhân dân.' }],
  recipients: ['UBND các xã, phường'],
  signer: { authority: [{ position: 'Chủ tịch' }] },
};

/** Its superior, likewise. */
export const SUPERIOR_EXAMPLE = {
  provinceCode: '75',
  docId: 'ke-hoach-cchc-2026',
  code: '35/KH-UBND',
  issuedDate: '2026-01-24',
};

/** What all units have of their own, likewise. */
export const UNIT_EXAMPLE = {
  issuer: 'organ',
  subject: 'Cải cách hành chính năm [[nam]]',
  opening: 'ban hành Kế hoạch cải cách hành chính năm [[nam]] như sau:',
  bases: [{ superior: true }],
  recipients: [{ own: true }],
  signer: { authority: [{ position: 'Chủ tịch' }] },
};
