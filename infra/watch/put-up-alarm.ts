import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { OurStack } from '../our-stack.ts';

/** Condition and text of an alarm. */
export interface AlarmRow {
  readonly id: string;
  /** In Vietnamese: what is wrong, and where to look first. */
  readonly says: string;
  readonly metric: IMetric;
  /** From here on, or below here, it is an alarm. */
  readonly from?: number;
  readonly below?: number;
  /** Periods in a row. */
  readonly periods?: number;
  /** Meaning of silence: nothing happened (the default), or that what should speak is dead. */
  readonly silence?: 'fine' | 'alarm';
}

/** Puts up an alarm, which tells the topic when it begins and when it ends. */
export function putUpAlarm(stack: OurStack, row: AlarmRow, topic: Topic): Alarm {
  const { id, says, metric, from = 1, below, periods = 1, silence = 'fine' } = row;
  const alarm = new Alarm(stack, id, {
    alarmName: `banhanh-${stack.deployment.stage}-${id}`,
    alarmDescription: says,
    metric,
    ...(below === undefined
      ? { comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD, threshold: from }
      : { comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD, threshold: below }),
    evaluationPeriods: periods,
    treatMissingData: silence === 'alarm' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  const action = new SnsAction(topic);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  return alarm;
}
