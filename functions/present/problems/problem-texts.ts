import { alarmTexts } from './texts/alarm-texts.ts';
import { approvalTexts } from './texts/approval-texts.ts';
import { documentTexts } from './texts/document-texts.ts';
import { fileTexts } from './texts/file-texts.ts';
import { localiseTexts } from './texts/localise-texts.ts';
import { numberTexts } from './texts/number-texts.ts';
import { peopleTexts } from './texts/people-texts.ts';
import type { ProblemCode, ProblemText } from './texts/problem-text.ts';
import { queryTexts } from './texts/query-texts.ts';
import { requestTexts } from './texts/request-texts.ts';
import { sendingTexts } from './texts/sending-texts.ts';
import { signInTexts } from './texts/sign-in-texts.ts';

/** The one registry: status and Vietnamese sentence of each code, by subject in `texts/`. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemText>> = {
  ...requestTexts,
  ...signInTexts,
  ...peopleTexts,
  ...approvalTexts,
  ...sendingTexts,
  ...queryTexts,
  ...fileTexts,
  ...localiseTexts,
  ...documentTexts,
  ...numberTexts,
  ...alarmTexts,
};
