import { DEFLATE_LEVEL } from '#package/deflate.ts';
import { docx } from './docx.ts';
import { docxTemplates } from './docx-templates.ts';
import { docxtemplater } from './docxtemplater.ts';
import { easyTemplateX } from './easy-template-x.ts';
import type { Engine } from './engine.ts';
import { limitAt } from './limit.ts';
import { oursAt } from './ours.ts';

/** The level at which our files are no larger than the peers'. */
export const SMALL_LEVEL = 6;

const levels = [...new Set([SMALL_LEVEL, DEFLATE_LEVEL])];

/** The engines that people use now. */
export const peers: readonly Engine[] = [docx, docxtemplater, easyTemplateX, docxTemplates];
/** We, at each level. */
export const ours: readonly Engine[] = levels.map(oursAt);
/** The limit, at each level. */
export const limits: readonly Engine[] = levels.map(limitAt);
