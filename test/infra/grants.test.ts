import type { Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Stacks } from '#infra/build-app.ts';
import { grants, itemKeys } from '#infra/grants.ts';
import { linesOf, type Right, rightsOf, strayPolicies } from './support/policies.ts';
import { resourcesOf, templatesOf } from './support/stage.ts';

const READ_TABLE_KEY = 'kms: Decrypt DescribeKey | DataKey | through dynamodb';
const WRITE_TABLE_KEY =
  'kms: Decrypt DescribeKey Encrypt GenerateDataKey ReEncryptFrom ReEncryptTo | DataKey | through dynamodb';
const READ_FILE_KEY = 'kms: Decrypt | DataKey | through s3';
const WRITE_FILE_KEY = 'kms: Decrypt GenerateDataKey | DataKey | through s3';
const TRACE = 'xray: PutTelemetryRecords PutTraceSegments | *';
const logOf = (name: string) => `logs: CreateLogStream PutLogEvents | ${name}Log`;

/** Function × action × resource × condition, written down by hand: what anyone changes here, someone has thought about. */
const EXPECTED: Record<string, readonly string[]> = {
  Api: [
    // No enclosing operation with a check, no leading keys with an index: AWS documents neither, and they could refuse what is needed.
    'dynamodb: BatchGetItem ConditionCheckItem GetItem Query | Register | A#*#R#* A#*#D#* A#*#T#* A#*#F#*; keys',
    'dynamodb: BatchGetItem GetItem Query | Register | A#*#P NAME#* A#*#U LOGIN#* A#*#O A#*#L; not A#*#*#P A#*#*#U A#*#*#O A#*#*#L; keys',
    'dynamodb: ConditionCheckItem | Register | A#*#P NAME#* A#*#U LOGIN#* A#*#O A#*#L TOLD#*; not A#*#*#P A#*#*#U A#*#*#O A#*#*#L; keys',
    'dynamodb: Query | Register/index/by-date',
    'dynamodb: Query | Register/index/by-state',
    'dynamodb: Query | Register/index/by-symbol',
    'dynamodb: PutItem UpdateItem | Register | in TransactWriteItems; A#*#R#* A#*#D#* A#*#T#* A#*#F#*; keys',
    'dynamodb: PutItem | Register | in TransactWriteItems; A#*#P NAME#* A#*#U LOGIN#* A#*#O A#*#L TOLD#*; not A#*#*#P A#*#*#U A#*#*#O A#*#*#L; keys',
    's3: GetObject GetObjectVersion PutObject | IssuedFiles/issued/*',
    's3: GetObject | IssuedFiles/heads/*',
    's3: GetObject PutObject | WorkFiles/drafts/*',
    's3: GetObject PutObject | WorkFiles/uploads/*',
    's3: GetObject GetObjectVersion PutObject | WorkFiles/exports/*',
    's3: ListBucket | IssuedFiles',
    's3: ListBucket | WorkFiles',
    'sqs: SendMessage | PdfQueue',
    'states: StartExecution | FanOut',
    WRITE_TABLE_KEY,
    WRITE_FILE_KEY,
    logOf('Api'),
    TRACE,
  ],
  PreToken: [
    'dynamodb: GetItem | Register | A#*#U LOGIN#*; not A#*#*#U; keys',
    READ_TABLE_KEY,
    logOf('PreToken'),
    TRACE,
  ],
  Sweep: [
    'dynamodb: Query | Register/index/outbox',
    'dynamodb: BatchGetItem | Register | A#*#F#*; keys',
    'sqs: SendMessage | IssueQueue',
    'sqs: SendMessage | LostEvents',
    'states: StartExecution | FanOut',
    READ_TABLE_KEY,
    logOf('Sweep'),
    TRACE,
  ],
  FinishIssue: [
    'dynamodb: GetItem | Register | A#*#R#* A#*#D#*; keys',
    'dynamodb: PutItem UpdateItem | Register | in TransactWriteItems; A#*#R#* A#*#D#* A#*#T#*; keys',
    's3: GetObject PutObject | IssuedFiles/issued/*',
    's3: GetObject | WorkFiles/drafts/*',
    'sqs: ChangeMessageVisibility DeleteMessage GetQueueAttributes ReceiveMessage | IssueQueue',
    WRITE_TABLE_KEY,
    WRITE_FILE_KEY,
    logOf('FinishIssue'),
    TRACE,
  ],
  FanOutUnits: [
    'dynamodb: GetItem Query | Register | A#*#F#*; keys',
    'dynamodb: UpdateItem | Register | in TransactWriteItems; A#*#F#*; keys',
    WRITE_TABLE_KEY,
    logOf('FanOutUnits'),
    TRACE,
  ],
  FanOutBatch: [
    'dynamodb: BatchGetItem GetItem Query | Register | A#*#F#* A#*#D#*; keys',
    'dynamodb: Query | Register | A#*#P; not A#*#*#P; keys',
    'dynamodb: BatchGetItem | Register | A#*#L; not A#*#*#L; keys',
    'dynamodb: PutItem UpdateItem | Register | in TransactWriteItems; A#*#F#* A#*#D#*; keys',
    'dynamodb: PutItem | Register | in TransactWriteItems; A#*#P NAME#* A#*#L; not A#*#*#P A#*#*#L; keys',
    's3: GetObject PutObject | WorkFiles/drafts/*',
    WRITE_TABLE_KEY,
    WRITE_FILE_KEY,
    logOf('FanOutBatch'),
    TRACE,
  ],
  Verify: [
    'dynamodb: BatchGetItem GetItem Query Scan | Register',
    's3: GetObject GetObjectVersion | IssuedFiles/issued/*',
    's3: GetObject | WorkFiles/drafts/*',
    's3: ListBucket | IssuedFiles',
    's3: ListBucket | WorkFiles',
    'sqs: SendMessage | LostEvents',
    READ_TABLE_KEY,
    READ_FILE_KEY,
    logOf('Verify'),
    TRACE,
  ],
  MakePdf: [
    'dynamodb: GetItem | Register | A#*#R#* A#*#D#*; keys',
    's3: GetObject GetObjectVersion | IssuedFiles/issued/*',
    's3: GetObject PutObject | WorkFiles/exports/*',
    's3: ListBucket | IssuedFiles',
    's3: ListBucket | WorkFiles',
    'sqs: ChangeMessageVisibility DeleteMessage GetQueueAttributes ReceiveMessage | PdfQueue',
    READ_TABLE_KEY,
    WRITE_FILE_KEY,
    logOf('MakePdf'),
    TRACE,
  ],
  Tell: [
    'dynamodb: BatchGetItem GetItem Query | Register | A#*#D#* A#*#U A#*#O TOLD#*; not A#*#*#U A#*#*#O; keys',
    'dynamodb: PutItem | Register | in TransactWriteItems; A#*#O; not A#*#*#O; keys',
    'dynamodb: Query | Register/index/by-state',
    's3: GetObject | WorkFiles/drafts/*',
    's3: ListBucket | WorkFiles',
    'ses: SendEmail | arn:aws:ses:ap-southeast-1:AWS::AccountId:identity/example.gov.vn | StringEquals ses:FromAddress ban-hanh@example.gov.vn',
    'sqs: SendMessage | LostEvents',
    WRITE_TABLE_KEY,
    READ_FILE_KEY,
    logOf('Tell'),
    TRACE,
  ],
  Heads: [
    'dynamodb: BatchGetItem GetItem Query Scan | Register',
    's3: GetObject PutObject | IssuedFiles/heads/*',
    's3: ListBucket | IssuedFiles',
    'sqs: SendMessage | LostEvents',
    READ_TABLE_KEY,
    WRITE_FILE_KEY,
    logOf('Heads'),
    TRACE,
  ],
  Reindex: [
    'dynamodb: BatchGetItem GetItem Query Scan | Register',
    'dynamodb: PutItem UpdateItem | Register | in TransactWriteItems; A#*#R#* A#*#T#*; keys',
    'dynamodb: PutItem | Register | in TransactWriteItems; A#*#L; not A#*#*#L; keys',
    's3: GetObject | WorkFiles/drafts/*',
    's3: ListBucket | WorkFiles',
    'sqs: SendMessage | LostEvents',
    WRITE_TABLE_KEY,
    READ_FILE_KEY,
    logOf('Reindex'),
    TRACE,
  ],
  ClearDrafts: [
    'dynamodb: GetItem Query | Register | A#*#D#* A#*#F#*; keys',
    's3: GetObject PutObjectVersionTagging | WorkFiles/drafts/*',
    's3: ListBucket | WorkFiles',
    'sqs: SendMessage | LostEvents',
    READ_TABLE_KEY,
    READ_FILE_KEY,
    logOf('ClearDrafts'),
    TRACE,
  ],
  EveryMorning: ['lambda: InvokeFunction | ClearDrafts', 'sqs: SendMessage | LostEvents'],
  EveryDay: ['states: StartExecution | HeadsAll', 'sqs: SendMessage | LostEvents'],
  HeadsAll: [
    'lambda: InvokeFunction | Heads',
    'states: StartExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:stateMachine:banhanh-production-heads',
    'states: DescribeExecution RedriveExecution StopExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:execution:banhanh-production-heads:*',
    'states: DescribeExecution RedriveExecution StopExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:execution:banhanh-production-heads/*',
    'states: DescribeExecution RedriveExecution StopExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:express:banhanh-production-heads/*',
    'logs: CreateLogDelivery DeleteLogDelivery DescribeLogGroups DescribeResourcePolicies GetLogDelivery ListLogDeliveries PutResourcePolicy UpdateLogDelivery | *',
    'xray: GetSamplingRules GetSamplingTargets PutTelemetryRecords PutTraceSegments | *',
  ],
  ReindexAll: [
    'lambda: InvokeFunction | Reindex',
    'states: StartExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:stateMachine:banhanh-production-reindex',
    'states: DescribeExecution RedriveExecution StopExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:execution:banhanh-production-reindex:*',
    'states: DescribeExecution RedriveExecution StopExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:execution:banhanh-production-reindex/*',
    'states: DescribeExecution RedriveExecution StopExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:express:banhanh-production-reindex/*',
    'logs: CreateLogDelivery DeleteLogDelivery DescribeLogGroups DescribeResourcePolicies GetLogDelivery ListLogDeliveries PutResourcePolicy UpdateLogDelivery | *',
    'xray: GetSamplingRules GetSamplingTargets PutTelemetryRecords PutTraceSegments | *',
  ],
  EveryFiveMinutes: ['lambda: InvokeFunction | Tell', 'sqs: SendMessage | LostEvents'],
  EveryMinute: ['lambda: InvokeFunction | Sweep', 'sqs: SendMessage | LostEvents'],
  EveryNight: ['states: StartExecution | VerifyAll', 'sqs: SendMessage | LostEvents'],
  FanOut: [
    'lambda: InvokeFunction | FanOutUnits',
    'lambda: InvokeFunction | FanOutBatch',
    'states: StartExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:stateMachine:banhanh-production-fan-out',
    'states: DescribeExecution RedriveExecution StopExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:execution:banhanh-production-fan-out:*',
    'states: DescribeExecution RedriveExecution StopExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:execution:banhanh-production-fan-out/*',
    'states: DescribeExecution RedriveExecution StopExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:express:banhanh-production-fan-out/*',
    'logs: CreateLogDelivery DeleteLogDelivery DescribeLogGroups DescribeResourcePolicies GetLogDelivery ListLogDeliveries PutResourcePolicy UpdateLogDelivery | *',
    'xray: GetSamplingRules GetSamplingTargets PutTelemetryRecords PutTraceSegments | *',
  ],
  VerifyAll: [
    'lambda: InvokeFunction | Verify',
    'states: StartExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:stateMachine:banhanh-production-verify',
    'states: DescribeExecution RedriveExecution StopExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:execution:banhanh-production-verify:*',
    'states: DescribeExecution RedriveExecution StopExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:execution:banhanh-production-verify/*',
    'states: DescribeExecution RedriveExecution StopExecution | arn:aws:states:ap-southeast-1:AWS::AccountId:express:banhanh-production-verify/*',
    'logs: CreateLogDelivery DeleteLogDelivery DescribeLogGroups DescribeResourcePolicies GetLogDelivery ListLogDeliveries PutResourcePolicy UpdateLogDelivery | *',
    'xray: GetSamplingRules GetSamplingTargets PutTelemetryRecords PutTraceSegments | *',
  ],
  BackupFailed: ['sns: Publish | Alarms', 'kms: Decrypt GenerateDataKey | AlarmKey'],
  GuardTouched: ['sns: Publish | Alarms', 'kms: Decrypt GenerateDataKey | AlarmKey'],
  // AWS's own policies for its own service; see infra/backup/backup-stack.ts.
  Backup: [],
};

