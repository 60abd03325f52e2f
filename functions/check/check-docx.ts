import type { ReadDocument } from '#read/body/model.ts';
import { type Elements, recognise } from '#read/elements/recognise.ts';
import type { Notice } from '#read/problems/notice.ts';
import { readDocx } from '#read/read-docx.ts';
import { OTHER_KINDS } from './other-kinds.ts';
import type { CheckContext, Rule, Severity, Violation } from './rule.ts';
import { appendixRules } from './rules/appendix.ts';
import { contentRules } from './rules/content.ts';
import { footRules } from './rules/foot.ts';
import { headRules } from './rules/head.ts';
import { languageRules } from './rules/language.ts';
import { lookTableRules } from './rules/look-table/look-table.ts';
import { pageRules } from './rules/page.ts';
import { sequenceRules } from './rules/sequence.ts';
import { textRules } from './rules/text.ts';
import { unseenIn } from './unseen.ts';

/** All rules, in the order of the decree. */
export const RULES: readonly Rule[] = [
  ...pageRules,
  ...lookTableRules,
  ...headRules,
  ...textRules,
  ...sequenceRules,
  ...footRules,
  ...appendixRules,
  ...contentRules,
  ...languageRules,
];

/** Result of one rule for a file. */
export interface RuleResult {
  readonly id: string;
  readonly clause: string | null;
  readonly severity: Severity;
  readonly title: string;
  readonly verdict: 'pass' | 'fail' | 'not-assessed';
  /** Reason why it was not assessed; else null. */
  readonly reason: string | null;
  readonly violations: readonly Violation[];
}

/** A file's check. */
export interface CheckReport {
  readonly kind: Elements['kind'];
  readonly typeName: string | null;
  readonly pageCount: number;
  /** Tells whether pages are Word's own; else they are reckoned. */
  readonly pagesKnown: boolean;
  readonly results: readonly RuleResult[];
  readonly notices: readonly Notice[];
}

/** Checks a .docx against the decree, rule by rule. Throws `ReadError`. */
export function checkDocx(bytes: Uint8Array): CheckReport {
  const document = readDocx(bytes);
  return checkRead(document, recognise(document));
}

/** Checks a file that was read already. What is no administrative document is not held against its form. */
export function checkRead(document: ReadDocument, elements: Elements): CheckReport {
  const other = OTHER_KINDS[elements.kind];
  const context = { document, elements };
  return {
    kind: elements.kind,
    typeName: elements.typeName,
    pageCount: document.pageCount,
    pagesKnown: document.pagesKnown,
    results: RULES.map((rule) =>
      other !== undefined && rule.clause !== null ? notAssessed(rule, other) : judged(rule, context),
    ),
    notices: document.notices,
  };
}

function judged(rule: Rule, context: CheckContext): RuleResult {
  const unseen = unseenIn(context.document.origin, rule);
  if (unseen !== null) return notAssessed(rule, unseen);
  const judgement = rule.judge(context);
  if ('notAssessed' in judgement) return notAssessed(rule, judgement.notAssessed);
  const { id, clause, severity, title } = rule;
  return {
    id,
    clause,
    severity,
    title,
    verdict: judgement.length === 0 ? 'pass' : 'fail',
    reason: null,
    violations: judgement,
  };
}

function notAssessed({ id, clause, severity, title }: Rule, reason: string): RuleResult {
  return { id, clause, severity, title, verdict: 'not-assessed', reason, violations: [] };
}
