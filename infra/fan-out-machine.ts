import { Arn, ArnFormat, Aws } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { acknowledge } from './acknowledge.ts';
import { fanOutDefinition } from './fan-out-definition.ts';
import type { OurStack } from './our-stack.ts';

/**
 * The engine of fan-outs. Its name is fixed, because a Distributed Map starts executions of its own machine and the role that
 * allows it must stand before the machine does.
 */
export function fanOutMachine(
  stack: OurStack,
  { fanOutUnits, localiseUnits }: { fanOutUnits: IFunction; localiseUnits: IFunction },
): StateMachine {
  const { stage, settings } = stack.deployment;
  const name = `banhanh-${stage}-fan-out`;
  const arnOf = (resource: string, resourceName: string) =>
    Arn.format({ service: 'states', resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME }, stack);
  // Of the machine, as AWS asks for it, and of the children that the map starts in its name.
  const executionArns = [
    arnOf('execution', `${name}:*`),
    arnOf('execution', `${name}/*`),
    arnOf('express', `${name}/*`),
  ];
  const logGroup = new LogGroup(stack, 'FanOutLog', {
    // Step Functions shortens what it says of the group in its resource policy only under this prefix.
    logGroupName: `/aws/vendedlogs/states/${name}`,
    retention: settings.logDays,
    removalPolicy: stack.leftovers,
  });
  const role = new Role(stack, 'FanOutRole', {
    assumedBy: new ServicePrincipal('states.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    description: `Ban Hanh (${stage}): what a fan-out may do`,
    inlinePolicies: {
      grants: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['lambda:InvokeFunction'],
            resources: [fanOutUnits.functionArn, localiseUnits.functionArn],
          }),
          new PolicyStatement({ actions: ['states:StartExecution'], resources: [arnOf('stateMachine', name)] }),
          new PolicyStatement({
            actions: ['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'],
            resources: executionArns,
          }),
          new PolicyStatement({ actions: [...LOG_DELIVERY], resources: ['*'] }),
          new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }),
          new PolicyStatement({ actions: ['xray:GetSamplingRules', 'xray:GetSamplingTargets'], resources: ['*'] }),
        ],
      }),
    },
  });
  const machine = new StateMachine(stack, 'FanOut', {
    stateMachineName: name,
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(
      stack.toJsonString(
        fanOutDefinition({
          fanOutUnitsArn: fanOutUnits.functionArn,
          localiseUnitsArn: localiseUnits.functionArn,
          batches: settings.fanOutBatches,
        }),
      ),
    ),
    role: role.withoutPolicyUpdates(),
    // What the rows hold is no secret of the log, but names of organs and codes of units need not be in it.
    logs: { destination: logGroup, level: LogLevel.ALL, includeExecutionData: false },
    tracingEnabled: true,
    removalPolicy: stack.leftovers,
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
  return machine;
}

/** What Step Functions asks of the role that lets it write a log. */
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
