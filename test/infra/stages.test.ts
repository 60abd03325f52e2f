import { describe, expect, test } from 'vitest';
import { settingsOf, stageName, stages } from '#infra/stages.ts';
import { UPLOAD_KEPT_SECONDS, UPLOAD_SECONDS } from '#usecases/uploads/upload-ticket.ts';
import { appOf } from './support/stage.ts';

describe('the table of stages', () => {
  test.each(stageName.options)('says of %s what can be', (stage) => {
    expect(settingsOf(stage)).toEqual(stages[stage]);
  });

  test('locks issued files for good in production alone', () => {
    expect(stageName.options.map((stage) => settingsOf(stage).objectLock.mode)).toEqual([
      'governance',
      'governance',
      'compliance',
    ]);
    expect(settingsOf('production').objectLock.days).toBeGreaterThanOrEqual(10 * 365);
  });

  test.each(stageName.options)('keeps uploads in %s for as long as they can be named', (stage) => {
    expect(settingsOf(stage).uploadDays * 24 * 60 * 60).toBeGreaterThan(UPLOAD_SECONDS + UPLOAD_KEPT_SECONDS);
  });

  test.each(stageName.options)('names in %s no page over plain HTTP but one’s own machine', (stage) => {
    for (const url of settingsOf(stage).signInReturnsTo) expect(url).toMatch(/^(https:|http:\/\/localhost[:/])/);
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
    for (const stack of Object.values(stacks)) expect(stack.region).toBe('ap-southeast-5');
  });

  test('is refused with a stage that there is not', () => {
    expect(() => appOf('prod' as never)).toThrow(/stage/);
  });
});
