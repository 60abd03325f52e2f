import type { Line } from '#read/elements/line.ts';
import { isCapitals } from '#read/elements/line.ts';
import type { Source } from '#read/formatting/cascade.ts';
import type { RunProps } from '#read/formatting/run-props.ts';
import { nearest } from './fix/fix.ts';
import type { CheckContext, Judgement, Rule, Violation } from './rule.ts';
import { at } from './rule.ts';

/** Look of an element by the decree (PL I, Mục V). Sizes are points; what is left out is free. */
export interface Look {
  readonly id: string;
  readonly clause: string;
  /** Name of the element in Vietnamese, for a sentence. */
  readonly name: string;
  readonly size?: readonly [least: number, most: number];
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly capitals?: boolean;
  readonly align?: 'center' | 'both';
  lines(context: CheckContext): readonly Line[];
}

/** Sizes within so much are the same: Word knows half points. */
const SLACK_PT = 0.01;
const SOURCES: Readonly<Record<Source['kind'], string>> = {
  'built-in': 'mặc định của Word',
  defaults: 'mặc định của tệp',
  'table-style': 'kiểu bảng',
  'paragraph-style': 'kiểu',
  numbering: 'danh sách',
  'character-style': 'kiểu chữ',
  direct: 'đặt trực tiếp',
};

/** Names the source of a look: "kiểu Normal". */
export function sourceWords({ kind, style }: Source): string {
  return style === null ? SOURCES[kind] : `${SOURCES[kind]} ${style}`;
}

/** A size as people write it: 13,5. */
export function points(size: number): string {
  return String(Math.round(size * 10) / 10).replace('.', ',');
}

/** The rules of a look: one for each thing that it fixes, so that a finding names one thing. */
export function lookRules(look: Look): Rule[] {
  const rule = (aspect: string, title: string, judgeLine: (line: Line) => Violation | null): Rule => ({
    id: `${look.id}.${aspect}`,
    clause: look.clause,
    severity: 'error',
    title: `${look.name}: ${title}`,
    judge(context): Judgement {
      const lines = look.lines(context);
      if (lines.length === 0) return { notAssessed: `Không thấy ${lowered(look.name)}.` };
      return lines.flatMap((line) => judgeLine(line) ?? []);
    },
  });
  const rules: Rule[] = [];
  const { size, bold, italic, capitals, align } = look;
  if (size) {
    const wanted = size[0] === size[1] ? `cỡ ${size[0]}` : `cỡ ${size[0]} đến ${size[1]}`;
    rules.push(rule('size', wanted, (line) => sizeViolation(line, size, wanted)));
  }
  if (bold !== undefined)
    rules.push(
      rule('bold', bold ? 'chữ đậm' : 'chữ không đậm', (line) =>
        switchViolation(line, 'bold', bold, ['chữ đậm', 'chữ không đậm']),
      ),
    );
  if (italic !== undefined)
    rules.push(
      rule('italic', italic ? 'chữ nghiêng' : 'chữ đứng', (line) =>
        switchViolation(line, 'italic', italic, ['chữ nghiêng', 'chữ đứng']),
      ),
    );
  if (capitals === true)
    rules.push(
      rule('capitals', 'chữ in hoa', (line) => (isCapitals(line) ? null : at(line, 'chữ in thường', 'chữ in hoa'))),
    );
  if (capitals === false)
    rules.push(
      rule('capitals', 'chữ in thường', (line) =>
        isCapitals(line) && line.text.length > 6 ? at(line, 'chữ in hoa', 'chữ in thường') : null,
      ),
    );
  if (align) {
    const wanted = align === 'center' ? 'canh giữa' : 'canh đều hai lề';
    rules.push(rule('align', wanted, (line) => alignViolation(line, align, wanted)));
  }
  return rules;
}

const ALIGNED = { left: 'canh trái', center: 'canh giữa', right: 'canh phải', both: 'canh đều hai lề' } as const;

function alignViolation(line: Line, align: 'center' | 'both', wanted: string): Violation | null {
  const { props, source } = line.paragraph.format;
  return props.align === align
    ? null
    : at(line, ALIGNED[props.align], wanted, sourceWords(source('align')), { kind: 'align', to: align });
}

function sizeViolation(line: Line, [least, most]: readonly [number, number], wanted: string): Violation | null {
  const wrong = lettered(line).find(
    ({ format }) => format.props.sizePt < least - SLACK_PT || format.props.sizePt > most + SLACK_PT,
  );
  return wrong
    ? at(line, `cỡ ${points(wrong.format.props.sizePt)}`, wanted, sourceWords(wrong.format.source('sizePt')), {
        kind: 'size',
        points: nearest(wrong.format.props.sizePt, [least, most]),
      })
    : null;
}

/** A switch that most letters of a line have wrong; a word set off inside a line is the author's. */
function switchViolation(
  line: Line,
  key: 'bold' | 'italic',
  wanted: boolean,
  [on, off]: readonly [string, string],
): Violation | null {
  const runs = lettered(line);
  const count = (some: typeof runs) => some.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);
  const wrong = runs.filter(({ format }) => format.props[key] !== wanted);
  if (count(wrong) * 2 <= count(runs)) return null;
  const source = wrong[0]?.format.source(key);
  const fix = { kind: key, on: wanted } as const;
  return at(line, wanted ? off : on, wanted ? on : off, source && sourceWords(source), fix);
}

/** Runs that print a letter or a digit: spaces and marks have no look that one sees. */
export function lettered({ runs }: Line): readonly {
  readonly text: string;
  readonly format: { readonly props: RunProps; source(key: keyof RunProps): Source };
}[] {
  return runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function lowered(name: string): string {
  return name.slice(0, 1).toLocaleLowerCase('vi') + name.slice(1);
}
