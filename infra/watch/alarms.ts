import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { FunctionName } from '../grants.ts';
import type { StageSettings } from '../stages.ts';
import { deadLetterAlarm } from './dead-letter-alarm.ts';
import { ours, sumOf, tableThrottles } from './metrics.ts';
import type { AlarmRow } from './put-up-alarm.ts';
import type { Watched } from './watched.ts';

const { SUM, MAXIMUM } = Stats;
const minutes = (count: number) => Duration.minutes(count);

/** Functions that run by the clock or by hand, and that nobody waits for. */
const BY_THE_CLOCK: readonly string[] = [
  'sweep',
  'finish-issue',
  'verify',
  'heads',
  'reindex',
  'clear-drafts',
  'tell',
] satisfies FunctionName[];

/** The alarms of a stage. */
export function alarmRows(watched: Watched, { alarms }: StageSettings): AlarmRow[] {
  const { api, fanOut, functions, table } = watched;
  const five = minutes(5);
  const counted = (name: string, service: Parameters<typeof ours>[1]) =>
    ours(name, service, { period: five, statistic: SUM });
  const { 'pre-token': preToken } = functions;
  // An alarm takes ten metrics: each row below looks at half of the functions.
  const isByTheClock = (name: string) => BY_THE_CLOCK.includes(name);
  const of = (isWanted: (name: string) => boolean) =>
    Object.entries(functions).flatMap(([name, one]) => (isWanted(name) ? [one] : []));
  const errorsOf = (all: readonly IFunction[]) => all.map((one) => one.metricErrors({ period: five, statistic: SUM }));
  const throttlesOf = (all: readonly IFunction[]) =>
    all.map((one) => one.metricThrottles({ period: five, statistic: SUM }));
  return [
    {
      id: 'ServerErrors',
      says: 'API trả lời lỗi 5xx nhiều lần trong 5 phút. Xem nhật ký của hàm api theo requestId.',
      metric: api.metricServerError({ period: five, statistic: SUM }),
      from: alarms.serverErrors,
    },
    {
      id: 'SlowAnswers',
      says: 'Cứ 100 yêu cầu thì có yêu cầu chậm quá mức (p99) suốt 15 phút. Xem bảng theo dõi: hàm, bảng dữ liệu, khởi động nguội.',
      metric: api.metricLatency({ period: five, statistic: Stats.percentile(99) }),
      from: alarms.latencyP99Ms,
      periods: 3,
    },
    {
      id: 'FunctionErrors',
      says: 'Có hàm dừng vì lỗi trong 5 phút qua. Bảng theo dõi cho biết hàm nào; nhật ký của hàm có errorId.',
      // pre-token fails for everyone who is no active member: see SignInRefused.
      metric: sumOf('Lỗi của các hàm', errorsOf(of((name) => !isByTheClock(name) && name !== 'pre-token')), five),
      from: 1,
    },
    {
      id: 'UpkeepErrors',
      says: 'Có hàm chạy theo giờ dừng vì lỗi: việc dở dang, kiểm tra, đầu chuỗi nhật ký, từ để tìm. Nhật ký của hàm có errorId; lượt sau tự làm lại.',
      metric: sumOf('Lỗi của các hàm theo giờ', errorsOf(of(isByTheClock)), five),
      from: 1,
    },
    {
      id: 'SignInRefused',
      says: 'Nhiều lần đăng nhập không thành vì không có thành viên đang làm việc mang tên đó, hoặc hàm pre-token hỏng.',
      // It fails for everyone who is no active member: that is its work.
      metric: sumOf(
        'Đăng nhập bị từ chối',
        preToken ? [preToken.metricErrors({ period: five, statistic: SUM })] : [],
        five,
      ),
      from: 10,
      periods: 2,
    },
    {
      id: 'FunctionThrottles',
      says: 'Lambda từ chối chạy hàm vì hết số bản chạy cùng lúc. Xem hạn mức của tài khoản và concurrency của giai đoạn.',
      metric: sumOf('Hàm bị từ chối', throttlesOf(of((name) => !isByTheClock(name))), five),
      from: 1,
      periods: 2,
    },
    {
      id: 'UpkeepThrottles',
      says: 'Lambda từ chối chạy hàm theo giờ vì hết số bản chạy cùng lúc; lượt sau tự làm lại. Xem hạn mức của tài khoản.',
      metric: sumOf('Hàm theo giờ bị từ chối', throttlesOf(of(isByTheClock)), five),
      from: 1,
      periods: 2,
    },
    {
      id: 'TableThrottles',
      says: 'Bảng dữ liệu từ chối yêu cầu vì quá tải. Xem bảng theo dõi: chỉ một hệ thống số hay cả bảng.',
      metric: sumOf('Bảng từ chối', tableThrottles(watched, five), five),
      from: 1,
      periods: 2,
    },
    {
      id: 'Conflicts',
      says: 'Quá nhiều lần cấp số gặp nhau trong một hệ thống số (xung đột giao dịch); số vẫn không trùng, không nhảy, nhưng người dùng phải chờ.',
      metric: new Metric({
        namespace: 'AWS/DynamoDB',
        metricName: 'TransactionConflict',
        dimensionsMap: { TableName: table.tableName },
        period: five,
        statistic: SUM,
      }),
      from: 500,
      periods: 3,
    },
    {
      id: 'SeriesConflicts',
      says: 'Nhiều lần thử cấp số thất bại vì người khác vừa lấy số đó. Xem cơ quan nào đang ban hành hàng loạt.',
      metric: counted('SeriesConflict', 'api'),
      from: 1_000,
      periods: 3,
    },
    {
      id: 'NumberedTooLong',
      says: 'Có văn bản đã cấp số hơn 5 phút mà chưa có tệp, hoặc hàm sweep không chạy. Xem nhật ký của sweep và finish-issue.',
      metric: ours('NumberedOldestSeconds', 'sweep', { period: minutes(1), statistic: MAXIMUM }),
      from: 300,
      periods: 3,
      silence: 'alarm',
    },
    {
      id: 'IntegrityMismatch',
      says: 'Tệp hoặc bản ghi đã lưu không còn như khi lưu. Không phục vụ tệp đó; chạy verify và đối chiếu bản sao lưu.',
      metric: sumOf(
        'Sai khác khi đối chiếu',
        (['api', 'finish-issue', 'verify', 'make-pdf'] as const).map((service) =>
          counted('IntegrityMismatch', service),
        ),
        five,
      ),
      from: 1,
    },
    {
      id: 'Breaches',
      says: 'Kiểm tra hằng đêm thấy điều không còn đúng (I1–I10). Nhật ký của verify, heads nêu từng trường hợp.',
      metric: sumOf('Điều không còn đúng', [counted('Breaches', 'verify'), counted('Breaches', 'heads')], five),
      from: 1,
    },
    {
      id: 'VerifySilent',
      says: 'Đã 26 giờ chưa có lần kiểm tra hằng đêm nào xong. Xem lịch EveryNight và nhật ký của verify.',
      // By hours: silence of a day is an alarm, whenever in the day it began.
      metric: ours('VerifyHeartbeat', 'verify', { period: Duration.hours(1), statistic: SUM }),
      below: 1,
      periods: 26,
      silence: 'alarm',
    },
    {
      id: 'HeadsSilent',
      says: 'Đã 26 giờ chưa ghi xong đầu chuỗi nhật ký vào kho khóa. Xem lịch EveryDay và nhật ký của heads.',
      metric: ours('HeadsHeartbeat', 'heads', { period: Duration.hours(1), statistic: SUM }),
      below: 1,
      periods: 26,
      silence: 'alarm',
    },
    ...(watched.pdfQueue
      ? [
          {
            id: 'PdfFailed',
            says: 'Không tạo được bản PDF; bản .docx đã ban hành không bị ảnh hưởng. Xem nhật ký của make-pdf.',
            metric: counted('PdfFailed', 'make-pdf'),
            from: 1,
          },
        ]
      : []),
    {
      id: 'FanOutFailed',
      says: 'Có đơn vị không tạo được kế hoạch, hoặc có đợt không chạy lại được. Xem tiến độ của đợt và nhật ký.',
      metric: sumOf(
        'Đơn vị không tạo được',
        [counted('FanOutFailed', 'fan-out-batch'), counted('FanOutFailed', 'sweep')],
        five,
      ),
      from: 1,
    },
    ...(functions.tell
      ? [
          {
            id: 'MailFailed',
            says: 'Có thư báo việc không gửi được; lượt sau tự gửi lại. Xem nhật ký của tell và hạn mức, tên miền ở SES.',
            metric: counted('MailFailed', 'tell'),
            from: 1,
            periods: 3,
          },
        ]
      : []),
    {
      id: 'FanOutStopped',
      says: 'Một lần chạy của Step Functions dừng vì lỗi. sweep sẽ chạy lại; nếu lặp lại, xem nhật ký của FanOut.',
      metric: sumOf(
        'Lần chạy dừng vì lỗi',
        [
          fanOut.metricFailed({ period: five }),
          fanOut.metricTimedOut({ period: five }),
          fanOut.metricAborted({ period: five }),
        ],
        five,
      ),
      from: 1,
    },
    ...Object.entries(watched.deadLetters).map(([id, queue]) => deadLetterAlarm(id, queue)),
  ];
}
