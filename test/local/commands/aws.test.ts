import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCalendar } from '#local/demo/demo-calendar.ts';
import type { Stack } from '#local/target/open-stack.ts';
import { toItem } from '#register/table/dynamo/attributes.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { startTestAws, type TestAws } from '../../support/aws-target.ts';
import { CITY, exampleProfiles } from '../../support/desk.ts';
import { issueLetter } from '../../support/issue-letter.ts';
import { root } from '../run-banhanh.ts';

let aws: TestAws;
let stack: Stack;
beforeAll(async () => {
  aws = await startTestAws();
  stack = await aws.open();
  for (const profile of await exampleProfiles()) {
    const admin = { organ: profile.organId, staffId: 'an-admin', roles: ['admin'] } as const;
    await putProfile(stack.deps, admin, { profile, rev: null });
  }
});
afterAll(async () => {
  await stack.close();
  await aws.stop();
});

const { clock } = createCalendar('2026-06-15T09:00:00+07:00');

const issue = (subject: string) => issueLetter({ ...stack.deps, clock }, subject);

describe('verify and repair over a table and two buckets', () => {
  test('what is issued is found sound, each kind of object in its own bucket', async () => {
    await issue('một');
    const run = await aws.banhanh('verify', ...aws.options);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain('1 văn bản, 1 tệp: không có sai lệch');
    expect(await readdir(join(aws.bucketsDir, aws.place.bucket))).toEqual(['issued']);
    expect(await readdir(join(aws.bucketsDir, aws.place.workBucket))).toEqual(['drafts']);
  });

  test('an issued file that was changed by one byte is a violation with a line of its own', async () => {
    const { row } = await issue('hai');
    const place = join(aws.bucketsDir, aws.place.bucket, `${row.files[0]!.key}._S3rver_object`);
    const bytes = await readFile(place);
    await writeFile(place, Buffer.concat([Buffer.from([bytes[0]! ^ 1]), bytes.subarray(1)]));
    const run = await aws.banhanh('verify', ...aws.options);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain(`I3 ${CITY} ${row.symbol} (${row.docId}): tệp ${row.files[0]!.key} đã bị thay đổi`);
    await writeFile(place, bytes);
  });

  test('a table that is older than its files gets back every number, and its counter', async () => {
    const { row } = await issue('ba');
    // What a restore to a point in time leaves: the files, and a table that never heard of the last number.
    const young = aws.table.client();
    const TableName = aws.place.table;
    for (const PK of [`A#${CITY}#D#${row.docId}`]) {
      const { Items = [] } = await young.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'PK = :pk',
          ExpressionAttributeValues: { ':pk': { S: PK } },
        }),
      );
      for (const { PK: pk, SK } of Items)
        await young.send(new DeleteItemCommand({ TableName, Key: { PK: pk!, SK: SK! } }));
    }
    const series = `A#${CITY}#R#2026#cong-van`;
    await young.send(new DeleteItemCommand({ TableName, Key: { PK: { S: series }, SK: { S: 'N#0000003' } } }));
    const counter = (await stack.items.getMany([{ PK: series, SK: '#C' }]))[0];
    expect(counter).toMatchObject({ seq: 3 });
    await young.send(new PutItemCommand({ TableName, Item: toItem({ ...counter, seq: 2 }) }));

    expect((await aws.banhanh('verify', ...aws.options)).stdout).toContain('tệp không thuộc dòng nào trong sổ');
    const run = await aws.banhanh('repair', ...aws.options);
    expect(run.stdout).toContain('đã trả tệp về đúng văn bản và số');
    expect(run.stdout).toContain('đã nâng bộ đếm theo sổ');
    expect(run).toMatchObject({ status: 0 });
    expect((await stack.deps.register.getNumbered(CITY, row.docId)).row.symbol).toBe(row.symbol);
    expect((await issue('bốn')).row.codeNumber).toBe(4);
  });

  test('find and search read the same table', async () => {
    const found = await aws.banhanh('find', '2', '--year', '2026', '--organ', CITY, ...aws.options);
    expect(found).toMatchObject({ status: 0, stdout: expect.stringContaining('hai') });
    const searched = await aws.banhanh('search', 'bon', '--organ', CITY, ...aws.options);
    expect(searched).toMatchObject({ status: 0, stdout: expect.stringContaining('bốn') });
  });
});

