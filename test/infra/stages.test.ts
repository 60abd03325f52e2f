import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { settingsOf, stageName, stages } from '#infra/stages.ts';
import { UPLOAD_KEPT_SECONDS, UPLOAD_SECONDS } from '#usecases/uploads/upload-ticket.ts';
import { appOf, resourcesOf } from './support/stage.ts';

describe('the table of stages', () => {
  test.each(stageName.options)('says of %s what can be', (stage) => {
    expect(settingsOf(stage)).toEqual(stages[stage]);
  });

  test('locks issued files for good in production alone', () => {
    expect(stageName.options.map((stage) => settingsOf(stage).objectLock.mode)).toEqual([
      'none',
      'governance',
      'compliance',
    ]);
    expect(settingsOf('production').objectLock).toMatchObject({ days: 3_653 });
  });

  test.each(stageName.options)('keeps uploads in %s for as long as they can be named', (stage) => {
    expect(settingsOf(stage).uploadDays * 24 * 60 * 60).toBeGreaterThan(UPLOAD_SECONDS + UPLOAD_KEPT_SECONDS);
  });

  test.each(stageName.options)('names in %s no page over plain HTTP but one’s own machine', (stage) => {
    for (const url of settingsOf(stage).signInReturnsTo) expect(url).toMatch(/^http:\/\/localhost[:/]/);
    expect(settingsOf('production').signInReturnsTo).toEqual([]);
  });
});

describe('the context', () => {
  test('is the stage dev where none is said', () => {
    const { deployment } = appOf(undefined as never);
    expect(deployment).toMatchObject({ stage: 'dev', region: 'ap-southeast-1', release: '1.2.3' });
  });

  test('says region and release', () => {
    const { deployment, stacks } = appOf('staging', { region: 'ap-southeast-5', release: '2.0.0' });
    expect(deployment).toMatchObject({ stage: 'staging', region: 'ap-southeast-5', release: '2.0.0' });
    for (const [part, stack] of Object.entries(stacks))
      expect(stack.region).toBe(part === 'firewall' ? 'us-east-1' : 'ap-southeast-5');
  });

  test('is refused with a region that there is not', () => {
    expect(() => appOf('dev', { region: 'ap-southest-1' })).toThrow(/AWS has no region of this name/);
  });

  test('points every function at a restored table, and keeps the stage’s own as it is', () => {
    const { stacks } = appOf('production', { table: 'register-da-phuc-hoi' });
    const data = Template.fromStack(stacks.data);
    data.hasResource('AWS::DynamoDB::GlobalTable', { DeletionPolicy: 'Retain' });
    for (const stack of [stacks.api, stacks.jobs, stacks.pdf!]) {
      const template = Template.fromStack(stack);
      for (const { Properties } of Object.values(resourcesOf(template, 'AWS::Lambda::Function')))
        expect(Properties?.['Environment'].Variables.TABLE_NAME).toBe('register-da-phuc-hoi');
      const text = JSON.stringify(template.toJSON());
      expect(text).toContain(':table/register-da-phuc-hoi');
      expect(text).not.toMatch(/ImportValue":"banhanh-production-data:[^"]*Register/);
    }
    // Still exported, or the stack of data could not be deployed before the others.
    expect(JSON.stringify(data.toJSON()['Outputs'])).toMatch(/"Name":"banhanh-production-data:[^"]*Register[^"]*Arn/);
  });

  test('without PDF copies takes no Docker, and leaves nobody a queue of them', () => {
    const { stacks } = appOf('production', { pdf: 'off' });
    expect(stacks).not.toHaveProperty('pdf');
    const api = JSON.stringify(Template.fromStack(stacks.api).toJSON());
    expect(api).not.toContain('PdfQueue');
    expect(api).not.toContain('PDF_QUEUE_URL');
    expect(JSON.stringify(Template.fromStack(stacks.watch).toJSON())).not.toMatch(/Pdf/);
    Template.fromStack(stacks.data).hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      NotificationConfiguration: { QueueConfigurations: Match.absent() },
    });
  });

  test('is refused with a stage that there is not', () => {
    expect(() => appOf('prod' as never)).toThrow(/stage/);
  });
});
