import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';

/** A stack of a stage: `banhanh-production-data`. Its region is known, its account is whoever deploys it. */
export class OurStack extends Stack {
  readonly deployment: Deployment;

  constructor(scope: Construct, part: string, description: string, deployment: Deployment) {
    const { stage, settings, region } = deployment;
    super(scope, `banhanh-${stage}-${part}`, {
      description: `Ban Hanh (${stage}): ${description}`,
      env: { region },
      terminationProtection: settings.terminationProtection,
      tags: { application: 'banhanh', stage },
    });
    this.deployment = deployment;
  }

  /** Of what holds no data of its own: logs, queues. */
  get leftovers(): RemovalPolicy {
    return this.deployment.settings.leftovers === 'kept' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  }
}