test('the operator adds the profiles of an organ from a file, and changes none that stands', async () => {
  const add = (organ: string) =>
    aws.banhanh('profile', 'add', join(root, 'examples/organs.json'), '--organ', organ, ...aws.options);
  expect(await add(CITY)).toMatchObject({ status: 0, stdout: expect.stringContaining('đã có, để nguyên') });
  expect((await add('khong-co')).stderr).toContain('không có hồ sơ của cơ quan “khong-co”');
  await aws.table.client().send(
    new DeleteItemCommand({
      TableName: aws.place.table,
      Key: { PK: { S: `A#${CITY}#P` }, SK: { S: (await stack.deps.register.listProfiles(CITY)).at(-1)!.validFrom } },
    }),
  );
  expect((await add(CITY)).stdout).toMatch(/: đã thêm\.\n$/);
});

describe('members by the command line', () => {
  test('the operator adds the first admin, changes and ends, and each change says who and when', async () => {
    const add = ['member', 'add', 'qt-01', '--organ', CITY, '--username', 'lan', '--name', 'Nguyễn Thị Lan'];
    const added = await aws.banhanh(...add, '--roles', 'admin', ...aws.options);
    expect(added).toMatchObject({ status: 0, stdout: 'Nguyễn Thị Lan (lan, dong-nai): quản trị.\n' });
    expect((await aws.banhanh(...add, '--roles', 'admin', ...aws.options)).stderr).toContain(
      'Đã có thành viên “qt-01”',
    );
    const other = ['member', 'add', 'qt-02', '--organ', CITY, '--username', 'lan', '--name', 'Hoa', '--roles', 'clerk'];
    expect((await aws.banhanh(...other, ...aws.options)).stderr).toContain('“lan” đang thuộc về người khác');
    await aws.banhanh('member', 'set', 'qt-01', '--organ', CITY, '--roles', 'admin,clerk', ...aws.options);
    const stopped = await aws.banhanh('member', 'stop', 'qt-01', '--organ', CITY, ...aws.options);
    expect(stopped).toMatchObject({ status: 0, stdout: expect.stringContaining('đã thôi') });
    const member = await stack.members.ofLogin('lan');
    expect(member?.changes.map(({ roles, active, by }) => [roles.join(), active, by])).toEqual([
      ['admin', true, 'nguoi-van-hanh'],
      ['admin,clerk', true, 'nguoi-van-hanh'],
      ['admin,clerk', false, 'nguoi-van-hanh'],
    ]);
    const list = await aws.banhanh('member', 'list', '--organ', CITY, ...aws.options);
    expect(list.stdout).toMatch(/^qt-01\tlan\tNguyễn Thị Lan\t-\tđã thôi\t/);
  });
});

describe('what is wrong is told in words', () => {
  const without = (option: string) => aws.options.filter((_, at, all) => all[at] !== option && all[at - 1] !== option);

  test.each([
    ['half of a place', () => without('--work-bucket'), 2, 'thiếu: --work-bucket'],
    ['two places', () => [...aws.options, '--data', 'x'], 2, 'Chỉ chọn một trong hai'],
    ['no such table', () => [...without('--table'), '--table', 'khong-co'], 1, 'Không có bảng “khong-co”'],
    ['no such bucket', () => [...without('--bucket'), '--bucket', 'khong-co'], 1, 'Không có kho tệp “khong-co”'],
  ])('%s', async (_name, options, status, words) => {
    const run = await aws.banhanh('verify', ...options());
    expect(run).toMatchObject({ status, stderr: expect.stringContaining(words) });
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });
});

test('who has no key to AWS is told how to get one', () => {
  const env = { PATH: process.env['PATH'], HOME: '/nonexistent', AWS_EC2_METADATA_DISABLED: 'true' };
  const args = [join(root, 'local/banhanh.js'), 'verify', ...aws.options];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  expect(status).toBe(1);
  expect(stderr).toContain('Chưa có khóa truy cập AWS dùng được');
});

test('the directory of a bucket that is gone is not verified as sound', async () => {
  await rm(join(aws.bucketsDir, aws.place.bucket), { recursive: true });
  const run = await aws.banhanh('verify', ...aws.options);
  expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining('banhanh-issued') });
});
