import { z } from 'zod';
import { about } from './about.ts';
import { exchangeSettings } from './exchange-settings.schema.ts';
import { organSharing } from './organ-sharing.schema.ts';
import { isoDate, line, lineOf, stableId } from './text.schema.ts';
import { ownType, typeCode } from './type.schema.ts';

/** Names of an organ as issuer: `organ` or `head`, as the document's issuer says. */
const issuerNames = z.strictObject({
  organ: line.meta(about('Khi cơ quan ban hành.', 'UBND phường Bình Long')),
  head: line.meta(about('Khi người đứng đầu ban hành.', 'Chủ tịch UBND phường Bình Long')),
});

/** A name in the lines in which it is printed. */
const nameLines = z.array(lineOf(100)).min(1).max(4);

/** Of an abbreviation as in symbols: UBND, BCĐCĐS. */
const abbreviation = z.string().regex(/^[A-ZĐ][A-ZĐa-zđ0-9&.-]{0,19}$/u);

/** Fields that an organ and an advisory body say of themselves alike. */
const naming = {
  name: lineOf(200).meta(about('Tên chính thức, viết thường.', 'Ủy ban nhân dân phường Bình Long')),
  headerLines: nameLines.meta(
    about('Tên ở đầu văn bản, mỗi phần tử một dòng; in hoa, đậm.', ['Ủy ban nhân dân', 'phường Bình Long']),
  ),
  abbreviation: abbreviation.meta(about('Chữ viết tắt trong ký hiệu văn bản.', 'UBND')),
  collectiveName: lineOf(100)
    .nullable()
    .meta(about('Chữ sau TM. khi cơ quan ban hành; null: cơ quan theo chế độ thủ trưởng.', 'Ủy ban nhân dân', null)),
  headPosition: lineOf(100).meta(about('Chức vụ người đứng đầu.', 'Chủ tịch')),
  positions: z
    .array(lineOf(100))
    .min(1)
    .max(100)
    .meta(about('Các chức vụ được ký văn bản.', ['Chủ tịch', 'Phó Chủ tịch'])),
  namesInOpening: issuerNames.meta(
    about('Cách gọi cơ quan và người đứng đầu trong câu mở đầu.', {
      organ: 'UBND phường Bình Long',
      head: 'Chủ tịch UBND phường Bình Long',
    }),
  ),
  namesInAttachment: issuerNames.meta(
    about('Cách gọi ấy trong dòng Kèm theo của phụ lục.', {
      organ: 'Ủy ban nhân dân phường Bình Long',
      head: 'Chủ tịch Ủy ban nhân dân phường Bình Long',
    }),
  ),
};

/**
 * An advisory body of the organ (hội đồng, ban, tổ) that stands on documents as who issues, under the organ's seal: it has a
 * series of its own (PL I, Mục II.3.a). The fields are those of the organ's profile and stand in their place;
 * above its name stands the organ's, abbreviated (PL I, Mục II.2.a), unless `parentName` says otherwise.
 */
const advisoryBody = z.strictObject({
  ...naming,
  parentName: lineOf(200)
    .optional()
    .meta(about('Dòng trên tên ban, hội đồng; không ghi thì là tên viết tắt của cơ quan.', 'UBND phường Bình Long')),
  parentLines: nameLines
    .optional()
    .meta(about('Dòng ấy khi cơ quan tự ngắt.', ['Ủy ban nhân dân', 'phường Bình Long'])),
});

/**
 * Someone who signs for the organ, and as what. `authorisation`: the paper by which they sign TUQ., its last day included
 * (Điều 13.3).
 */
const profileSigner = z.strictObject({
  staffId: stableId.meta(about('Mã người ký, dùng khi đăng nhập.', 'nguyen-van-an')),
  fullName: lineOf(50).meta(about('Họ tên in dưới chữ ký.', 'Nguyễn Văn An')),
  position: lineOf(100).meta(about('Chức vụ, một trong positions.', 'Chủ tịch')),
  authorisation: z
    .strictObject({
      code: line.meta(about('Số, ký hiệu của văn bản uỷ quyền.', '12/QĐ-UBND')),
      issuedDate: isoDate.meta(about('Ngày của văn bản uỷ quyền.', '2026-03-01')),
      until: isoDate.meta(about('Ngày cuối được ký thừa uỷ quyền.', '2026-12-31')),
    })
    .optional()
    .meta(
      about('Văn bản uỷ quyền, khi ký TUQ. (Điều 13, khoản 3).', {
        code: '12/QĐ-UBND',
        issuedDate: '2026-03-01',
        until: '2026-12-31',
      }),
    ),
});

/**
 * An organ as it is from a day to a day (both included; `validTo` null: until further notice). A document's date picks
 * the profile, so a document bears the names that were valid on its day.
 *
 * - `headerLines`: the official name in the lines of ô 2, printed in bold capitals; `parentName`: ô 2's upper line,
 *   `parentLines` its lines where the office breaks it itself.
 * - `formerNames`: names of organs that it took over; whoever looks for them finds what it holds.
 * - `abbreviation` as in symbols (UBND); `place` as in ô 4, chosen by a person, not cut out of a name.
 * - `collectiveName`: what follows TM. where the organ issues; null for an organ under a single head (chế độ thủ trưởng).
 * - `namesInOpening`, `namesInAttachment`: how opening sentence and Kèm theo line call the organ and its head.
 * - `exchange`: what its documents go out with as metadata and as edXML; today's profile counts, whatever the document's day.
 * - `sharedWith`, `superiorOrgan`, `unitOrgans`: who else sees what it has issued; see `organ-sharing.schema.ts`.
 * - `types`: types that the organ issues beside those of the decree; a series takes the codes of either.
 * - `series`: which types share one series of numbers, the number it starts from, and the advisory body whose own it is; a
 *   document that is not in the first of its type names its series.
 */
