/** Title of a Phiếu trình in its file's properties. */
export const SLIP_TITLE = 'Phiếu trình';

/** Titles over the two places for signatures. */
export const SLIP_SIGNATURES: readonly [string, string] = ['Người trình', 'Ý kiến của người ký'];
