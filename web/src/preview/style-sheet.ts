import { MARGIN_MM, PAGE_MM } from '#document/page-size.ts';
import { allOptionalStyles } from '#render/optional-styles.ts';
import { HEADER_MM } from '#render/page.ts';
import { type ElementStyle, elementStyles } from '#render/styles.ts';
import { styleClass } from './draw-paragraph.ts';
import { px, twipsToPx } from './units.ts';

/** Height of a single line of Times New Roman in ems: ascent, descent and gap of the face. */
const SINGLE_LINE_EM = 1.149;

const ALIGN = { left: 'left', center: 'center', right: 'right', both: 'justify' } as const;

/** The table of looks (`#render/styles.ts`) as CSS, a class a style. */
export function stylesCss(): string {
  const styles: readonly ElementStyle[] = [...elementStyles, ...allOptionalStyles];
  return styles.map((style) => `.${styleClass(style.id)}{${declarations(style).join(';')}}`).join('\n');
}

function declarations(style: ElementStyle): string[] {
  const firstLine = (style.firstLineTwips ?? 0) - (style.hangingTwips ?? 0);
  return [
    `font-size:${style.sizePt}pt`,
    `line-height:${lineHeight(style)}`,
    `text-align:${ALIGN[style.align]}`,
    `text-indent:${px(twipsToPx(firstLine))}`,
    `margin:0 0 ${style.afterPt ?? 0}pt ${px(twipsToPx(style.leftTwips))}`,
    `padding:${style.beforePt ?? 0}pt 0 0`,
    ...(style.bold ? ['font-weight:700'] : []),
    ...(style.italic ? ['font-style:italic'] : []),
    ...(style.color ? [`color:#${style.color}`] : []),
    ...(style.keepNext ? ['break-after:avoid'] : []),
    ...(style.ruleAbove
      ? ['border-top:0.5pt solid', `padding-top:${style.ruleAbove.spacePt}pt`, `margin-top:${style.beforePt ?? 0}pt`]
      : []),
  ];
}

function lineHeight({ line }: ElementStyle): string {
  if (line?.exactPt !== undefined) return `${line.exactPt}pt`;
  return ((line?.multiple ?? 1) * SINGLE_LINE_EM).toFixed(4);
}

/** Space between two sheets on the screen, in millimetres. */
export const GAP_MM = 6;

/** Pages as sheets: a column of CSS a page, rows of columns where the browser wraps them. */
export const PAGES_CSS = `
:host{display:block;overflow:auto scroll;background:#c6c6c6;position:relative}
.zoom{transform-origin:0 0;width:max-content;margin:0 auto}
.section{position:relative;--width:${PAGE_MM.width}mm;--height:${PAGE_MM.height}mm;margin:${GAP_MM}mm}
.section.landscape{--width:${PAGE_MM.height}mm;--height:${PAGE_MM.width}mm}
.sheet{position:absolute;width:var(--width);height:var(--height);background:#fff;box-shadow:0 1px 4px #0006}
.page-number{position:absolute;top:${HEADER_MM}mm;left:${MARGIN_MM.left}mm;right:${MARGIN_MM.right}mm;text-align:center;font-size:14pt;line-height:${SINGLE_LINE_EM}}
.flow{--text-width:calc(var(--width) - ${MARGIN_MM.left + MARGIN_MM.right}mm);--text-height:calc(var(--height) - ${MARGIN_MM.top + MARGIN_MM.bottom}mm);
 position:relative;margin:0 0 0 ${MARGIN_MM.left}mm;padding-top:${MARGIN_MM.top}mm;
 column-width:var(--text-width);column-gap:${MARGIN_MM.left + MARGIN_MM.right + GAP_MM}mm;column-fill:auto;widows:2;orphans:2}
.flow.wrap{column-height:var(--text-height);column-wrap:wrap;row-gap:${MARGIN_MM.top + MARGIN_MM.bottom + GAP_MM}mm}
.flow:not(.wrap){height:var(--text-height);column-wrap:nowrap}
.flow,.top-margin{font-family:"Times New Roman","Liberation Serif","Liberation Serif Web",Tinos,serif;color:#000;white-space:pre-wrap;overflow-wrap:break-word}
.top-margin{position:absolute;top:${HEADER_MM}mm;left:${MARGIN_MM.left}mm;right:${MARGIN_MM.right}mm}
.keep-next,tr.keep-next{break-after:avoid}
.bold{font-weight:700}.no-bold{font-weight:400}.italic{font-style:italic}.no-italic{font-style:normal}
.tab{display:inline-block;width:12.7mm}
.led{overflow-x:clip}
.led .tab{width:0;overflow:visible;white-space:nowrap}
.led.dot .tab::after{content:"${'.'.repeat(400)}"}
.led.underscore .tab::after{content:"${'_'.repeat(200)}"}
table{border-collapse:collapse;table-layout:fixed;border-spacing:0;break-inside:auto}
td{padding:var(--cell-top) var(--cell-right) 0 var(--cell-left);vertical-align:top}
td.middle{vertical-align:middle}
table.ruled>*>tr>td{border:var(--rule-width,0.5pt) solid var(--rule,#000)}
table.boxed{border:var(--rule-width,0.5pt) solid var(--rule,#000)}
thead,tr.whole{break-inside:avoid}
.left-out{font:italic 11pt sans-serif;padding:2mm}
.footer-room{float:left;width:0}
.first-foot{float:left;clear:left;width:100%}
[data-part]{cursor:pointer}
.shown{outline:2px solid #0f62fe;outline-offset:2px}
.mark{position:absolute;width:7mm;height:7mm;padding:0;border:0;border-radius:50%;font:700 12pt/7mm sans-serif;cursor:pointer;color:#fff;background:#8e6a00}
.mark.error{background:#da1e28}
.mark:focus-visible{outline:3px solid #0f62fe;outline-offset:2px}
`;
