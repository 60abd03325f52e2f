import { join } from 'node:path';
import type { Duration } from 'aws-cdk-lib';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  type DockerImageCode,
  DockerImageFunction,
  type FunctionOptions,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { acknowledge } from './acknowledge.ts';
import type { FunctionName } from './grants.ts';
import type { OurStack } from './our-stack.ts';
import { acknowledgeWildcards, statementsOf } from './statements.ts';
import type { Targets } from './targets.ts';

/** Functions by their names. */
export type Functions = Partial<Readonly<Record<FunctionName, LambdaFunction>>>;

/** Settings in which functions differ. */
export interface FunctionProps {
  readonly targets: Targets;
  readonly timeout: Duration;
  /** A whole virtual CPU comes with 1,769. */
  readonly memoryMb: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Most copies at once, kept free for it; absent: what the account has. */
  readonly reservedConcurrency?: number | undefined;
  /** Reason why nothing is lost without a dead-letter target of Lambda's own. */
  readonly noDeadLetters: string;
  /** An image instead of the bundle. */
  readonly image?: { readonly code: DockerImageCode; readonly options?: Partial<FunctionOptions> };
}

/**
 * A function of ours: Node.js 24 on arm64, the bundle of its name, a role with the statements of `grants` and nothing else, its
 * own log in JSON, traced.
 */
export function ourFunction(stack: OurStack, name: FunctionName, props: FunctionProps): LambdaFunction {
  const { deployment } = stack;
  const { data } = props.targets;
  const id = name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
  const logGroup = new LogGroup(stack, `${id}Log`, {
    retention: deployment.settings.logDays,
    removalPolicy: stack.leftovers,
    // Who came from where is nothing to be deleted in passing.
    deletionProtectionEnabled: deployment.settings.destroyLeaves === 'all',
  });
  const role = new Role(stack, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `Ban Hanh (${deployment.stage}): what the function ${name} may do`,
    inlinePolicies: { grants: new PolicyDocument({ statements: statementsOf(name, props.targets, logGroup) }) },
  });
  const options: FunctionOptions = {
    description: `Ban Hanh (${deployment.stage}): ${name}`,
    architecture: Architecture.ARM_64,
    memorySize: props.memoryMb,
    timeout: props.timeout,
    // CDK adds rights of its own to a role that it may change.
    role: role.withoutPolicyUpdates(),
    tracing: Tracing.ACTIVE,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    systemLogLevelV2: SystemLogLevel.INFO,
    environment: {
      NODE_OPTIONS: '--enable-source-maps',
      STAGE: deployment.stage,
      RELEASE: deployment.release,
      TABLE_NAME: data.table.tableName,
      ISSUED_BUCKET: data.issued.bucketName,
      WORK_BUCKET: data.work.bucketName,
      POWERTOOLS_SERVICE_NAME: name,
      POWERTOOLS_METRICS_NAMESPACE: METRICS_NAMESPACE,
      POWERTOOLS_LOG_LEVEL: 'INFO',
      ...props.environment,
    },
    ...(props.reservedConcurrency !== undefined && { reservedConcurrentExecutions: props.reservedConcurrency }),
  };
  const made = props.image
    ? new DockerImageFunction(stack, id, { ...options, ...props.image.options, code: props.image.code })
    : new LambdaFunction(stack, id, {
        ...options,
        runtime: Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: Code.fromAsset(join(deployment.bundles, name)),
      });
  acknowledge(made, { 'Serverless-LambdaDLQ': props.noDeadLetters });
  acknowledgeWildcards(role, name, data);
  return made;
}

/** Under this name CloudWatch has what functions count; powertools adds the dimension `service`. */
export const METRICS_NAMESPACE = 'BanHanh';
