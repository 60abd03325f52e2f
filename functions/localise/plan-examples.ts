/** The superior of a plan, as the schema shows it. */
export const SUPERIOR_EXAMPLE = {
  provinceCode: '75',
  docId: 'ke-hoach-cchc-2026',
  code: '35/KH-UBND',
  issuedDate: '2026-01-24',
};

/** Example of what every unit has of its own. */
export const UNIT_EXAMPLE = {
  issuer: 'organ',
  subject: 'Cải cách hành chính năm [[nam]]',
  opening: 'ban hành Kế hoạch cải cách hành chính năm [[nam]] như sau:',
  bases: [{ superior: true }],
  recipients: [{ own: true }],
  signer: { authority: [{ position: 'Chủ tịch' }] },
};
