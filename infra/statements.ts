import { Stack } from 'aws-cdk-lib';
import { type Conditions, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { z } from 'zod';
import { tableShape } from '#register/table/table-shape.ts';
import { acknowledge } from './acknowledge.ts';
import { type FunctionName, type Grant, grants, type ItemKind, itemKeys } from './grants.ts';
import type { Targets } from './targets.ts';

/** The statements of a function's role: its rows of `grants`, the keys that they need, its log and its trace. */
export function statementsOf(name: FunctionName, targets: Targets, log: ILogGroup): PolicyStatement[] {
  const rows = grants[name].filter(({ on }) => on !== 'pdf-queue' || targets.pdfQueue !== 'none');
  return [
    ...rows.flatMap((grant) => statementsFor(grant, targets)).map((said) => new PolicyStatement(said)),
    ...tableKey(rows, targets),
    ...objectKey(rows, targets),
    new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [log.logGroupArn],
    }),
    // X-Ray has no resources to name.
    new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }),
  ];
}

/** Says of a function's role why cdk-nag finds stars in it: keys of files are made when they are put. */
export function acknowledgeWildcards(role: Role, name: FunctionName, { issued, work }: Targets['data']): void {
  const tracing = 'X-Ray has no resources to name.';
  acknowledge(role, { 'AwsSolutions-IAM5[Resource::*]': tracing, 'Serverless-LambdaStarPermissions': tracing });
  for (const grant of grants[name]) {
    if (!('objects' in grant)) continue;
    const bucket = importName(grant.on === 'issued' || grant.on === 'heads' ? issued : work);
    acknowledge(role, {
      [`AwsSolutions-IAM5[Resource::${bucket}/${grant.on}/*]`]: `Files of ${grant.on}/ have keys that are made of server ids.`,
    });
  }
}

/** Under which name the stack of a bucket exports it: what cdk-nag finds in a statement of another stack. */
function importName({ bucketArn, stack }: Bucket): string {
  const exported: unknown = stack.resolve(stack.exportValue(bucketArn));
  return z.object({ 'Fn::ImportValue': z.string() }).parse(exported)['Fn::ImportValue'];
}

const CHECK = 'dynamodb:ConditionCheckItem';

interface Said {
  readonly actions: string[];
  readonly resources: string[];
  readonly conditions?: Conditions;
}

function statementsFor(grant: Grant, targets: Targets): Said[] {
  const { table, issued, work } = targets.data;
  switch (grant.on) {
    case 'table': {
      const resources = [table.tableArn];
      if ('read' in grant) {
        const actions = grant.read.map((action) => `dynamodb:${action}`);
        return [{ actions, resources, ...(grant.of !== 'all' && { conditions: onlyItems(grant.of) }) }];
      }
      const actions = grant.inTransaction.map((action) => `dynamodb:${action}`);
      const writes = actions.filter((action) => action !== CHECK);
      const kinds = onlyItems(grant.of);
      const inTransaction = { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } };
      return [
        { actions: writes, resources, conditions: { ...inTransaction, ...kinds } },
        // AWS names no enclosing operation for a check, which there is in transactions alone and which changes nothing.
        ...(actions.includes(CHECK) ? [{ actions: [CHECK], resources, conditions: kinds }] : []),
      ];
    }
    case 'index': {
      const { name } = tableShape.indexes[grant.index];
      // The keys of an index are none that AWS says it compares with `LeadingKeys`.
      return [{ actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/${name}`] }];
    }
    case 'issued':
    case 'heads':
      return [{ actions: objectActions(grant), resources: [issued.arnForObjects(`${grant.on}/*`)] }];
    case 'drafts':
    case 'uploads':
    case 'exports':
      return [{ actions: objectActions(grant), resources: [work.arnForObjects(`${grant.on}/*`)] }];
    case 'issued-bucket':
      return [{ actions: ['s3:ListBucket'], resources: [issued.bucketArn] }];
    case 'work-bucket':
      return [{ actions: ['s3:ListBucket'], resources: [work.bucketArn] }];
    case 'fan-out':
      return [{ actions: ['states:StartExecution'], resources: [needed(targets.fanOutArn, grant.on)] }];
    case 'mail': {
      const { from, identityArn } = needed(targets.mail, grant.on);
      const conditions = { StringEquals: { 'ses:FromAddress': from } };
      return [{ actions: ['ses:SendEmail'], resources: [identityArn], conditions }];
    }
    case 'issue-queue':
      return [queueStatement(grant, needed(targets.issueQueue, grant.on).queueArn)];
    case 'pdf-queue':
      return [queueStatement(grant, neededQueue(targets.pdfQueue, grant.on).queueArn)];
    case 'lost-events':
      return [queueStatement(grant, needed(targets.lostEvents, grant.on).queueArn)];
  }
}

function queueStatement({ queue }: { readonly queue: 'send' | 'consume' }, queueArn: string): Said {
  const consume = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'];
  return { actions: queue === 'send' ? ['sqs:SendMessage'] : consume, resources: [queueArn] };
}

function objectActions({ objects }: { readonly objects: readonly string[] }): string[] {
  return objects.map((action) => `s3:${action}`);
}

/**
 * Items whose partition keys are of these kinds. Where a kind ends in a letter, a key that only ends like it is of another kind:
 * `A#x#U` is the members of x, `A#x#D#U` a document. `Null`: a request without any key is none of these.
 */
function onlyItems(kinds: readonly ItemKind[]): Conditions {
  const keys = kinds.map((kind) => itemKeys[kind]);
  const closed = keys.filter((key) => /[A-Z]$/.test(key)).map((key) => key.replace('A#*#', 'A#*#*#'));
  return {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
    ...(closed.length > 0 && { 'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': closed } }),
    Null: { 'dynamodb:LeadingKeys': 'false' },
  };
}

/** DynamoDB asks for the table's key in the name of who reads or writes. */
function tableKey(rows: readonly Grant[], { data }: Targets): PolicyStatement[] {
  const onTable = rows.filter(({ on }) => on === 'table' || on === 'index');
  if (onTable.length === 0) return [];
  const writes = onTable.some((grant) => 'inTransaction' in grant);
  const read = ['kms:Decrypt', 'kms:DescribeKey'];
  const write = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];
  return [through('dynamodb', data, writes ? [...read, ...write] : read)];
}

function objectKey(rows: readonly Grant[], { data }: Targets): PolicyStatement[] {
  const actions = new Set(rows.flatMap((grant) => ('objects' in grant ? grant.objects : [])));
  if (actions.size === 0) return [];
  return [through('s3', data, actions.has('PutObject') ? ['kms:Decrypt', 'kms:GenerateDataKey'] : ['kms:Decrypt'])];
}

/** The key, and only when this service asks. */
function through(service: string, { key }: Targets['data'], actions: string[]): PolicyStatement {
  const { region } = Stack.of(key);
  const conditions = { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } };
  return new PolicyStatement({ actions, resources: [key.keyArn], conditions });
}

function neededQueue(queue: Targets['pdfQueue'], name: string): Queue {
  return needed(queue === 'none' ? undefined : queue, name);
}

function needed<T>(target: T | undefined, name: string): T {
  if (target === undefined) throw new Error(`A function is granted ${name}, but its stack was given none.`);
  return target;
}
