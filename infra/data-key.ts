import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * The key of everything that is kept. Without it nothing can be read again, so nobody may disable it or schedule its end: who
 * must, changes this policy first, and is seen doing so.
 */
export function dataKey(scope: Construct, alias: string): Key {
  const key = new Key(scope, 'DataKey', {
    alias,
    description: 'Ban Hanh: the register, issued files and drafts',
    enableKeyRotation: true,
    rotationPeriod: Duration.days(365),
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'NobodyEndsThisKey',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['kms:ScheduleKeyDeletion', 'kms:DisableKey'],
      resources: ['*'],
    }),
  );
  return key;
}
