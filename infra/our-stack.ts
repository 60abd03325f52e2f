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

  /** Tells whether data outlives its stack: in every stage but those that are made to be thrown away. */
  get keepsData(): boolean {
    return this.deployment.settings.destroyLeaves !== 'nothing';
  }

  /**
   * Policy of what refuses to be deleted by itself (table, user pool, keys): a failed first creation leaves it behind, without a name
   * that would be in the way of the next.
   */
  get ofGuarded(): RemovalPolicy {
    return this.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  }

  /** Policy of what holds data; a failed first creation takes it away again. */
  get ofData(): RemovalPolicy {
    return this.keepsData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
  }

  /** Policy of what holds no data of its own: logs, queues. */
  get leftovers(): RemovalPolicy {
    const { destroyLeaves } = this.deployment.settings;
    return destroyLeaves === 'all' ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
  }
}
