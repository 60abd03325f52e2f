type Params = Readonly<Record<string, string | number>>;

/** Text of a finding: its clause (PL = Phụ lục of Nghị định 30/2020/NĐ-CP), null where the rule is ours. */
export interface FindingText {
  readonly severity: 'error' | 'warning';
  readonly clause: string | null;
  readonly message: (params: Params) => string;
}

/** Makes the text of a finding that keeps a document from being rendered. */
export const error = (clause: string | null, message: (params: Params) => string): FindingText => ({
  severity: 'error',
  clause,
  message,
});

/** Makes the text of a finding that keeps nothing back. */
export const warning = (clause: string | null, message: (params: Params) => string): FindingText => ({
  severity: 'warning',
  clause,
  message,
});
