import { sha256Hex } from '#base/node/hash.ts';
import { type CheckReport, checkDocx } from '#check/check-docx.ts';
import { ReadError } from '#read/problems/read-error.ts';
import { type FrozenInput, renderFrozenTask } from './render-frozen-task.ts';
import type { Render } from './render-port.ts';

/** Rendering of a frozen document, checked against the decree. */
export interface CheckedFrozen {
  /** SHA-256 of the file that was checked: the form without number and day. */
  readonly fileSha256: string;
  /** Null where the file could not be read back: that alone holds no approval up. */
  readonly report: CheckReport | null;
}

/** Renders a frozen document and checks the file. Throws as `renderFrozenTask`. */
export async function checkFrozenTask(input: FrozenInput, render: Render): Promise<CheckedFrozen> {
  const files = await renderFrozenTask(input, render);
  const bytes = files[0]?.bytes ?? new Uint8Array();
  return { fileSha256: sha256Hex(bytes), report: reportOf(bytes) };
}

function reportOf(bytes: Uint8Array): CheckReport | null {
  try {
    return checkDocx(bytes);
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}
