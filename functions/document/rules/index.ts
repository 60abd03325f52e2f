import { basisRule, subjectRule } from './heading.ts';
import { addressRule, holeRule, orientationRule } from './page.ts';
import { pointsRule, structureRule, typedNumberRule } from './parts.ts';
import { archiveRule, recipientRule } from './recipients.ts';
import { appendixMentionRule, referenceRule } from './references.ts';
import type { Rule } from './rule.ts';
import { signerRule } from './signer.ts';
import { tableRule } from './tables.ts';

/** All rules of meaning, in the order in which a document is read. */
export const rules: readonly Rule[] = [
  subjectRule,
  basisRule,
  structureRule,
  typedNumberRule,
  pointsRule,
  referenceRule,
  appendixMentionRule,
  tableRule,
  recipientRule,
  archiveRule,
  signerRule,
  addressRule,
  orientationRule,
  holeRule,
];
