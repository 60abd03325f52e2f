import { TimeZone } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-applicationautoscaling';
import type { IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { OurStack } from './our-stack.ts';

/** Keeps copies of the API warm on working days where the stage says so (`warmApi`): the alias to call, otherwise the function. */
export function keptWarm(stack: OurStack, api: LambdaFunction): IFunction {
  const { warmApi } = stack.deployment.settings;
  if (!warmApi) return api;
  const alias = api.addAlias('office');
  const scaling = alias.addAutoScaling({ minCapacity: 0, maxCapacity: warmApi.copies });
  const at = (id: string, hour: number, copies: number) =>
    scaling.scaleOnSchedule(id, {
      schedule: Schedule.cron({ weekDay: 'MON-FRI', hour: String(hour), minute: '0' }),
      timeZone: TimeZone.ASIA_HO_CHI_MINH,
      minCapacity: copies,
      maxCapacity: copies,
    });
  at('Morning', warmApi.fromHour, warmApi.copies);
  at('Evening', warmApi.toHour, 0);
  if (!isCallable(alias)) throw new Error('An alias can be called.');
  return alias;
}

/** CDK's types say of an alias that its role may be undefined, and of a function that it may be absent. */
function isCallable(construct: Construct): construct is Construct & IFunction {
  return 'functionArn' in construct;
}
