declare module 'asl-validator' {
  /** Checks a state machine's definition against the Amazon States Language. */
  function validate(definition: object): { isValid: boolean; errors: unknown[] };
  export = validate;
}
