import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Says of one construct why rules of cdk-nag do not fit it: the rule's id, and the reason. */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason });
}
