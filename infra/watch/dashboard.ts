import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { OurStack } from '../our-stack.ts';
import { ours, tableThrottles } from './metrics.ts';
import type { Watched } from './watched.ts';

const period = Duration.minutes(5);
const { SUM, MAXIMUM } = Stats;

/** One page: what is wrong now, what people notice, numbers on their way, the machinery below. */
export function dashboard(stack: OurStack, watched: Watched, alarms: Alarm[]): Dashboard {
  const { stage, region } = stack.deployment;
  const { api, table, fanOut, issueQueue, pdfQueue, functions } = watched;
  const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: 12, height: 6 });
  const perFunction = (name: 'metricErrors' | 'metricThrottles' | 'metricInvocations') =>
    Object.entries(functions).map(([label, one]) => one[name]({ period, statistic: SUM, label }));
  const tableSum = (metricName: string, label: string) =>
    table.metric(metricName, { dimensionsMap: { TableName: table.tableName }, period, statistic: SUM, label });
  const percentile = (of: number) => api.metricLatency({ period, statistic: Stats.percentile(of), label: `p${of}` });
  const waiting = (queue: typeof issueQueue, label: string) =>
    queue.metricApproximateNumberOfMessagesVisible({ period, statistic: MAXIMUM, label });
  const count = (name: string, service: Parameters<typeof ours>[1], statistic: string = SUM) =>
    ours(name, service, { period, statistic });
  return new Dashboard(stack, 'Dashboard', {
    // Names of dashboards are those of the account, not of a region.
    dashboardName: `banhanh-${stage}-${region}`,
    defaultInterval: Duration.hours(12),
    widgets: [
      [
        new TextWidget({
          markdown: `# Ban Hành (${stage})\nViệc phải làm khi có cảnh báo: docs/van-hanh.md`,
          width: 24,
          height: 2,
        }),
      ],
      [new AlarmStatusWidget({ title: 'Cảnh báo', alarms, width: 24, height: 4 })],
      [
        graph('Yêu cầu và lỗi', [
          api.metricCount({ period }),
          api.metricClientError({ period }),
          api.metricServerError({ period }),
        ]),
        graph('Thời gian trả lời (ms)', [percentile(50), percentile(90), percentile(99)]),
      ],
      [
        graph(
          'Đã cấp số, chưa có tệp',
          [count('NumberedWaiting', 'sweep', MAXIMUM), waiting(issueQueue, 'Hàng đợi ban hành')],
          [count('NumberedOldestSeconds', 'sweep', MAXIMUM)],
        ),
        graph('Xung đột khi cấp số', [
          count('SeriesConflict', 'api'),
          tableSum('TransactionConflict', 'Giao dịch gặp nhau'),
        ]),
      ],
      [
        graph('Toàn vẹn', [
          count('IntegrityMismatch', 'api'),
          count('IntegrityMismatch', 'verify'),
          count('Breaches', 'verify'),
          count('VerifyHeartbeat', 'verify'),
          count('Breaches', 'heads'),
          count('HeadsHeartbeat', 'heads'),
        ]),
        ...(pdfQueue ? [graph('PDF', [waiting(pdfQueue, 'Hàng đợi PDF'), count('PdfFailed', 'make-pdf')])] : []),
      ],
      [
        graph('Giao kế hoạch cho đơn vị', [
          fanOut.metricStarted({ period }),
          fanOut.metricSucceeded({ period }),
          fanOut.metricFailed({ period }),
          count('FanOutFailed', 'fan-out-batch'),
        ]),
        graph('Bảng dữ liệu: bị từ chối', tableThrottles(watched, period)),
      ],
      [graph('Hàm: số lần gọi', perFunction('metricInvocations')), graph('Hàm: lỗi', perFunction('metricErrors'))],
      [
        graph('Hàm: bị từ chối', perFunction('metricThrottles')),
        graph('Bảng dữ liệu: đơn vị đọc, ghi', [
          tableSum('ConsumedReadCapacityUnits', 'Đọc'),
          tableSum('ConsumedWriteCapacityUnits', 'Ghi'),
        ]),
      ],
    ],
  });
}
