import type { ReadDocument } from '#read/body/model.ts';
import type { Line } from '#read/elements/line.ts';
import type { Elements } from '#read/elements/recognise.ts';
import type { Fix } from './fix/fix.ts';

/** Weight of a violation: against the decree, likely a slip, or a matter of taste. */
export type Severity = 'error' | 'warning' | 'hint';

/** One place that breaks a rule. */
export interface Violation {
  /** Text or value found there, in Vietnamese. */
  readonly found: string;
  /** Text or value required there. */
  readonly expected: string;
  /** Page, from 1. */
  readonly page: number;
  /** Words by which a reader finds the place. */
  readonly quote: string;
  /** Index of the paragraph; null where the place is a page or a section. */
  readonly paragraph: number | null;
  /** Style or layer that gives the look, where it is one: "kiểu Normal". */
  readonly source?: string;
  /** The change that takes it away, where one is safe. */
  readonly fix?: Fix;
}

/** Violations of a document by one rule, or why it cannot assess. */
export type Judgement = readonly Violation[] | { readonly notAssessed: string };

/** Inputs of the rules. */
export interface CheckContext {
  readonly document: ReadDocument;
  readonly elements: Elements;
}

/** A rule of form or content. */
export interface Rule {
  /** Stable; machines go by it. */
  readonly id: string;
  /** Clause of Nghị định 30/2020/NĐ-CP (PL = Phụ lục); null where it is ours. */
  readonly clause: string | null;
  readonly severity: Severity;
  /** Requirement, in Vietnamese. */
  readonly title: string;
  judge(context: CheckContext): Judgement;
}

/** Makes a rule; an error unless it says otherwise. */
export function rule(
  id: string,
  clause: string,
  title: string,
  judge: Rule['judge'],
  severity: Rule['severity'] = 'error',
): Rule {
  return { id, clause, severity, title, judge };
}

const MAX_QUOTE = 70;

/** A violation at a line. */
export function at(line: Line, found: string, expected: string, source?: string, fix?: Fix): Violation {
  const { page, index } = line.paragraph;
  return {
    found,
    expected,
    page,
    quote: quoted(line.text),
    paragraph: index,
    ...(source === undefined ? {} : { source }),
    // Where one paragraph prints several elements, a change of one would change the others.
    ...(fix && (fix.kind === 'retype' || !line.paragraph.text.includes('\n')) ? { fix } : {}),
  };
}

/** A violation of a page or a section. */
export function onPage(page: number, found: string, expected: string, fix?: Fix): Violation {
  return { found, expected, page, quote: '', paragraph: null, ...(fix ? { fix } : {}) };
}

/** Words of a place, cut to a length. */
export function quoted(text: string): string {
  return text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text;
}