export const organProfile = z
  .strictObject({
    schema: z.literal('OrganProfile@1').meta(about('Loại dữ liệu và phiên bản.', 'OrganProfile@1')),
    organId: stableId.meta(about('Mã cơ quan: chữ thường không dấu, số, gạch nối.', 'phuong-binh-long')),
    validFrom: isoDate.meta(about('Ngày hồ sơ bắt đầu có hiệu lực.', '2025-07-01')),
    validTo: isoDate.nullable().meta(about('Ngày cuối có hiệu lực; null: đến khi có hồ sơ mới.', null, '2026-04-29')),
    ...naming,
    parentName: lineOf(200)
      .nullable()
      .meta(about('Tên cơ quan chủ quản ở dòng trên; null: không có (như UBND).', 'UBND phường Bình Long', null)),
    parentLines: nameLines
      .optional()
      .meta(about('Dòng ấy khi cơ quan tự ngắt.', ['Ủy ban nhân dân', 'thành phố Đồng Nai'])),
    formerNames: z
      .array(lineOf(200))
      .max(20)
      .optional()
      .meta(
        about('Tên các cơ quan mà cơ quan này kế thừa; tìm theo tên cũ vẫn ra.', ['Ủy ban nhân dân thị xã Bình Long']),
      ),
    predecessors: z
      .array(stableId)
      .max(20)
      .optional()
      .meta(
        about('Mã các cơ quan mà cơ quan này kế thừa, có sổ riêng ở đây: tìm số thì tìm cả trong sổ của họ.', [
          'xa-thanh-an',
        ]),
      ),
    place: lineOf(100).meta(about('Địa danh trước ngày, tháng, năm.', 'Bình Long')),
    signers: z
      .array(profileSigner)
      .max(200)
      .meta(
        about('Những người ký văn bản.', [
          { staffId: 'nguyen-van-an', fullName: 'Nguyễn Văn An', position: 'Chủ tịch' },
        ]),
      ),
    types: z
      .array(ownType)
      .min(1)
      .max(50)
      .optional()
      .meta(
        about('Các loại văn bản của riêng cơ quan, ngoài các loại ở Điều 7.', [
          { code: 'QuyTrinh', typeName: 'Quy trình', abbreviation: 'QTr' },
        ]),
      ),
    units: z
      .array(
        z.strictObject({
          abbreviation: lineOf(20).meta(about('Chữ viết tắt của đơn vị.', 'VHXH')),
          name: lineOf(200).meta(about('Tên đơn vị.', 'Phòng Văn hóa - Xã hội')),
        }),
      )
      .max(200)
      .meta(
        about('Các đơn vị soạn thảo, với chữ viết tắt trên dòng Lưu.', [
          { abbreviation: 'VHXH', name: 'Phòng Văn hóa - Xã hội' },
        ]),
      ),
    series: z
      .array(
        z.strictObject({
          name: stableId.meta(about('Mã sổ.', 'ke-hoach')),
          types: z
            .array(typeCode)
            .min(1)
            .max(60)
            .meta(about('Các loại văn bản đánh số chung trong sổ.', ['KeHoach'])),
          given: z
            .enum(['own', 'recorded'])
            .optional()
            .meta(about('Ai cấp số: hệ thống này (own), hay ghi lại số do hệ thống khác cấp (recorded).', 'recorded')),
          startsOn: isoDate
            .optional()
            .meta(about('Ngày đầu của sổ, khi không phải ngày 01 tháng 01 năm ấy.', '2025-07-01')),
          startAt: z.int().min(1).max(999_999).optional().meta(about('Số đầu tiên của mỗi năm khi không phải 1.', 100)),
          body: advisoryBody.optional().meta(
            about('Ban, hội đồng có sổ riêng mang con dấu của cơ quan.', {
              name: 'Ban Chỉ đạo chuyển đổi số',
              headerLines: ['Ban Chỉ đạo', 'chuyển đổi số'],
              abbreviation: 'BCĐCĐS',
              collectiveName: 'Ban Chỉ đạo',
              headPosition: 'Trưởng ban',
              positions: ['Trưởng ban', 'Phó Trưởng ban'],
              namesInOpening: { organ: 'Ban Chỉ đạo', head: 'Trưởng Ban Chỉ đạo' },
              namesInAttachment: { organ: 'Ban Chỉ đạo chuyển đổi số', head: 'Trưởng Ban Chỉ đạo chuyển đổi số' },
            }),
          ),
        }),
      )
      .min(1)
      .max(20)
      .meta(
        about('Các hệ thống số (sổ) của cơ quan; sổ đầu tiên có loại văn bản là sổ của loại ấy.', [
          { name: 'ke-hoach', types: ['KeHoach'] },
          { name: 'cong-van', types: ['CongVan'] },
        ]),
      ),
    address: z
      .array(lineOf(200))
      .max(4)
      .optional()
      .meta(
        about('Địa chỉ in ở chân trang đầu, mỗi phần tử một dòng.', [
          'Số 1 đường Hùng Vương, phường Bình Long',
          'Điện thoại: 0251 3822 000',
        ]),
      ),
    ...organSharing.shape,
    exchange: exchangeSettings
      .optional()
      .meta(about('Thông tin để xuất metadata và edXML.', { schema: 'ExchangeSettings@1', organCode: 'H19.18.9' })),
  })
  .meta({ id: 'OrganProfile' });

/** An organ as it is from a day to a day. */
export type OrganProfile = z.infer<typeof organProfile>;
