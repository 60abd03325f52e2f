import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import { METRICS_NAMESPACE } from '../function.ts';
import type { FunctionName } from '../grants.ts';
import type { Watched } from './watched.ts';

/** Most metrics that one alarm may look at. */
const MAX_METRICS_PER_ALARM = 10;

/** A count of ours (`functions/telemetry/meter.ts`), by the function that counts. */
export function ours(
  name: string,
  service: FunctionName,
  options: { readonly period: Duration; readonly statistic: string },
): Metric {
  return new Metric({ namespace: METRICS_NAMESPACE, metricName: name, dimensionsMap: { service }, ...options });
}

/** A sum of metrics as one, where none says nothing. Throws on more than an alarm may look at. */
export function sumOf(label: string, metrics: readonly IMetric[], period: Duration): MathExpression {
  if (metrics.length > MAX_METRICS_PER_ALARM)
    throw new Error(`${label}: ${metrics.length} metrics, an alarm takes ${MAX_METRICS_PER_ALARM}.`);
  const usingMetrics = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  const expression = Object.keys(usingMetrics)
    .map((name) => `FILL(${name}, 0)`)
    .join(' + ');
  return new MathExpression({ label, expression, usingMetrics, period });
}

/** Throttled requests of the table over all operations, indexes included. */
export function tableThrottles({ table }: Watched, period: Duration): IMetric[] {
  return [
    Operation.GET_ITEM,
    Operation.BATCH_GET_ITEM,
    Operation.QUERY,
    Operation.SCAN,
    Operation.TRANSACT_WRITE_ITEMS,
  ].map((operation) =>
    table.metric('ThrottledRequests', {
      dimensionsMap: { TableName: table.tableName, Operation: operation },
      statistic: Stats.SUM,
      period,
    }),
  );
}
