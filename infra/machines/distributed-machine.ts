import { Arn, ArnFormat, Aws } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { acknowledge } from '../acknowledge.ts';
import type { OurStack } from '../our-stack.ts';

/** A standard machine with a distributed map in it. */
export interface MachineProps {
  /** The last part of its name: `banhanh-<stage>-<name>`. */
  readonly name: string;
  /** Purpose of its role, as the account's list of roles shows it. */
  readonly purpose: string;
  /** In the Amazon States Language. */
  readonly definition: object;
  /** Functions that it may call. */
  readonly calls: readonly IFunction[];
}

/**
 * Makes a machine that starts children of its own. Its name is fixed, because a distributed map starts executions of its own machine
 * and the role that allows it must stand before the machine does.
 */
export function distributedMachine(stack: OurStack, id: string, props: MachineProps): StateMachine {
  const name = `banhanh-${stack.deployment.stage}-${props.name}`;
  const executionArns = executionsOf(stack, name);
  const logGroup = new LogGroup(stack, `${id}Log`, {
    // Step Functions shortens what it says of the group in its resource policy only under this prefix.
    logGroupName: `/aws/vendedlogs/states/${name}`,
    retention: stack.deployment.settings.logDays,
    removalPolicy: stack.leftovers,
  });
  const role = machineRole(stack, id, { ...props, name, executionArns });
  return new StateMachine(stack, id, {
    stateMachineName: name,
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(stack.toJsonString(props.definition)),
    role: role.withoutPolicyUpdates(),
    // What the rows hold is no secret of the log, but names of organs and codes of units need not be in it.
    logs: { destination: logGroup, level: LogLevel.ALL, includeExecutionData: false },
    tracingEnabled: true,
    removalPolicy: stack.leftovers,
  });
}

const arnOf = (stack: OurStack, resource: string, resourceName: string) =>
  Arn.format({ service: 'states', resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME }, stack);

/** Executions of the machine, as AWS asks for them, and of the children that the map starts in its name. */
function executionsOf(stack: OurStack, name: string): string[] {
  return [
    arnOf(stack, 'execution', `${name}:*`),
    arnOf(stack, 'execution', `${name}/*`),
    arnOf(stack, 'express', `${name}/*`),
  ];
}

function machineRole(
  stack: OurStack,
  id: string,
  { name, purpose, calls, executionArns }: MachineProps & { readonly executionArns: readonly string[] },
): Role {
  const role = new Role(stack, `${id}Role`, {
    assumedBy: new ServicePrincipal('states.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    description: `Ban Hanh (${stack.deployment.stage}): ${purpose}`,
    inlinePolicies: {
      grants: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['lambda:InvokeFunction'],
            resources: calls.map(({ functionArn }) => functionArn),
          }),
          new PolicyStatement({ actions: ['states:StartExecution'], resources: [arnOf(stack, 'stateMachine', name)] }),
          new PolicyStatement({
            actions: ['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'],
            resources: [...executionArns],
          }),
          new PolicyStatement({ actions: [...LOG_DELIVERY], resources: ['*'] }),
          new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }),
          new PolicyStatement({ actions: ['xray:GetSamplingRules', 'xray:GetSamplingTargets'], resources: ['*'] }),
        ],
      }),
    },
  });
  // As cdk-nag writes an ARN down.
  const named = (arn: string) => arn.replace(stack.account, '<AWS::AccountId>').replace(Aws.PARTITION, 'aws');
  const executions =
    'The role must stand before the machine, and executions have names that are given when they start.';
  acknowledge(role, {
    'AwsSolutions-IAM5[Resource::*]':
      'X-Ray has no resources to name, and the delivery of logs none that exist before.',
    ...Object.fromEntries(executionArns.map((arn) => [`AwsSolutions-IAM5[Resource::${named(arn)}]`, executions])),
  });
  return role;
}

/** Actions that Step Functions needs in the role that lets it write a log. */
const LOG_DELIVERY = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
] as const;
