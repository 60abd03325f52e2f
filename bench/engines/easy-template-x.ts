import { TemplateHandler } from 'easy-template-x';
import { BRACES } from './docxtemplater.ts';
import { engine } from './engine.ts';
import { templateOf } from './template.ts';

/** easy-template-x. */
export const easyTemplateX = engine(
  'easy-template-x',
  ({ ours }) => templateOf(ours, BRACES),
  ({ docx, data }) => {
    const handler = new TemplateHandler();
    const template = Buffer.from(docx);
    return () => handler.process(template, data);
  },
);
