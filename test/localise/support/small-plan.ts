import type { LocalisablePlan } from '#localise/localisable-plan.schema.ts';

/** A small sound localisable plan, to be broken in one place. */
export function smallPlan(change: (plan: LocalisablePlan) => void = () => {}): LocalisablePlan {
  const plan: LocalisablePlan = {
    schema: 'KeHoachDiaPhuong@1',
    plan: {
      schema: 'KeHoach@1',
      organ: 'dong-nai',
      issuer: 'organ',
      subject: 'Trồng cây năm 2026',
      opening: 'ban hành Kế hoạch trồng cây năm 2026 như sau:',
      body: [
        {
          id: 'muc-tieu',
          level: 'roman',
          title: 'MỤC TIÊU',
          children: [
            { id: 'chung', level: 'clause', text: 'Phủ xanh đất trống trên địa bàn tỉnh.' },
            { id: 'rieng', level: 'clause', text: 'Sở Nội vụ [[donVi.ten]] theo dõi.' },
          ],
        },
        {
          id: 'giao-viec',
          level: 'roman',
          title: 'GIAO VIỆC',
          children: [
            {
              id: 'bang',
              level: 'table',
              table: {
                columns: [
                  { id: 'viec', title: 'Việc' },
                  { id: 'chu-tri', title: 'Chủ trì' },
                ],
                rows: [
                  { id: 'trong', cells: { viec: 'Trồng cây', 'chu-tri': 'Sở Nông nghiệp và Môi trường' } },
                  { id: 'giu', cells: { viec: 'Giữ rừng', 'chu-tri': 'Sở Nông nghiệp và Môi trường' } },
                ],
              },
            },
          ],
        },
      ],
      recipients: ['Như trên bảng'],
      signer: { authority: [{ position: 'Chủ tịch' }] },
    },
    superior: { provinceCode: '75', docId: 'trong-cay', code: '07/KH-UBND', issuedDate: '2026-02-02' },
    year: 2026,
    unit: {
      issuer: 'organ',
      subject: 'Trồng cây năm [[nam]] trên [[donVi.diaBanTen]]',
      opening: 'ban hành Kế hoạch trồng cây như sau:',
      bases: [{ superior: true }],
      recipients: [{ text: '[[capTren.ubnd]]' }],
      signer: { authority: [{ position: 'Chủ tịch' }] },
    },
    marks: [
      { id: 'muc-tieu' },
      { id: 'rieng', text: '[[donVi.Ten]] theo dõi.' },
      { id: 'giao-viec' },
      { id: 'trong', cells: { 'chu-tri': '[[coQuan.kinh tế]]' } },
    ],
  };
  change(plan);
  return plan;
}
