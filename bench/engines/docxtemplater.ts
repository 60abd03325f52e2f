import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { engine } from './engine.ts';
import { type TagSyntax, templateOf } from './template.ts';

/** Tags as docxtemplater and easy-template-x write them. */
export const BRACES: TagSyntax = {
  loop: (list) => `{#${list}}`,
  end: (list) => `{/${list}}`,
  value: (_list, field) => `{${field}}`,
  rowTags: 'in cells',
};

/** docxtemplater with pizzip; it takes a template once, so reading it is part of the work. */
export const docxtemplater = engine(
  'docxtemplater',
  ({ ours }) => templateOf(ours, BRACES),
  ({ docx, data }) =>
    async () => {
      const document = new Docxtemplater(new PizZip(docx), { paragraphLoop: true });
      document.render(data);
      return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
    },
);
