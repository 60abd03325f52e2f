import { z } from 'zod';

/** One piece of a run; the run is told by its time, so that a piece after midnight is of the same. */
const piece = z.strictObject({
  time: z.iso.datetime(),
  piece: z.number().int().min(0),
  of: z.number().int().min(1).max(1_000),
});
/** Number of pieces that a run completed. */
const end = z.strictObject({ complete: z.number().int().min(0), of: z.number().int().min(1) });
/** Input of a schedule or a person, of which nothing is read: a run repeats its day. */
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
