import { z } from 'zod';
import type { DrawnFile, DrawnParagraph } from '#read/drawn/draw-file.ts';
import { DRAWN_ROLES } from '#read/drawn/roles.ts';
import { BODY_LEVELS } from '#read/elements/labels.ts';

/** Level of a body's line, as it is read and as a person corrects it. */
export const bodyLevel = z.enum(BODY_LEVELS);

const drawnRun = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
});

const drawnParagraph = z.object({
  kind: z.literal('paragraph'),
  index: z.number(),
  page: z.number(),
  role: z.enum(DRAWN_ROLES),
  level: bodyLevel.optional(),
  align: z.enum(['left', 'center', 'right', 'both']),
  isIndented: z.boolean(),
  label: z.string().optional(),
  runs: z.array(drawnRun),
});

const drawnTable = z.object({
  kind: z.literal('table'),
  page: z.number(),
  hasBorders: z.boolean(),
  rows: z.array(z.array(z.object({ colSpan: z.number(), rowSpan: z.number(), blocks: z.array(drawnParagraph) }))),
});

/** A file as it stands, with what each paragraph became. */
export const drawnFileResponse = z
  .object({ blocks: z.array(z.discriminatedUnion('kind', [drawnParagraph, drawnTable])), isCut: z.boolean() })
  .meta({ id: 'DrawnFile' });

/** A drawn file as a response has it. */
export function toDrawnFile({ blocks, isCut }: DrawnFile): z.infer<typeof drawnFileResponse> {
  return {
    isCut,
    blocks: blocks.map((block) =>
      block.kind === 'paragraph'
        ? toParagraph(block)
        : {
            ...block,
            rows: block.rows.map((cells) => cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(toParagraph) }))),
          },
    ),
  };
}

function toParagraph(paragraph: DrawnParagraph): z.infer<typeof drawnParagraph> {
  return { ...paragraph, runs: [...paragraph.runs] };
}
