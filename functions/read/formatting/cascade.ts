import type { ListCounter } from './numbering.ts';
import { BUILT_IN_PARAGRAPH, type ParagraphLayer, type ParagraphProps } from './paragraph-props.ts';
import { BUILT_IN_RUN, type RunLayer, type RunProps, TOGGLES } from './run-props.ts';
import { type Styles, togglesOf } from './styles.ts';

/** Kind of source of a property. */
export type SourceKind =
  | 'built-in'
  | 'defaults'
  | 'table-style'
  | 'paragraph-style'
  | 'numbering'
  | 'character-style'
  | 'direct';

/** Source of a property, with its style. */
export interface Source {
  readonly kind: SourceKind;
  /** Name of the style; null for other kinds. */
  readonly style: string | null;
}

/** A look with the source of each property. */
export interface Sourced<Props> {
  readonly props: Props;
  source(key: keyof Props): Source;
  /** A property as styles, lists and defaults give it, without what is set directly. */
  inherited<Key extends keyof Props>(key: Key): Props[Key];
}

/** Effective look of a run. */
export type RunFormat = Sourced<RunProps>;
/** Effective look of a paragraph. */
export type ParagraphFormat = Sourced<ParagraphProps>;

interface Layer<Props> extends Source {
  readonly given: Partial<Props>;
}

const BUILT_IN: Source = { kind: 'built-in', style: null };

function sourced<Props>(props: Props, builtIn: Props, layers: readonly Layer<Props>[]): Sourced<Props> {
  return {
    props,
    inherited: (key) =>
      layers.findLast(({ given, kind }) => kind !== 'direct' && given[key] !== undefined)?.given[key] ?? builtIn[key],
    source(key) {
      const layer = layers.findLast(({ given }) => given[key] !== undefined);
      return layer ? { kind: layer.kind, style: layer.style } : BUILT_IN;
    },
  };
}

/** Surroundings of a run. */
export interface RunContext {
  readonly tableStyle: string | undefined;
  readonly paragraphStyle: string | undefined;
}

/** Gives effective looks; equal ones are one object, so that runs can be joined by identity. */
export interface Cascade {
  run(context: RunContext, direct: RunLayer): RunFormat;
  paragraph(context: RunContext, direct: ParagraphLayer): ParagraphFormat;
}

/** The cascade of a file: defaults, table style, paragraph style, numbering, character style, direct. */
export function createCascade(styles: Styles, lists: ListCounter): Cascade {
  const runs = new Map<string, RunFormat>();
  const paragraphs = new Map<string, ParagraphFormat>();
  return {
    run(context, direct) {
      const key = `${context.tableStyle} ${context.paragraphStyle} ${JSON.stringify(direct)}`;
      const known = runs.get(key);
      if (known) return known;
      const made = runFormat(styles, context, direct);
      runs.set(key, made);
      return made;
    },
    paragraph(context, direct) {
      const key = `${context.tableStyle} ${context.paragraphStyle} ${JSON.stringify(direct)}`;
      const known = paragraphs.get(key);
      if (known) return known;
      const made = paragraphFormat(styles, lists, context, direct);
      paragraphs.set(key, made);
      return made;
    },
  };
}

function runFormat(styles: Styles, context: RunContext, direct: RunLayer): RunFormat {
  const table = styles.get(context.tableStyle);
  const paragraph = styles.get(context.paragraphStyle);
  const character = styles.get(direct.rStyle);
  const layers: Layer<RunProps>[] = [
    { kind: 'defaults', style: null, given: styles.defaultRun },
    { kind: 'table-style', style: table?.name ?? null, given: table?.run ?? {} },
    { kind: 'paragraph-style', style: paragraph?.name ?? null, given: paragraph?.run ?? {} },
    { kind: 'character-style', style: character?.name ?? null, given: character?.run ?? {} },
    { kind: 'direct', style: null, given: direct },
  ];
  const toggles = togglesOf(togglesOf(table?.run ?? {}, paragraph?.run ?? {}), character?.run ?? {});
  const props: RunProps = { ...BUILT_IN_RUN };
  const all = Object.assign(
    props,
    ...layers.map(({ given }) => given),
    orDefaults(toggles, styles.defaultRun),
    togglesGiven(direct),
  );
  return sourced<RunProps>(all, BUILT_IN_RUN, layers);
}

/** Keeps switched on what the defaults switch on, whatever the styles add up to. */
function orDefaults(toggles: RunLayer, defaults: RunLayer): RunLayer {
  const on = TOGGLES.filter((key) => defaults[key] === true && toggles[key] !== undefined);
  return { ...toggles, ...Object.fromEntries(on.map((key) => [key, true])) };
}

function togglesGiven(direct: RunLayer): RunLayer {
  return Object.fromEntries(TOGGLES.flatMap((key) => (direct[key] === undefined ? [] : [[key, direct[key]]])));
}

function paragraphFormat(
  styles: Styles,
  lists: ListCounter,
  context: RunContext,
  direct: ParagraphLayer,
): ParagraphFormat {
  const table = styles.get(context.tableStyle);
  const style = styles.get(context.paragraphStyle);
  const numId = direct.numId !== undefined ? direct.numId : style?.paragraph.numId;
  const byStyle = numId && style && direct.numId === undefined ? lists.levelOfStyle(numId, style.id) : undefined;
  const numLevel = direct.numLevel ?? byStyle ?? style?.paragraph.numLevel ?? 0;
  const ofStyle: Layer<ParagraphProps> = {
    kind: 'paragraph-style',
    style: style?.name ?? null,
    given: style?.paragraph ?? {},
  };
  const ofList: Layer<ParagraphProps> = {
    kind: 'numbering',
    style: null,
    given: (numId && lists.level(numId, numLevel)?.paragraph) || {},
  };
  const layers: Layer<ParagraphProps>[] = [
    { kind: 'defaults', style: null, given: styles.defaultParagraph },
    { kind: 'table-style', style: table?.name ?? null, given: table?.paragraph ?? {} },
    // A list that the style itself names is indented by the list, unless the style says more.
    ...(direct.numId === undefined ? [ofList, ofStyle] : [ofStyle, ofList]),
    { kind: 'direct', style: null, given: direct },
  ];
  const props: ParagraphProps = { ...BUILT_IN_PARAGRAPH };
  const all = { ...Object.assign(props, ...layers.map(({ given }) => given)), numLevel };
  return sourced<ParagraphProps>(all, BUILT_IN_PARAGRAPH, layers);
}
