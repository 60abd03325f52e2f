import { AlignmentType, BorderStyle, type IBorderOptions, type IParagraphStyleOptions, LineRuleType } from 'docx';
import { allOptionalStyles } from './optional-styles.ts';
import { BLACK, type ElementStyle, elementStyles } from './styles.ts';

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

/** Width of rules in eighths of a point: half a point. */
const RULE_EIGHTHS = 4;

/** The table of looks as docx takes it, those that few documents use last. */
export function docxStyles(): IParagraphStyleOptions[] {
  return [...elementStyles, ...allOptionalStyles].map(toDocx);
}

function toDocx(style: ElementStyle): IParagraphStyleOptions {
  return {
    id: style.id,
    name: style.name,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      size: style.sizePt * 2,
      bold: style.bold ?? false,
      italics: style.italic ?? false,
      color: style.color ?? BLACK,
    },
    paragraph: {
      alignment: ALIGNMENT[style.align],
      spacing: spacing(style),
      indent: {
        left: style.leftTwips ?? 0,
        ...(style.hangingTwips ? { hanging: style.hangingTwips } : { firstLine: style.firstLineTwips ?? 0 }),
      },
      ...(style.keepNext ? { keepNext: true } : {}),
      ...(style.ruleAbove ? { border: { top: rule(style.ruleAbove.spacePt) } } : {}),
    },
  };
}

function spacing({ beforePt = 0, afterPt = 0, line }: ElementStyle) {
  const around = { before: beforePt * 20, after: afterPt * 20 };
  if (line?.exactPt !== undefined) return { ...around, line: line.exactPt * 20, lineRule: LineRuleType.EXACT };
  return { ...around, line: Math.round((line?.multiple ?? 1) * 240), lineRule: LineRuleType.AUTO };
}

function rule(spacePt: number): IBorderOptions {
  return { style: BorderStyle.SINGLE, size: RULE_EIGHTHS, space: spacePt, color: BLACK };
}
