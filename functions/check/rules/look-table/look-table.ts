import { lookRules } from '../../looks.ts';
import { BODY_LOOKS } from './body-looks.ts';
import { HEAD_LOOKS } from './head-looks.ts';

/** All rules of looks. */
export const lookTableRules = [...HEAD_LOOKS, ...BODY_LOOKS].flatMap(lookRules);
