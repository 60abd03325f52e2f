/** HTML as programs put it on the clipboard, written by hand after public captures; the words are ours. */
export interface Clipboard {
  readonly program: string;
  readonly html: string;
  /** Label, level and text of the lines that it gives. */
  readonly lines: readonly string[];
  /** Columns of its table, where it has one, and the cells of its first row. */
  readonly table?: { readonly columns: readonly string[]; readonly cells: readonly unknown[] };
}

const mso = 'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"';
const label = (text: string, font = '"Times New Roman"') =>
  `<![if !supportLists]><span style='mso-fareast-font-family:${font};mso-list:Ignore'>${text}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>`;
const word = (text: string, before = '', style = '') =>
  `<p class=MsoNormal style='text-align:justify;${style}'>${before}<span lang=VI style='font-size:14.0pt;\nfont-family:"Times New Roman",serif'>${text}<o:p></o:p></span></p>`;

const WORD_365: Clipboard = {
  program: 'Word 365',
  html: `<html ${mso}><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} @list l0:level1 {mso-level-text:"%1\\.";} --></style><!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->
${word('<b>MỤC ĐÍCH,\nYÊU CẦU</b>', `<b>${label('I.')}</b>`, 'mso-list:l0 level1 lfo1')}
${word('Nâng cao <b>nhận thức</b> của\nngười dân', label('1.'), 'mso-list:l0 level2 lfo1')}
${word('Tổ chức hội nghị', label('·', 'Symbol'), 'mso-list:l1 level1 lfo2')}
${word('Phát tờ rơi', label('Ø', 'Wingdings'), 'mso-list:l1 level1 lfo2')}
${word('Việc chưa có cấp', label('Bước A'), 'mso-list:l2 level1 lfo3')}
${word('2. Gõ tay<br>\na) Sau ngắt dòng<br>\nvẫn của điểm a<br>\nb) Điểm b;')}
${word('Còn lại <del cite="mailto:A" datetime="2026-01-01T08:00">đã xóa</del><ins cite="mailto:A">được thêm</ins><span style="display:none;mso-hide:all">ẩn</span><span class=MsoCommentReference><a href="#_msocom_1">[A1]</a></span>')}
<div style='mso-element:comment-list'><p class=MsoCommentText>Ghi chú của lãnh đạo</p></div>
<!--EndFragment--></body></html>`,
  lines: [
    'I.|roman|MỤC ĐÍCH, YÊU CẦU',
    '1.|clause|Nâng cao nhận thức của người dân',
    '-|dash|Tổ chức hội nghị',
    '-|dash|Phát tờ rơi',
    '|paragraph|Bước A Việc chưa có cấp',
    '2.|clause|Gõ tay',
    'a)|point|Sau ngắt dòng vẫn của điểm a',
    'b)|point|Điểm b;',
    '|paragraph|Còn lại được thêm',
  ],
};

const item = (text: string, level: number, style: string) =>
  `<li data-leveltext="%1." data-font="Times New Roman" data-listid="1" role="listitem" data-aria-posinset="1" data-aria-level="${level}" class="OutlineElement Ltr SCXW1 BCX8" style="list-style-type:${style};"><p class="Paragraph SCXW1" style="margin:0px;"><span data-contrast="auto" class="TextRun SCXW1"><span class="NormalTextRun SCXW1">${text}</span></span><span class="EOP SCXW1" data-ccp-props="{}">&nbsp;</span></p></li>`;
const WORD_WEB: Clipboard = {
  program: 'Word on the web',
  html: `<html><body><div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" role="heading" aria-level="1"><span class="TextRun SCXW1" style="font-weight:bold;"><span class="NormalTextRun SCXW1">I. MỤC ĐÍCH</span></span><span class="EOP">&nbsp;</span></p></div>
<div class="ListContainerWrapper SCXW1"><ol class="NumberListStyle1 SCXW1" role="list" start="1">${item('Khoản một', 1, 'decimal')}</ol></div>
<div class="ListContainerWrapper SCXW1"><ol class="NumberListStyle2 SCXW1" role="list" start="1">${item('Điểm a', 2, 'lower-alpha')}</ol></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1 SCXW1" role="list">${item('Gạch', 1, 'disc')}${item('Cộng', 2, 'circle')}</ul></div></body></html>`,
  lines: ['I.|roman|MỤC ĐÍCH', '1.|clause|Khoản một', 'a)|point|Điểm a', '-|dash|Gạch', '+|plus|Cộng'],
};

const LIBRE: Clipboard = {
  program: 'LibreOffice Writer',
  html: `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 24.8 (Linux)"/><style type="text/css">p { margin-bottom: 0.25cm }</style></head><body lang="vi-VN" dir="ltr">
<p align="justify" style="line-height: 100%; text-indent: 1.27cm"><font face="Times New Roman, serif"><font size="4" style="font-size: 14pt"><b>I. MỤC TIÊU</b></font></font></p>
<ol><li><p align="justify">Khoản một;</p>
<p align="justify">Đoạn nữa của khoản một</p><ol type="a"><li><p>Điểm a</p></li></ol></li><li><p>Khoản hai</p></li></ol>
<ul><li>Gạch không có đoạn<ul><li>Cộng</li></ul></li></ul>
<table width="100%" cellpadding="4" cellspacing="0"><col width="32*"/><col width="128*"/><tr valign="top"><td rowspan="2"><p><b>TT</b></p></td><td colspan="2"><p align="center"><b>Kinh phí<br/>(triệu đồng)</b></p></td></tr><tr><td><p>Tỉnh</p></td><td><p>Xã</p></td></tr><tr><td><p>1</p></td><td><p>12,5</p></td><td><p>Một<br/>
hai</p></td></tr></table></body></html>`,
  lines: [
    'I.|roman|MỤC TIÊU',
    '1.|clause|Khoản một;',
    '|paragraph|Đoạn nữa của khoản một',
    'a)|point|Điểm a',
    '2.|clause|Khoản hai',
    '-|dash|Gạch không có đoạn',
    '+|plus|Cộng',
    '|table|',
  ],
  table: { columns: ['TT', 'Kinh phí (triệu đồng)'], cells: ['12,5', 'Một\nhai'] },
};

