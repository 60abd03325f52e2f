import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { signerBlock } from '../document/signer-block.ts';

/** A short plan that any office could issue as it is: head, bases, parts, a table, recipients, the office's own signer. */
export function examplePlan(profile: OrganProfile): Readonly<Record<string, unknown>> {
  const [signer] = profile.signers;
  const [unit] = profile.units;
  return {
    schema: 'KeHoach@1',
    organ: profile.organId,
    issuer: 'organ',
    subject: 'Quản lý văn bản đi trên phần mềm Ban Hành',
    bases: [{ text: 'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư' }],
    opening: 'ban hành Kế hoạch quản lý văn bản đi trên phần mềm như sau:',
    body: [
      part('roman', 'Mục đích, yêu cầu', [
        text('Mọi văn bản đi được soạn đúng thể thức, cấp số liên tục, tra cứu được ngay.'),
        text('Mỗi người biết việc của mình ở từng bước: soạn, kiểm tra, ký, cấp số, gửi.'),
      ]),
      part('roman', 'Nội dung', [
        text('Soạn, trình, ký duyệt và cấp số văn bản đi trên phần mềm.'),
        text('Nhập sổ văn bản đi của các năm trước để tra cứu chung.'),
      ]),
      part('roman', 'Tổ chức thực hiện', [
        text('Văn thư hướng dẫn sử dụng, theo dõi sổ văn bản đi và sao lưu dữ liệu.'),
        text('Các đơn vị, cá nhân thực hiện Kế hoạch này; có vướng mắc thì phản ánh với văn thư.'),
      ]),
    ],
    recipients: ['Các đơn vị thuộc cơ quan'],
    ...(unit && { draftingUnit: unit.abbreviation }),
    signer: signer ? signerBlock(signer, profile) : { authority: [{ position: profile.headPosition }] },
  };
}

function part(level: 'roman', title: string, children: readonly object[]) {
  return { level, title, children };
}

function text(words: string) {
  return { level: 'clause', text: words };
}
