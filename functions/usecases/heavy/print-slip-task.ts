import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { type Slip, slipTables } from '#exchange/slip/slip.ts';
import { SLIP_SIGNATURES, SLIP_TITLE } from '#exchange/slip/slip-words.ts';
import { renderSlip } from '#render/render-slip.ts';

/** A Phiếu trình to print, under its organ's names of that day. */
export interface SlipPrintInput {
  readonly slip: Slip;
  readonly organ: Pick<OrganProfile, 'headerLines' | 'parentName' | 'parentLines'>;
  /** `yyyy-mm-dd`. */
  readonly on: string;
}

/** Prints a Phiếu trình as .docx. */
export function printSlipTask({ slip, organ, on }: SlipPrintInput): Promise<Uint8Array> {
  const { fields, steps, notes } = slipTables(slip);
  return renderSlip({
    organ,
    title: SLIP_TITLE,
    on,
    fields,
    steps,
    closing: { lines: notes, signatures: SLIP_SIGNATURES },
  });
}
