import { Worker } from 'node:worker_threads';
import { RegisterError, type RegisterErrorCode } from '../../model/register-error.ts';
import type { Outcome } from '../table.ts';
import type { Write } from '../write.ts';
import type { WriterFault, WriterMessage, WriterOptions, WriterRequest } from './writer-messages.ts';

/** Writes to a register file in a thread of its own, so that a slow disk holds up no reader. */
export interface Writer {
  /** Resolves when the thread has the file open. Rejects where it cannot. */
  ready(): Promise<void>;
  transact(writes: readonly Write[]): Promise<Outcome>;
  /** Fault of the second copy of the last mark, or null. */
  outsideFault(): WriterFault | null;
  /** Ends after what was asked before. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts a writer. A thread that dies fails what it was doing, and the next transaction starts a new one. */
export function startWriter(options: WriterOptions): Writer {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let running: { readonly worker: Worker; readonly ready: Promise<void>; readonly ended: Promise<void> } | undefined;
  let closed = false;
  let outsideFault: WriterFault | null = null;

  const start = () => {
    const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), {
      workerData: options,
      // It holds a batch at most; the default would let its young objects take 48 MB.
      resourceLimits: { maxYoungGenerationSizeMb: 2 },
    });
    worker.unref();
    let died: unknown = new Error('the writer has ended');
    const ready = new Promise<void>((resolve, reject) => {
      worker.on('message', (message: WriterMessage) => {
        if ('ready' in message) return resolve();
        if ('outside' in message) {
          outsideFault = message.outside;
          return;
        }
        for (const reply of message.replies) {
          const asked = waiting.get(reply.id);
          waiting.delete(reply.id);
          if ('outcome' in reply) asked?.resolve(reply.outcome);
          else if (reply.fault.kind === 'busy') asked?.resolve({ done: false, reasons: [] });
          else asked?.reject(errorOf(reply.fault));
        }
        if (waiting.size === 0) worker.unref();
      });
      worker.on('error', (error) => {
        died = error;
        reject(error);
      });
      worker.on('exit', () => reject(died));
    });
    ready.catch(() => {});
    const ended = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        running = undefined;
        for (const { reject } of waiting.values()) reject(new RegisterError('unavailable', {}, { cause: died }));
        waiting.clear();
        resolve();
      });
    });
    running = { worker, ready, ended };
    return running;
  };

  return {
    outsideFault: () => outsideFault,
    ready: () => {
      const { worker, ready } = running ?? start();
      worker.ref();
      return ready.finally(() => waiting.size === 0 && worker.unref());
    },
    transact: (writes) => {
      if (closed) return Promise.reject(new RegisterError('unavailable', {}, { cause: new Error('closed') }));
      const { worker } = running ?? start();
      const request: WriterRequest = { id: nextId++, writes };
      return new Promise((resolve, reject) => {
        worker.postMessage(request);
        waiting.set(request.id, { resolve, reject });
        worker.ref();
      });
    },
    close: async () => {
      closed = true;
      if (!running) return;
      const { worker, ended } = running;
      worker.ref();
      worker.postMessage('close');
      await ended;
    },
  };
}

/** Faults with a sentence of their own. */
const CODES: Readonly<Record<string, RegisterErrorCode>> = {
  BEHIND: 'register-behind',
  GONE: 'register-gone',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EROFS: 'no-space',
};

function errorOf({ message, code }: WriterFault): RegisterError {
  return new RegisterError(
    CODES[code ?? ''] ?? 'unavailable',
    {},
    { cause: Object.assign(new Error(message), code !== undefined && { code }) },
  );
}
