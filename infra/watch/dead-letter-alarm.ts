import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { AlarmRow } from './put-up-alarm.ts';

/** Of messages that nobody could handle: from the first on. `id` is what its reader calls the queue. */
export function deadLetterAlarm(id: string, queue: Queue): AlarmRow {
  return {
    id: `DeadLetters${id}`,
    says: `Có việc không ai làm được nằm trong hàng đợi ${id}. Đọc thư, sửa nguyên nhân, rồi chuyển lại hàng đợi (redrive).`,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: Stats.MAXIMUM }),
    from: 1,
  };
}
