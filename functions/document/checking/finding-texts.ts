import { appendixTexts } from './texts/appendix-texts.ts';
import { bodyTexts } from './texts/body-texts.ts';
import type { FindingText } from './texts/finding-text.ts';
import { openingTexts } from './texts/opening-texts.ts';
import { organTexts } from './texts/organ-texts.ts';
import { recipientTexts } from './texts/recipient-texts.ts';
import { shapeTexts } from './texts/shape-texts.ts';

/** The one registry of findings: severity, clause and sentence of each code, by subject in `texts/`. */
export const findingTexts = {
  ...shapeTexts,
  ...organTexts,
  ...openingTexts,
  ...bodyTexts,
  ...recipientTexts,
  ...appendixTexts,
} satisfies Record<string, FindingText>;

/** Stable code of a finding. */
export type FindingCode = keyof typeof findingTexts;
