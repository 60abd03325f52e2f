import type { IncomingHttpHeaders } from 'node:http';
import type { Need } from './iam.ts';
import type { Json } from './stage.ts';

const LEADING_KEYS = 'dynamodb:LeadingKeys';
const WRITES: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

/** Permissions that a request of the SDK needs, by the names that the templates have for what it is about. */
export function needsOf(
  { method, url, headers }: { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders },
  body: string,
  buckets: Readonly<Record<string, string>>,
): Need[] {
  const [service, operation = ''] = String(headers['x-amz-target'] ?? '').split('.');
  if (service?.startsWith('DynamoDB')) return ofTable(operation, JSON.parse(body));
  if (service === 'AmazonSQS') {
    const resource = /pdf$/.test(JSON.parse(body).QueueUrl) ? 'PdfQueue' : 'IssueQueue';
    return [{ action: 'sqs:SendMessage', resource, context: {} }];
  }
  if (service === 'AWSStepFunctions') return [{ action: `states:${operation}`, resource: 'FanOut', context: {} }];
  return ofObjects(method, new URL(url, 'http://s3'), buckets);
}

function ofTable(operation: string, input: Json): Need[] {
  const need = (
    action: string,
    keys: readonly string[] | undefined,
    more: Need['context'] = {},
    index?: string,
  ): Need => ({
    action: `dynamodb:${action}`,
    resource: index === undefined ? 'Register' : `Register/index/${index}`,
    context: { ...more, ...(keys && { [LEADING_KEYS]: keys }) },
  });
  switch (operation) {
    case 'GetItem':
      return [need(operation, [input.Key.PK.S])];
    case 'BatchGetItem':
      return [
        need(
          operation,
          Object.values<Json>(input.RequestItems).flatMap(({ Keys }) => Keys.map(pkOf)),
        ),
      ];
    case 'Query': {
      const place: string = /= (:\w+)/.exec(input.KeyConditionExpression)?.[1] ?? '';
      return [need(operation, [input.ExpressionAttributeValues[place].S], {}, input.IndexName)];
    }
    case 'Scan':
      return [need(operation, undefined)];
    case 'TransactWriteItems': {
      const writes = input.TransactItems.flatMap((item: Json) => Object.entries<Json>(item));
      // Whether IAM sees the keys of a transaction one by one or together is nowhere written: together asks for more.
      const keys: string[] = writes.map(([, write]: [string, Json]) => pkOf(write.Key ?? write.Item));
      const actions = new Set<string>(writes.map(([kind]: [string, Json]) => WRITES[kind] ?? kind));
      return [...actions].map((action) => need(action, keys, { 'dynamodb:EnclosingOperation': [operation] }));
    }
    default:
      return [need(operation, undefined)];
  }
}

const pkOf = (item: Json): string => item.PK.S;

function ofObjects(method: string, url: URL, buckets: Readonly<Record<string, string>>): Need[] {
  const [, bucket = '', ...key] = decodeURIComponent(url.pathname).split('/');
  const resource = buckets[bucket] ?? bucket;
  if (key.join('/') === '') return [{ action: 's3:ListBucket', resource, context: {} }];
  const version = url.searchParams.has('versionId') ? 'Version' : '';
  const put = url.searchParams.has('tagging') ? `s3:PutObject${version}Tagging` : 's3:PutObject';
  const action = method === 'PUT' ? put : method === 'DELETE' ? 's3:DeleteObject' : `s3:GetObject${version}`;
  return [{ action, resource: `${resource}/${key.join('/')}`, context: {} }];
}
