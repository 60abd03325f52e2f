import { CfnCondition, CfnParameter, Fn, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import { acknowledge } from '../acknowledge.ts';
import type { OurStack } from '../our-stack.ts';

/**
 * Topic of alarms; its receiver is a parameter that CloudFormation keeps between deployments. To whom is a parameter,
 * which CloudFormation keeps from one deployment to the next: a stage that needs somebody cannot be deployed without.
 */
export function alarmTopic(stack: OurStack): { readonly topic: Topic; readonly key: Key } {
  const { stage, settings } = stack.deployment;
  // CloudWatch cannot use the key that SNS has by itself.
  const key = new Key(stack, 'AlarmKey', {
    description: `Ban Hanh (${stage}): alarms on their way`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  const topic = new Topic(stack, 'Alarms', { displayName: `Ban Hành (${stage})`, masterKey: key, enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsOfThisAccount',
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  const optional = settings.alarmsTo === 'optional';
  const to = new CfnParameter(stack, 'AlarmsTo', {
    description: 'E-mail address that gets every alarm; who reads it confirms once, by a link',
    allowedPattern: optional ? '^$|^[^@\\s]+@[^@\\s]+$' : '^[^@\\s]+@[^@\\s]+$',
    constraintDescription: 'an e-mail address',
    ...(optional && { default: '' }),
  });
  const subscription = new CfnSubscription(stack, 'AlarmsByMail', {
    topicArn: topic.topicArn,
    protocol: 'email',
    endpoint: to.valueAsString,
  });
  subscription.cfnOptions.condition = new CfnCondition(stack, 'HasAlarmsTo', {
    expression: Fn.conditionNot(Fn.conditionEquals(to.valueAsString, '')),
  });
  acknowledge(subscription, {
    'Serverless-SNSRedrivePolicy':
      'A mail that the server does not take is not repeated; the alarm itself stays in CloudWatch.',
  });
  return { topic, key };
}
