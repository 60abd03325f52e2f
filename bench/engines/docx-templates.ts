import { createReport } from 'docx-templates';
import { engine } from './engine.ts';
import { type TagSyntax, templateOf } from './template.ts';

const COMMANDS: TagSyntax = {
  loop: (list) => `+++FOR x_${list} IN ${list === 'stretches' || list === 'rows' ? list : `$x_stretches.${list}`}+++`,
  end: (list) => `+++END-FOR x_${list}+++`,
  value: (list, field) => `+++$x_${list}.${field}+++`,
  rowTags: 'own rows',
};

/** docx-templates without its sandbox and its indents, which cost it time, at the level of the others. */
export const docxTemplates = engine(
  'docx-templates',
  ({ ours }) => templateOf(ours, COMMANDS),
  ({ docx, data }) =>
    () =>
      createReport({
        template: docx,
        data,
        cmdDelimiter: '+++',
        noSandbox: true,
        indentXml: false,
        compressionLevel: 6,
        maximumWalkingDepth: 100_000_000,
      }),
);
