import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { sha256Hex } from '#base/node/hash.ts';
import { BOUNDED_WAITING } from './bounded-waiting.ts';
import { DispatchError } from './dispatch-error.ts';

/** Starts of a run before somebody has to look at it. */
const MAX_STARTS = 50;

/** Pumps fan-outs: an execution of Step Functions each. Their rows are the truth, so any execution may be lost. */
export interface FanOutEngine {
  /**
   * Sees to it that a run has a living execution: starts one, or finds the one that lives. Throws `DispatchError` with
   * `too-many-starts` or `unavailable`; repeating is safe.
   */
  startFanOut(organ: string, runId: string): Promise<void>;
}

/** Fan-outs on Step Functions (standard workflows). */
export function createFanOutEngine(options: {
  readonly region: string;
  readonly stateMachineArn: string;
  readonly endpoint?: string | undefined;
}): FanOutEngine {
  const { region, stateMachineArn, endpoint } = options;
  const client = new SFNClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    requestHandler: BOUNDED_WAITING,
  });

  /** Tells whether the execution of this name lives now: starting a living one with the same input answers it (docs/decisions/0046). */
  const lives = async (name: string, input: string) => {
    try {
      await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
      return true;
    } catch (error) {
      if (error instanceof ExecutionAlreadyExists) return false;
      throw new DispatchError('unavailable', {}, { cause: error });
    }
  };

  return {
    startFanOut: async (organ, runId) => {
      const input = JSON.stringify({ organ, runId });
      for (let start = 1; start <= MAX_STARTS; start++) {
        if (await lives(executionName(organ, runId, start), input)) return;
      }
      throw new DispatchError('too-many-starts', { count: MAX_STARTS });
    },
  };
}

/** The name of an execution: told by organ, run and how often it was started, so that starters at once give the same. */
export function executionName(organ: string, runId: string, start: number): string {
  const hash = sha256Hex(`${organ}\n${runId}`).slice(0, 24);
  return `${runId.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, 40)}-${hash}-${start}`;
}
