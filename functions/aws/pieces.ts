import { z } from 'zod';

/** One piece of a run; the run is told by its time, so that a piece after midnight is of the same. */
const piece = z.strictObject({
  time: z.iso.datetime(),
  piece: z.number().int().min(0),
  of: z.number().int().min(1).max(1_000),
});
/** How many pieces of a run were done to their end. */
const end = z.strictObject({ complete: z.number().int().min(0), of: z.number().int().min(1) });
/** What a schedule or a hand sends, of which nothing is read: the same day again is the same run again. */
const whole = z.looseObject({}).transform(() => ({ piece: 0, of: 1, time: undefined }));

/**
 * Event of a function that goes through the register: a schedule's, a piece of a run
 * (`infra/machines/pieces-definition.ts`), or its end. Throws on a piece that is none: there is no such share.
 */
export const piecesEvent = z.union([piece, end, whole]);

/** A piece of a run; without a time all of it. */
export interface Piece {
  readonly time?: string | undefined;
  readonly piece: number;
  readonly of: number;
}

/** The end of a run. */
export type RunEnd = z.output<typeof end>;
