import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { describeError } from './describe-error.ts';
import { createLog, type Log } from './log.ts';
import { createMeter, type Meter } from './meter.ts';

/** One call of a function: AWS's id of it, and what ties its lines to those of others. */
export interface Invocation {
  readonly awsRequestId: string;
  /** Request id of the gateway, id of the message, name of the execution. */
  readonly correlationId: string;
}

/** Log and metrics of a function. */
export interface Telemetry {
  readonly log: Log;
  readonly meter: Meter;
  /**
   * Runs one invocation: its lines bear its ids, its metrics are published when it ends. An error is logged without what it
   * quotes, and thrown on as {@link InvocationFailed}, because the runtime prints whatever it is given.
   */
  during<T>(invocation: Invocation, work: () => Promise<T>): Promise<T>;
}

/** Error shown to the runtime and Step Functions: its kind, and where the log describes it. */
export class InvocationFailed extends Error {
  override readonly name = 'InvocationFailed';
}

/** Opens log and metrics of a function. Level and namespace are powertools' own variables. */
export function openTelemetry(about: {
  readonly service: string;
  readonly stage: string;
  readonly release: string;
}): Telemetry {
  const { service, stage, release } = about;
  const logger = new Logger({ serviceName: service, persistentKeys: { stage, release } });
  const metrics = new Metrics({ serviceName: service });
  const log = createLog(logger);
  return {
    log,
    meter: createMeter(metrics),
    during: async ({ awsRequestId, correlationId }, work) => {
      logger.appendKeys({ function_request_id: awsRequestId, correlation_id: correlationId });
      try {
        return await work();
      } catch (error) {
        log.error('invocation-failed', {}, error);
        const { name, code = name } = describeError(error);
        throw new InvocationFailed(`${code}, ${awsRequestId}`);
      } finally {
        if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
        logger.resetKeys();
      }
    },
  };
}
