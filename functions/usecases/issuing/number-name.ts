import { foldSymbol, formatCode } from '#document/code-notation.ts';
import type { NumberName } from '#register/commands/number-commands.ts';

/** Makes number and symbol of a notation, with the year where the type has it (17/2026/NQ-HĐND), and the key they are found by. */
export function numberName(codeNotation: string, symbolYear = false): (codeNumber: number, year: number) => NumberName {
  return (codeNumber, year) => ({
    symbol: formatCode(codeNumber, codeNotation, '', symbolYear ? year : undefined),
    symbolKey: foldSymbol(codeNumber, codeNotation),
  });
}
