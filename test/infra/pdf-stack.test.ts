import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Stacks } from '#infra/build-app.ts';
import { resourcesOf, templatesOf } from './support/stage.ts';

let templates: Record<keyof Stacks, Template>;
beforeAll(() => {
  templates = templatesOf('production');
});

describe('PDF copies', () => {
  test('are made by an image for arm64, by so many at once at most', () => {
    templates.pdf.hasResourceProperties('AWS::Lambda::Function', {
      PackageType: 'Image',
      Architectures: ['arm64'],
      Timeout: 120,
      MemorySize: 2_048,
      EphemeralStorage: { Size: 1_024 },
      ReservedConcurrentExecutions: 40,
    });
  });

  test('are asked for by a queue, one at a time; what fails comes again alone', () => {
    templates.pdf.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 40 },
    });
  });

  test('wait until the row names the file, are tried five times, and end where an alarm sees them', () => {
    const queues = Object.entries(resourcesOf(templates.data, 'AWS::SQS::Queue'));
    const [, queue] = queues.find(([id]) => /^PdfQueue(?!DeadLetters)/.test(id)) ?? [];
    expect(queue?.Properties).toMatchObject({
      DelaySeconds: 15,
      VisibilityTimeout: 720,
      SqsManagedSseEnabled: true,
      RedrivePolicy: { maxReceiveCount: 5 },
    });
    templates.watch.hasResourceProperties('AWS::CloudWatch::Alarm', { AlarmName: 'banhanh-production-DeadLettersPdf' });
  });

  test('are no part of what issues: neither the API nor finish-issue waits for them', () => {
    for (const part of ['api', 'jobs'] as const) {
      expect(JSON.stringify(templates[part].toJSON())).not.toContain('MakePdf');
    }
    templates.pdf.resourcePropertiesCountIs('AWS::IAM::Role', Match.objectLike({}), 1);
  });
});
