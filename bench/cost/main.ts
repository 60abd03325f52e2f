import { FIXED, PER_DOCUMENT as ONE, PRICES } from './rates.ts';

// `node bench/cost/main.ts [issued a month] [kept]`: what AWS asks a month, reckoned from the rates beside this file.

const [issued = 10_000, kept = issued * 12] = process.argv.slice(2).map(Number);
if (!(issued > 0 && kept > 0)) throw new Error('node bench/cost/main.ts <issued a month> <documents kept>');

const million = (count: number) => count / 1_000_000;
const tableGb = (kept * ONE.tableKb) / 1_000_000;
const storeGb = (kept * ONE.storeKb) / 1_000_000;
const requests = million(issued * ONE.requests);

/** Items that are paid for: name, amount, USD of one. */
const rows: readonly (readonly [string, number, number])[] = [
  ['HTTP API, triệu yêu cầu', requests, PRICES.httpApiPerMillion],
  ['Lambda, triệu yêu cầu', requests * 1.2, PRICES.lambdaRequestPerMillion],
  ['Lambda, triệu GB-s', million(issued * (ONE.apiGbSeconds + ONE.pdfGbSeconds)), PRICES.lambdaArmPerMillionGbSeconds],
  ['DynamoDB, triệu đơn vị ghi', million(issued * ONE.writeUnits), PRICES.dynamoWritePerMillion],
  ['DynamoDB, triệu đơn vị đọc', million(issued * ONE.readUnits), PRICES.dynamoReadPerMillion],
  ['bảng, GB', tableGb, PRICES.dynamoGbMonth],
  ['khôi phục theo thời điểm, GB', tableGb, PRICES.pointInTimeGbMonth],
  ['bản sao lưu bảng hằng tháng, lạnh, 13 bản, GB', tableGb * 13, PRICES.coldBackupGbMonth],
  ['kho S3, GB', storeGb, PRICES.s3GbMonth],
  ['bản sao lưu kho, GB', storeGb, PRICES.s3BackupGbMonth],
  ['S3, triệu lần ghi', million(issued * ONE.puts), PRICES.s3PutPerMillion],
  ['S3, triệu lần đọc', million(issued * ONE.gets), PRICES.s3GetPerMillion],
  ['CloudFront, GB ra', (issued * ONE.downloadKb) / 1_000_000, PRICES.cloudFrontGb],
  ['X-Ray, triệu vết', requests * 1.2, PRICES.tracesPerMillion],
  ['nhật ký, GB', Math.max(1, (requests * 1.2 * 1.5) / 1), PRICES.logsPerGb],
  ['khóa KMS', FIXED.keys, PRICES.keyMonth],
  ['báo động, tính theo số đo', FIXED.alarmMetrics, PRICES.alarmMetricMonth],
  ['bảng theo dõi', FIXED.dashboards, PRICES.dashboardMonth],
  ['số đo riêng', FIXED.customMetrics, PRICES.customMetricMonth],
  ['bí mật', FIXED.secrets, PRICES.secretMonth],
  ['tường lửa', 1, PRICES.firewallMonth],
  ['tường lửa, triệu yêu cầu', requests, PRICES.firewallPerMillion],
];

const usd = (value: number) => value.toFixed(2).replace('.', ',');
const amount = (value: number) =>
  (value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(4)))).replace('.', ',');
console.log(`${issued} văn bản một tháng, ${kept} văn bản đang giữ\n`);
console.log('| khoản | lượng | đơn giá | USD |\n| --- | ---: | ---: | ---: |');
for (const [name, count, price] of rows)
  console.log(`| ${name} | ${amount(count)} | ${String(price).replace('.', ',')} | ${usd(count * price)} |`);
console.log(`| **cộng** | | | **${usd(rows.reduce((sum, [, count, price]) => sum + count * price, 0))}** |`);
console.log(
  `\nBản sao lưu bảng mỗi ngày, giữ 35 ngày (cách cũ): ${usd(tableGb * 35 * PRICES.warmBackupGbMonth)} USD một tháng.`,
);
