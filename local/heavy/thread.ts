import { Worker } from 'node:worker_threads';
import type { HeavyInput, HeavyName, HeavyOutput } from '#usecases/heavy/heavy-tasks.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { buffersOf } from './buffers.ts';
import type { FirstTask, ThreadReply, ThreadTask } from './heavy-thread.ts';
import { fromPlainError } from './plain-error.ts';

/** Limits of one task. */
export interface ThreadLimits {
  readonly timeMs: number;
  /** Megabytes of the thread's heap. */
  readonly heapMb: number;
  /** Megabytes of heap and buffers together. */
  readonly memoryMb: number;
}

/** A thread that does one heavy task at a time. */
export interface Thread {
  /** Throws what the task throws; `too-heavy` beyond the limits, which end the thread; `overloaded` at an end. */
  run<Name extends HeavyName>(name: Name, input: HeavyInput<Name>): Promise<HeavyOutput<Name>>;
  /** It died or was ended: it takes no further task. */
  readonly isDead: boolean;
  end(): Promise<unknown>;
}

const LOOK_EVERY_MS = 100;
const MB = 1024 * 1024;

/** Starts a thread, made ready for `first`. It keeps the process alive only while a task runs. */
export function startThread(limits: ThreadLimits, first: FirstTask | null = null): Thread {
  const worker = new Worker(new URL('./heavy-thread.ts', import.meta.url), {
    workerData: first,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
  });
  let isDead = false;
  let isEnding = false;
  worker.once('exit', () => {
    isDead = true;
  });
  // Without a listener an error that comes between two tasks would end the process.
  worker.on('error', () => {});
  worker.unref();

  const run: Thread['run'] = <Name extends HeavyName>(name: Name, input: HeavyInput<Name>) =>
    new Promise<HeavyOutput<Name>>((resolve, reject) => {
      const tooHeavy = (why: string) => {
        isDead = true;
        reject(new UseCaseError('too-heavy', { cause: new Error(`${name}: ${why}`) }));
        void worker.terminate();
      };
      const clock = setTimeout(() => tooHeavy(`longer than ${limits.timeMs} ms`), limits.timeMs);
      const scale = setInterval(() => void weigh(worker, limits, tooHeavy), LOOK_EVERY_MS);
      const onMessage = (reply: ThreadReply<HeavyOutput<Name>>) => {
        if ('output' in reply) resolve(reply.output);
        else reject(fromPlainError(reply.error));
        done();
      };
      const onExit = () => {
        if (isEnding) reject(new UseCaseError('overloaded'));
        else tooHeavy('the thread ended');
        done();
      };
      const done = () => {
        clearTimeout(clock);
        clearInterval(scale);
        worker.off('message', onMessage);
        worker.off('exit', onExit);
        worker.unref();
      };
      worker.ref();
      worker.on('message', onMessage);
      worker.on('exit', onExit);
      const task: ThreadTask<Name> = { name, input };
      worker.postMessage(task, buffersOf(input));
    });
  return {
    run,
    get isDead() {
      return isDead;
    },
    end: () => {
      isEnding = true;
      return worker.terminate();
    },
  };
}

/** The heap has a limit of its own; buffers have none but this. */
async function weigh(worker: Worker, { memoryMb }: ThreadLimits, tooHeavy: (why: string) => void): Promise<void> {
  const heap = await worker.getHeapStatistics().catch(() => undefined);
  if (!heap) return;
  const used = (heap.total_heap_size + heap.external_memory) / MB;
  if (used > memoryMb) tooHeavy(`${Math.round(used)} MB`);
}
