import type { ErrorReport } from '#api/create-api.ts';
import type { StartPump } from '#api/routes/fan-out-routes.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { runFanOut } from '#usecases/fan-out/run-fan-out.ts';

/** The one process of a data directory: what it had leased before a crash is its own again. */
const WORKER = 'may-nay';

/** Pumps fan-outs in this process, one run after the other. */
export interface FanOutPump {
  /** Queues a run; one that waits already is not queued twice. */
  readonly start: StartPump;
  /** Queues every run that has rows left: what a server left behind that was stopped or killed. */
  resumeAll(): Promise<void>;
  /** Ends between two settlements; the rows that are left stay for the next start. */
  stop(): Promise<void>;
}

/** A pump that has nothing to do yet. What a run fails with goes to `report`, and its rows stay. */
export function createFanOutPump(deps: FanOutDeps, report: (report: ErrorReport) => void): FanOutPump {
  const waiting = new Set<string>();
  let stopping = false;
  let pumping: Promise<void> = Promise.resolve();

  const reported = async (path: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      report({ errorId: deps.newId(), code: 'fan-out', method: '', path, error });
    }
  };
  const pump = (organ: string, runId: string) =>
    reported(`/fan-outs/${runId}`, async () => {
      if (!stopping) await runFanOut(deps, organ, runId, { worker: WORKER, isStopping: () => stopping });
    });
  const start: StartPump = async (organ, runId) => {
    const name = `${organ} ${runId}`;
    if (waiting.has(name)) return;
    waiting.add(name);
    pumping = pumping.then(() => {
      waiting.delete(name);
      return pump(organ, runId);
    });
  };
  return {
    start,
    resumeAll: () =>
      reported('/fan-outs', async () => {
        for (const { organ, runId } of await deps.fanOuts.listOpen()) await start(organ, runId);
      }),
    stop: () => {
      stopping = true;
      return pumping;
    },
  };
}
