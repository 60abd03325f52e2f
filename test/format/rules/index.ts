import type { FormatRule } from '../rule.ts';
import { appendixRules } from './appendix.ts';
import { bodyRules } from './body.ts';
import { headerRules } from './header.ts';
import { markRules } from './marks.ts';
import { pageRules } from './page.ts';
import { partRules } from './parts.ts';
import { signatureRules } from './signature.ts';
import { tableRules } from './table.ts';
import { titleRules } from './title.ts';
import { trapRules } from './traps.ts';

/** All rows of the table of elements and all traps that a document shows, in the order of a page. */
export const rules: readonly FormatRule[] = [
  ...pageRules,
  ...headerRules,
  ...titleRules,
  ...bodyRules,
  ...partRules,
  ...signatureRules,
  ...markRules,
  ...appendixRules,
  ...tableRules,
  ...trapRules,
];
