import { describe, expect, test } from 'vitest';
import { type Break, headerCell, lastTable, layout, lineAfter, look, rowOf, say, section } from './breaking.ts';
import { fixtures } from './fixtures.ts';
import type { FormatFile } from './format-file.ts';
import { renderCase } from './rendered.ts';
import { rules } from './rules/index.ts';

const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
const ORGAN = 'PHƯỜNG BÌNH LONG';
const NUMBER = 'Số: 35/UBND-VX';
const SUBJECT = /^V\/v triển khai/;
const CLOSING = /triển khai thực hiện\.\/\.$/;
const LEVELS_NUMBER = 'Số: 05/KH-UBND';
const ATTACHED = /^\(Kèm theo/;
const SIGNING = /^Số: .*\+07:00$/;

/** A file, what breaks it, and the row that must say so. */
const breaks: readonly [row: string, file: string, change: Break][] = [
  ['page', 'hai-phu-luc', section(1, { orientation: 'portrait' })],
  ['page', 'hai-phu-luc', section(0, { widthMm: 216 })],
  ['page number', 'hai-phu-luc', section(1, { pageNumberStart: null })],
  ['page number', 'hai-phu-luc', section(0, { titlePage: false })],
  ['font Times New Roman, Unicode, black', 'thuong-khan', look(NUMBER, { eastAsia: 'Arial' })],
  ['font Times New Roman, Unicode, black', 'thuong-khan', look(NUMBER, { colour: '333333' })],
  [
    'table of tasks: header, groups, merged cells',
    'dien-tu-cung-tep',
    lastTable((table) => Object.assign(table.rows[1]!, { header: false })),
  ],
  ['table of tasks: header, groups, merged cells', 'dien-tu-cung-tep', say('Cơ quan chủ trì', 'Cơ quan')],
  ['table of tasks: header, groups, merged cells', 'dien-tu-cung-tep', say('II', 'III')],
  [
    'table of tasks: header, groups, merged cells',
    'dien-tu-cung-tep',
    lastTable((table) => Object.assign(table.rows[4]!.cells[2]!, { vMerge: null })),
  ],
  ['table of tasks', 'dien-tu-cung-tep', lastTable((table) => Object.assign(table.rows[5]!, { cantSplit: false }))],
  [
    'table of tasks',
    'dien-tu-cung-tep',
    lastTable((table) => Object.assign(table, { gridTw: table.gridTw.map((w) => w + 99) })),
  ],
  ['Quốc hiệu (1)', 'thuong-khan', look(/^CỘNG HÒA/, { bold: false })],
  ['Quốc hiệu (1)', 'thuong-khan', say(/^CỘNG HÒA/, 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM')],
  ['Tiêu ngữ (1)', 'thuong-khan', lineAfter(MOTTO, { leftTw: 1800, rightTw: 1800 })],
  ['Tiêu ngữ (1)', 'thuong-khan', layout(MOTTO, { line: 1.2 })],
  ['parent organ (2)', 'ten-dai', look(/^UBND THÀNH PHỐ/, { bold: true })],
  ['issuing organ (2)', 'thuong-khan', look(ORGAN, { sizePt: 13 })],
  ['issuing organ (2)', 'thuong-khan', lineAfter(ORGAN, { borders: {} })],
  ['số, ký hiệu (3)', 'thuong-khan', look(NUMBER, { italic: true })],
  ['số, ký hiệu (3)', 'du-thao-ke-hoach', say(/^Số:\s/, 'Số: /KH-UBND 2026')],
  ['place, date (4)', 'thuong-khan', look(/^Bình Long, ngày/, { italic: false })],
  ['place, date (4)', 'thuong-khan', layout(/^Bình Long, ngày/, { beforePt: 20 })],
  ['type (5a)', 'moi-cap-bac', look('KẾ HOẠCH', { sizePt: 15 })],
  ['trích yếu (5a)', 'moi-cap-bac', lineAfter(/^Thông tin, tuyên truyền/, { leftTw: 0, rightTw: 0 })],
  ['trích yếu of a công văn (5b)', 'thuong-khan', layout(SUBJECT, { beforePt: 3 })],
  ['Kính gửi (9a), one recipient', 'hoa-toc', look(/^Kính gửi: /, { bold: true })],
  ['Kính gửi (9a), two or more recipients', 'thuong-khan', layout('- Các tổ dân phố.', { leftTw: 200 })],
  ['Kính gửi (9a), two or more recipients', 'thuong-khan', say('- Các tổ dân phố.', '- Các tổ dân phố;')],
  ['căn cứ (6)', 'moi-cap-bac', look(/^Thực hiện Nghị quyết/, { italic: false })],
  ['căn cứ (6)', 'moi-cap-bac', say(/^Theo đề nghị/, 'Theo đề nghị của Trưởng phòng Văn hóa - Xã hội;')],
  ['opening sentence', 'moi-cap-bac', layout(/^UBND phường ban hành/, { firstLineTw: 0 })],
  ['body (6)', 'thuong-khan', layout(CLOSING, { alignment: 'left' })],
  ['body (6)', 'thuong-khan', layout(/^(1\. |Nâng cao)/, { line: 1.6 })],
  ['body (6)', 'thuong-khan', look(/^1\. /, { bold: true })],
  ['body (6) ends with "./."', 'thuong-khan', say(CLOSING, 'Ủy ban nhân dân phường yêu cầu các đơn vị thực hiện.')],
  ['Phần, Chương: number', 'moi-cap-bac', layout('Phần I', { alignment: 'left' })],
  ['Phần, Chương: title', 'moi-cap-bac', look('QUY ĐỊNH CHUNG', { sizePt: 13 })],
  ['Mục, Tiểu mục: number', 'moi-cap-bac', look('Mục 2', { italic: true })],
  ['Mục, Tiểu mục: title', 'moi-cap-bac', say('SOẠN THẢO VĂN BẢN', 'Soạn thảo văn bản')],
  ['Điều 1. Title', 'moi-cap-bac', layout(/^Điều 1\./, { firstLineTw: 0 })],
  ['I. heading', 'moi-cap-bac', look(/^I\. NHIỆM VỤ/, { bold: false })],
  ['1. khoản with a title', 'moi-cap-bac', look(/^1\. Về thủ tục/, { bold: false })],
  ['1. khoản without a title', 'thuong-khan', layout(/^1\. /, { firstLineTw: 400 })],
  ['a) điểm', 'moi-cap-bac', layout(/^b\) /, { leftTw: 360 })],
  ['1. khoản with a run-in lead', 'moi-cap-bac', look(/^2\. Thủ trưởng/, { bold: false })],
  ['headings stay with what follows', 'moi-cap-bac', layout('Chương II', { keepNext: false })],
  ['signer (7a, 7b)', 'thuong-khan', say('TM. ỦY BAN NHÂN DÂN', 'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH')],
  ['signer (7a, 7b)', 'ky-to-chuc-tu-van', look('TRƯỞNG BAN', { bold: false })],
  ['Nơi nhận (9b)', 'thuong-khan', look('Nơi nhận:', { italic: false })],
  ['recipients (9b)', 'thuong-khan', say('- Như trên;', '- Như trên')],
  ['recipients (9b)', 'thuong-khan', layout('- Như trên;', { leftTw: 300 })],
  ['drafter, copies (12)', 'luu', say(/^- Lưu: VT/, '- Lưu: VT, VX (02b).PL.(300)')],
  ['signer (7a, 7b) stays together, with body above it', 'thuong-khan', rowOf('Nơi nhận:', { cantSplit: false })],
  ['urgency (10b)', 'thuong-khan', look('THƯỢNG KHẨN', { colour: 'C00000' })],
  ['urgency (10b)', 'thuong-khan', rowOf('THƯỢNG KHẨN', { heightRule: 'atLeast' })],
  ['circulation (11)', 'thuong-khan', headerCell('XEM XONG TRẢ LẠI', { borders: {} })],
  ['address (13)', 'dia-chi', layout(/^Số 02 Nguyễn Văn Trị/, { borders: {} })],
  ['marks that nobody asked for', 'hoa-toc', say(ORGAN, 'KHẨN')],
  ['Phụ lục', 'hai-phu-luc', look('Phụ lục II', { sizePt: 13 })],
  ['appendix title', 'hai-phu-luc', look('HƯỚNG DẪN NỘI DUNG TUYÊN TRUYỀN', { bold: false })],
  ['Kèm theo line', 'hai-phu-luc', look(ATTACHED, { italic: false })],
  ['Kèm theo line', 'dien-tu-cung-tep', say(ATTACHED, '(Kèm theo Kế hoạch của phường)')],
  ['short line under Kèm theo', 'hai-phu-luc', lineAfter(ATTACHED, { borders: {} })],
  ['appendix text', 'hai-phu-luc', say(/chuyên đề ở từng khu phố/, '- Hội nghị chuyên đề ở từng khu phố.')],
  ['appendix in a file of its own: signing line', 'dien-tu-tep-rieng-phu-luc-1', look(SIGNING, { sizePt: 11 })],
  [
    'trap 1: a number below 10 has two digits, nothing has spaces around it',
    'moi-cap-bac',
    say(LEVELS_NUMBER, 'Số: 5/KH-UBND'),
  ],
  [
    'trap 1: a number below 10 has two digits, nothing has spaces around it',
    'moi-cap-bac',
    say(LEVELS_NUMBER, 'Số: 05 /KH-UBND'),
  ],
  [
    'trap 2: days below 10 take a zero, of the months only 1 and 2',
    'moi-cap-bac',
    say(/^Bình Long,/, 'Bình Long, ngày 05 tháng 03 năm 2026'),
  ],
  ['trap 3: a công văn’s symbol has no type', 'thuong-khan', say(NUMBER, 'Số: 35/CV-UBND')],
  ['trap 4: no year in the symbol', 'moi-cap-bac', say(LEVELS_NUMBER, 'Số: 05/2026/KH-UBND')],
  ['trap 5: no title CÔNG VĂN', 'thuong-khan', say('Kính gửi:', 'CÔNG VĂN')],
  [
    'trap 6: each authority of the signer on a line of its own',
    'khan',
    say('TM. ỦY BAN NHÂN DÂN', 'TM. ỦY BAN NHÂN DÂN CHỦ TỊCH'),
  ],
  [
    'trap 7: an only appendix has no number, and the body mentions each',
    'dien-tu-cung-tep',
    say('Phụ lục', 'Phụ lục I'),
  ],
  [
    'trap 7: an only appendix has no number, and the body mentions each',
    'hai-phu-luc',
    say(/phân công tại/, 'Phụ lục III'),
  ],
  [
    'trap 8: an appendix in the same file bears no signing line',
    'dien-tu-cung-tep',
    say('Nơi nhận:', '08:30:15+07:00'),
  ],
  [
    'trap 11: the time of signing is that of Việt Nam',
    'dien-tu-tep-rieng-phu-luc-1',
    say(SIGNING, 'Số: 35/KH-UBND; 16/3/2026; 18:30:15+00:00'),
  ],
  ['trap 12: no mark of secrecy is printed', 'khan', say('KHẨN', 'MẬT')],
  [
    'trap 14: points are a b c d đ e g h i k l m n o p q r s t u v x y',
    'moi-cap-bac',
    say(/^đ\) /, 'e) Nội dung thứ 5 của khoản này;'),
  ],
  ['trap 15: numbers come from the place: none is skipped or repeated', 'moi-cap-bac', say('Chương II', 'Chương III')],
  [
    'trap 16: a document bears the name that is valid on its day',
    'sau-khi-doi-ten',
    say('THÀNH PHỐ ĐỒNG NAI', 'TỈNH ĐỒNG NAI'),
  ],
  ['trap 17: capitals are made of composed letters', 'moi-cap-bac', say(ORGAN, ORGAN.normalize('NFD'))],
  ['trap 18: opening, Kèm theo and TM. name one issuer', 'hai-phu-luc', say('TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH')],
];

const wanted = new Set(breaks.map(([, file]) => file.replace(/-phu-luc-\d$/, '')));
const rendered = await Promise.all(fixtures.filter(({ name }) => wanted.has(name)).map(renderCase));
const files: FormatFile[] = rendered.flat();

describe('each row of the table is checked', () => {
  test.each(breaks)('%s: sees what is wrong in %s', (row, name, change) => {
    const rule = rules.find((one) => one.row === row)!;
    const file = files.find((one) => one.name === name)!;
    expect(rule.applies(file)).toBe(true);
    expect(rule.check(file)).toEqual([]);
    const broken = { ...file, reading: structuredClone(file.reading) };
    change(broken.reading);
    expect(rule.check(broken)).not.toEqual([]);
  });

  test('by a rule that something can break', () => {
    expect(rules.map(({ row }) => row).filter((row) => !breaks.some(([broken]) => broken === row))).toEqual([]);
  });
});