let templates: Record<keyof Stacks, Template>;
let rights: Record<string, Right[]>;
beforeAll(() => {
  templates = templatesOf('production', { mailFrom: 'ban-hanh@example.gov.vn' });
  rights = Object.fromEntries(
    Object.values(templates).flatMap((template) =>
      Object.keys(resourcesOf(template, 'AWS::IAM::Role')).map((id) => [
        id.replace(/Role[0-9A-F]{8}$/, ''),
        rightsOf(template, id),
      ]),
    ),
  );
});

const ofFunctions = () => Object.entries(rights).filter(([name]) => isFunction(name));
const isFunction = (name: string) => Object.keys(grants).some((one) => one.replaceAll('-', '') === name.toLowerCase());

test('there are these roles and no others, and no right stands anywhere else', () => {
  expect(Object.keys(rights).sort()).toEqual(Object.keys(EXPECTED).sort());
  expect(ofFunctions()).toHaveLength(12);
  expect(Object.values(templates).flatMap(strayPolicies)).toEqual([]);
});

test.each(Object.keys(EXPECTED))('%s may do this and nothing else', (name) => {
  expect(linesOf(rights[name] ?? [])).toEqual([...(EXPECTED[name] ?? [])].sort());
});

describe('no function', () => {
  test('deletes anything but a message that it has handled', () => {
    const deletes = ofFunctions().flatMap(([, all]) => all.filter(({ action }) => /delete|remove|purge/i.test(action)));
    expect(new Set(deletes.map(({ action }) => action))).toEqual(new Set(['sqs:DeleteMessage']));
  });

  test('writes to the register outside a transaction, in batches, or in PartiQL', () => {
    const reads = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'ConditionCheckItem'].map((name) => `dynamodb:${name}`);
    const writes = ofFunctions().flatMap(([, all]) =>
      all.filter(({ action }) => action.startsWith('dynamodb:') && !reads.includes(action)),
    );
    expect(new Set(writes.map(({ action }) => action))).toEqual(new Set(['dynamodb:PutItem', 'dynamodb:UpdateItem']));
    for (const { when } of writes) expect(when).toMatch(/^in TransactWriteItems; .+; keys$/);
  });

  test('shortens, lifts or grants a lock of an issued file, or reads another’s', () => {
    const onFiles = ofFunctions().flatMap(([, all]) => all.filter(({ action }) => action.startsWith('s3:')));
    expect(new Set(onFiles.map(({ action }) => action))).toEqual(
      new Set(['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject', 's3:PutObjectVersionTagging', 's3:ListBucket']),
    );
  });

  test('goes through the whole table but verify, heads and reindex', () => {
    const all = ofFunctions().filter(([, one]) => one.some(({ action }) => action === 'dynamodb:Scan'));
    expect(all.map(([name]) => name).sort()).toEqual(['Heads', 'Reindex', 'Verify']);
  });

  test('has a star in an action, or as a resource but for traces', () => {
    for (const { action, resource } of ofFunctions().flatMap(([, all]) => all)) {
      expect(action).not.toContain('*');
      if (resource === '*') expect(action).toMatch(/^xray:/);
    }
  });
});

test('the kinds of items are told apart: no key of one matches the pattern of another, but where notLike says so', () => {
  const keys: Record<string, string> = {
    series: 'A#phuong-x#R#2026#van-ban',
    documents: 'A#phuong-x#D#0197-a',
    words: 'A#phuong-x#T#cai-cach',
    fanOuts: 'A#phuong-x#F#dot-1',
    organNames: 'NAME#cai-cach',
    logins: 'LOGIN#nguyen.van.an',
    profiles: 'A#phuong-x#P',
    members: 'A#phuong-x#U',
  };
  const like = (pattern: string) => new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
  for (const [kind, key] of Object.entries(keys)) {
    const matching = Object.keys(keys).filter((other) => like(itemKeys[other as keyof typeof itemKeys]).test(key));
    expect(matching).toEqual([kind]);
  }
});
