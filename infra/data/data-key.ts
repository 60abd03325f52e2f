import { Duration } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { OurStack } from '../our-stack.ts';

/**
 * A key of what is kept. Without it nothing can be read again, so nobody may disable it, schedule its end or take imported material
 * out of it: who must, changes this policy first, and an alarm tells of that. In stages that keep no data it goes with its stack.
 */
export function guardedKey(
  stack: OurStack,
  id: string,
  { description, alias }: { readonly description: string; readonly alias?: string },
): Key {
  const key = new Key(stack, id, {
    ...(alias !== undefined && { alias }),
    description,
    enableKeyRotation: true,
    rotationPeriod: Duration.days(365),
    pendingWindow: Duration.days(stack.keepsData ? 30 : 7),
    removalPolicy: stack.ofGuarded,
  });
  if (!stack.keepsData) return key;
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'NobodyEndsThisKey',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:DeleteImportedKeyMaterial'],
      resources: ['*'],
    }),
  );
  return key;
}