const docs = (text: string, weight: number) =>
  `<p dir="ltr" style="line-height:1.38;margin-top:0pt;" role="presentation"><span style="font-size:14pt;font-family:'Times New Roman';font-weight:${weight};white-space:pre-wrap;">${text}</span></p>`;
const GOOGLE: Clipboard = {
  program: 'Google Docs',
  html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">${docs('II. NHIỆM VỤ', 700)}<ol style="margin-top:0;"><li dir="ltr" style="list-style-type:decimal;" aria-level="1">${docs('Việc <b>đậm</b> một', 400)}</li><ol><li dir="ltr" style="list-style-type:lower-alpha;" aria-level="2">${docs('Điểm', 400)}</li></ol></ol><br><div dir="ltr" align="left"><table style="border:none;"><colgroup><col width="301"></colgroup><tbody><tr><td>${docs('Việc', 700)}</td><td>${docs('Hạn', 700)}</td></tr><tr><td>${docs('Họp', 400)}</td><td>${docs('Quý I', 400)}</td></tr></tbody></table></div></b>`,
  lines: ['I.|roman|NHIỆM VỤ', '1.|clause|Việc đậm một', 'a)|point|Điểm', '|table|'],
  table: { columns: ['Việc', 'Hạn'], cells: ['Họp', 'Quý I'] },
};

const wps = (text: string, bold = '') =>
  `<p class="MsoNormal" style="text-indent:28.0000pt;" ><span style="mso-spacerun:'yes';font-family:'Times New Roman';${bold}font-size:14.0000pt;mso-font-kerning:0.0000pt;" >${text}</span><span style="mso-spacerun:'yes';" ><o:p></o:p></span></p>`;
const WPS: Clipboard = {
  program: 'WPS Writer',
  html: `<html ${mso}><head><meta name="Generator" content="WPS Office" ></head><body style="tab-interval:21pt;" ><!--StartFragment--><div class="Section0" style="layout-grid:15.6pt;" >${wps('III. TỔ CHỨC THỰC HIỆN', 'font-weight:bold;')}${wps('1. Văn phòng:', 'font-weight:bold;')}${wps('- Theo dõi, đôn đốc;')}${wps('+ Báo cáo trước ngày 15/12.')}</div><!--EndFragment--></body></html>`,
  lines: [
    'I.|roman|TỔ CHỨC THỰC HIỆN',
    '1.|clause|Văn phòng:',
    '-|dash|Theo dõi, đôn đốc;',
    '+|plus|Báo cáo trước ngày 15/12.',
  ],
};

const EXCEL: Clipboard = {
  program: 'Excel',
  html: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15"><style><!-- .xl65 {font-weight:700;} --></style></head><body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=256><!--StartFragment--><col width=64 span=3><tr height=20><td rowspan=2 height=40 class=xl65 width=64>STT</td><td rowspan=2 class=xl65>Nội dung</td><td colspan=2 class=xl65>Kinh phí</td></tr><tr height=20><td class=xl65>2025</td><td class=xl65>2026</td></tr><tr height=20><td class=xl66 align=right x:num>1</td><td class=xl66>Mua sắm<br>\n    thiết bị</td><td align=right x:num="1234567">1.234.567</td><td></td></tr><!--EndFragment--></table></body></html>`,
  lines: ['|table|'],
  table: { columns: ['STT', 'Nội dung', 'Kinh phí'], cells: ['Mua sắm\nthiết bị', '1.234.567', ''] },
};

const EXCEL_CELL: Clipboard = {
  program: 'one cell of Excel',
  html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><!--StartFragment--><tr><td class=xl65>- Rà soát hộ nghèo</td></tr><!--EndFragment--></table></body></html>`,
  lines: ['-|dash|Rà soát hộ nghèo'],
};

const WEB: Clipboard = {
  program: 'a web page',
  html: `<div>Chữ trần<p>Một đoạn</p>và chữ sau</div><blockquote>Trích</blockquote><section><h2>Tiêu đề</h2><dl><dt>Mục</dt><dd>Nội dung</dd></dl></section><div style="font-weight:bold"><span>đậm</span> hết</div>`,
  lines: [
    ...['Chữ trần', 'Một đoạn', 'và chữ sau', 'Trích', 'Tiêu đề', 'Mục', 'Nội dung', 'đậm hết'].map(
      (text) => `|paragraph|${text}`,
    ),
  ],
};

/** One clipboard a program. */
export const clipboards: readonly Clipboard[] = [...[WORD_365, WORD_WEB, LIBRE, GOOGLE, WPS, EXCEL, EXCEL_CELL, WEB]];
