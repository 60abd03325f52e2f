import { basisRule, subjectRule } from './heading.ts';
import { openingRule } from './opening.ts';
import { addressRule, orientationRule } from './page.ts';
import { emptyRule, pointsRule, structureRule } from './parts.ts';
import { archiveRule, recipientRule, recipientsNeededRule } from './recipients.ts';
import { appendixMentionRule, doubledReferenceRule, referenceRule } from './references.ts';
import type { Rule } from './rule.ts';
import { signerRule } from './signer.ts';
import { tableRule, tableWidthRule } from './tables.ts';
import { typedNumberRule } from './typed-number.ts';

/** All rules of meaning, in the order in which a document is read. */
export const rules: readonly Rule[] = [
  subjectRule,
  basisRule,
  openingRule,
  structureRule,
  emptyRule,
  typedNumberRule,
  pointsRule,
  referenceRule,
  doubledReferenceRule,
  appendixMentionRule,
  tableRule,
  tableWidthRule,
  recipientRule,
  recipientsNeededRule,
  archiveRule,
  signerRule,
  addressRule,
  orientationRule,
];
