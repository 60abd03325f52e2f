import { readParagraphLayer, resolveParagraph } from './paragraph-format.ts';
import { readRunLayer, resolveRun } from './run-format.ts';
import type { StyleChain, StyleSheet } from './styles.ts';
import type { Frame, Paragraph, Room, Run, RunFormat } from './types.ts';
import { type Element, element, elements, textOf, value } from './xml.ts';

const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00AD',
};
const NESTING = new Set(['w:hyperlink', 'w:smartTag', 'w:ins', 'w:sdtContent']);
const SILENT = /^w:(pPr|rPr|bookmark(Start|End)|proofErr|lastRenderedPageBreak|sdtPr|sdtEndPr)$/;

function characters(node: Element): string {
  if (node.name === 'w:t') return textOf(node);
  if (node.name === 'w:br') return node.attributes['w:type'] === 'page' ? '\f' : '\n';
  const text = CHARACTERS[node.name];
  if (text === undefined && !SILENT.test(node.name)) throw new Error(`${node.name} is not known to this reader`);
  return text ?? '';
}

/** Collects runs, putting each field together from its pieces. */
class RunCollector {
  readonly runs: Run[] = [];
  private field: { instruction: string; result: string; inResult: boolean; readonly format: RunFormat } | null = null;

  add(text: string, format: RunFormat, field: string | null = null): void {
    if (this.field && field === null) {
      if (this.field.inResult) this.field.result += text;
      return;
    }
    const shown = format.caps ? text.toLocaleUpperCase('vi') : text;
    if (text || field !== null) this.runs.push({ text, shown, field, format });
  }

  instruct(text: string): void {
    if (this.field) this.field.instruction += text;
  }

  fieldCharacter(type: string | undefined, format: RunFormat): void {
    if (type === 'begin') this.field = { instruction: '', result: '', inResult: false, format };
    else if (type === 'separate' && this.field) this.field.inResult = true;
    else if (type === 'end' && this.field) {
      const { instruction, result, format: begun } = this.field;
      this.field = null;
      this.add(result, begun, fieldName(instruction));
    }
  }
}

function fieldName(instruction: string): string {
  return instruction.trim().split(/\s/)[0] ?? '';
}

function collect(parent: Element, into: RunCollector, format: (run: Element) => RunFormat): void {
  for (const node of elements(parent)) {
    if (node.name === 'w:r') collectRun(node, into, format(node));
    else if (node.name === 'w:fldSimple') {
      const result = new RunCollector();
      collect(node, result, format);
      const look = result.runs[0]?.format ?? format({ name: 'w:r', attributes: {}, children: [] });
      into.add(result.runs.map((run) => run.text).join(''), look, fieldName(node.attributes['w:instr'] ?? ''));
    } else if (NESTING.has(node.name)) collect(node, into, format);
    else if (node.name === 'w:sdt') collect(element(node, 'w:sdtContent') ?? node, into, format);
    else if (!SILENT.test(node.name)) throw new Error(`${node.name} in a paragraph is not known to this reader`);
  }
}

function collectRun(run: Element, into: RunCollector, format: RunFormat): void {
  for (const node of elements(run)) {
    if (node.name === 'w:fldChar') into.fieldCharacter(node.attributes['w:fldCharType'], format);
    else if (node.name === 'w:instrText') into.instruct(textOf(node));
    else into.add(characters(node), format);
  }
}

/** Sources of a paragraph's look: the styles, the style of the table it is in, and the room it has. */
export interface Surroundings {
  readonly styles: StyleSheet;
  readonly table: StyleChain | null;
  readonly room: Room;
}

/** Position and width of a frame; the room of the text around it where the paragraph has no frame. */
function framed(frame: Frame | null, around: Room): Room {
  if (!frame) return around;
  if (frame['w:xAlign'] || !frame['w:w'])
    throw new Error('a frame without place and width is not known to this reader');
  const from = frame['w:hAnchor'] === 'page' ? 0 : around.leftTw;
  return { leftTw: from + Number(frame['w:x'] ?? 0), widthTw: Number(frame['w:w']) };
}

/** Reads `w:p` with styles resolved: document defaults, table style, paragraph style, character style, itself. */
export function readParagraph(node: Element, { styles, table, room }: Surroundings): Paragraph {
  const properties = element(node, 'w:pPr');
  const style = styles.chain('paragraph', value(properties, 'w:pStyle'));
  const format = resolveParagraph([
    styles.defaults.paragraph,
    ...(table?.paragraph ?? []),
    ...style.paragraph,
    readParagraphLayer(properties),
  ]);
  const look = (own: Element | undefined) =>
    resolveRun({
      defaults: styles.defaults.run,
      styles: [
        Object.assign({}, ...(table?.run ?? [])),
        Object.assign({}, ...style.run),
        Object.assign({}, ...styles.chain('character', value(own, 'w:rStyle')).run),
      ],
      direct: readRunLayer(own),
    });
  const collector = new RunCollector();
  collect(node, collector, (run) => look(element(run, 'w:rPr')));
  const { runs } = collector;
  return {
    kind: 'paragraph',
    text: runs.map((run) => run.text).join(''),
    shown: runs.map((run) => run.shown).join(''),
    styleName: style.name,
    format,
    runs,
    mark: look(element(properties, 'w:rPr')),
    room: framed(format.frame, room),
  };
}
