import type { Right } from './policies.ts';

/** One thing that a request needs to be allowed, and what is known of it. */
export interface Need {
  readonly action: string;
  readonly resource: string;
  /** Values of condition keys. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** Tells whether one of the rights allows what is needed, as IAM decides where nothing denies. */
export function isAllowed(rights: readonly Right[], { action, resource, context }: Need): boolean {
  return rights.some(
    (right) => right.action === action && like(right.resource, resource) && holds(right.condition, context),
  );
}

function holds(condition: Right['condition'], context: Need['context']): boolean {
  return Object.entries<Record<string, string | string[]>>(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const [test] = [OPERATORS[operator]];
      if (!test) throw new Error(`No one here knows the operator ${operator}`);
      return test([wanted].flat(), context[key]);
    }),
  );
}

/** `ForAllValues` holds where there is no value at all; `Null` is there against it. */
const OPERATORS: Record<string, (wanted: readonly string[], values: readonly string[] | undefined) => boolean> = {
  'ForAnyValue:StringEquals': (wanted, values = []) => values.some((value) => wanted.includes(value)),
  'ForAllValues:StringLike': (wanted, values = []) => values.every((value) => wanted.some((one) => like(one, value))),
  'ForAllValues:StringNotLike': (wanted, values = []) =>
    values.every((value) => !wanted.some((one) => like(one, value))),
  Null: (wanted, values) => wanted.every((one) => (one === 'true') === (values === undefined)),
};

function like(pattern: string, value: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(value);
}
