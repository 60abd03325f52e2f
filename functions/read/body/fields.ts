/** Fields that fetch something from outside or run something. */
const DANGEROUS = /^(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|DATABASE|MACROBUTTON|RD)$/;

interface OpenField {
  code: string;
  isResult: boolean;
}

/** Fields that are open at a place; while a code is read, its text is no text of the document. */
export interface FieldStack {
  begin(): void;
  separate(): void;
  /** Ends the innermost field; its name. */
  end(): string | null;
  addCode(text: string): void;
  readonly isInCode: boolean;
}

/** A stack of fields (ECMA-376, 17.16.18). */
export function fieldStack(): FieldStack {
  const open: OpenField[] = [];
  return {
    begin: () => {
      open.push({ code: '', isResult: false });
    },
    separate: () => {
      const field = open.at(-1);
      if (field) field.isResult = true;
    },
    end: () => {
      const field = open.pop();
      return field ? fieldName(field.code) : null;
    },
    addCode: (text) => {
      const field = open.at(-1);
      if (field && field.code.length < 1000) field.code += text;
    },
    get isInCode() {
      return open.some(({ isResult }) => !isResult);
    },
  };
}

/** Name of a field by its code: `PAGE \* MERGEFORMAT` is PAGE. */
export function fieldName(code: string): string {
  return (/^\s*=?\s*([A-Za-z]+)/.exec(code)?.[1] ?? '').toUpperCase();
}

/** Tells whether a field takes its text from elsewhere, or runs something. */
export function isDangerousField(name: string): boolean {
  return DANGEROUS.test(name);
}
