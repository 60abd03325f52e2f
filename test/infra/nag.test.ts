import { type Stack, Validations } from 'aws-cdk-lib';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { stageName } from '#infra/stages.ts';
import { appOf } from './support/stage.ts';

type Built = ReturnType<typeof appOf>['app'];

/** Findings of the packs that nobody has given a reason for, by rule and place. */
function found(app: Built): string[] {
  return [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) =>
    pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(
          (resource) => `${ruleName} ${'constructPath' in resource ? resource.constructPath : ''}`,
        ),
      ),
  );
}

/** The reasons that were given, by the construct that they are given at. */
function reasons(app: Built): { readonly path: string; readonly id: string; readonly reason: string }[] {
  return app.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.entries<string>(data).map(([id, reason]) => ({ path: node.path, id, reason }))),
    );
}

describe.each(stageName.options)('cdk-nag on %s', (stage) => {
  test('finds nothing that nobody has given a reason for, and synthesis agrees', () => {
    const { app } = appOf(stage, { trail: 'on' });
    app.synth();
    expect(found(app)).toEqual([]);
  });
});

describe('the gate', () => {
  test('stops a bucket without access log, and synthesis with it', () => {
    const { app, stacks } = appOf('dev');
    new Bucket(stacks.jobs, 'Careless');
    expect(() => app.synth()).toThrow(/server access logs disabled/);
    const all = found(app);
    expect(all).toContain('AwsSolutions-S1 banhanh-dev-jobs/Careless/Resource');
    expect(all).toContain('AwsSolutions-S10 banhanh-dev-jobs/Careless/Resource');
  });

  test('stops a function’s role that may do everything', () => {
    const { app, stacks } = appOf('dev');
    new CfnRole(stacks.api, 'Careless', {
      assumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      policies: [
        {
          policyName: 'all',
          policyDocument: { Statement: [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }] },
        },
      ],
    });
    expect(found(app).filter((one) => one.endsWith('api/Careless'))).toEqual([
      'AwsSolutions-IAM5[Action::dynamodb:*] banhanh-dev-api/Careless',
      'AwsSolutions-IAM5[Resource::*] banhanh-dev-api/Careless',
      'Serverless-LambdaStarPermissions banhanh-dev-api/Careless',
    ]);
  });
});

describe('reasons', () => {
  const { app } = appOf('production');
  const given = reasons(app);

  test('are given at the construct that they are about, never at a stack or the app', () => {
    expect(given.length).toBeGreaterThan(20);
    for (const { path } of given) expect(path.split('/').length, path).toBeGreaterThanOrEqual(2);
  });

  test('say something', () => {
    for (const { reason, path, id } of given) expect(reason.length, `${path} ${id}`).toBeGreaterThan(20);
  });

  test('name one finding where a rule has several', () => {
    const ofIam = given.map(({ id }) => id.replace(/^annotation::/i, '')).filter((id) => /-IAM\d/.test(id));
    expect(ofIam.length).toBeGreaterThan(5);
    for (const id of ofIam) expect(id).toMatch(/^AwsSolutions-IAM\d\[.+\]$/);
  });

  test('are needed: without any of them the rule would speak', () => {
    const rules = new Set(given.map(({ id }) => id.replace(/^annotation::/i, '').replace(/\[.*$/, '')));
    const stripped = app.node.findAll().reduce((sum, { node }) => sum + stripReasons(node), 0);
    expect(stripped).toBeGreaterThan(5);
    const speaking = new Set(found(app).map((one) => one.replace(/\[.*$| .*$/, '')));
    expect([...rules].filter((rule) => !speaking.has(rule))).toEqual([]);
  });
});

/** Forgets what was acknowledged at a node: how many reasons. */
function stripReasons(node: Stack['node']): number {
  const metadata: { readonly type: string }[] = Reflect.get(node, '_metadata') ?? [];
  const kept = metadata.filter(({ type }) => type !== Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
  return metadata.splice(0, metadata.length, ...kept).length - kept.length;
}
