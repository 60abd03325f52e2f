/** A plan, as schemas show it. */
export const PLAN_EXAMPLE = {
  schema: 'KeHoach@1',
  organ: 'dong-nai',
  issuer: 'organ',
  subject: 'Cải cách hành chính năm 2026',
  body: [{ id: 'muc-tieu', level: 'paragraph', text: 'Nâng cao chất lượng phục vụ Nhân dân.' }],
  recipients: ['UBND các xã, phường'],
  signer: { authority: [{ position: 'Chủ tịch' }] },
};

/** An origin, likewise. */
export const ORIGIN_EXAMPLE = { docId: 'ke-hoach-cchc-2026', partId: 'muc-tieu', hash: '0'.repeat(64) };
