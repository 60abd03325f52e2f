import { parentPort, workerData } from 'node:worker_threads';
import { type HeavyInput, type HeavyName, heavyTasks } from '#usecases/heavy/heavy-tasks.ts';
import type { RenderRequest } from '#usecases/heavy/render-port.ts';
import { buffersOf } from './buffers.ts';
import { type PlainError, toPlainError } from './plain-error.ts';

/** A task as a thread is given it. */
export interface ThreadTask<Name extends HeavyName> {
  readonly name: Name;
  readonly input: HeavyInput<Name>;
}

/** Reply of a thread. */
export type ThreadReply<Output> = { readonly output: Output } | { readonly error: PlainError };

/** Modules that the first task of a kind loads, for threads that start before it. */
const FIRST_LOADED = {
  'unit-drafts': () => Promise.all([import('#usecases/heavy/unit-drafts-task.ts'), import('#render/render.ts')]),
} as const;

/** Kinds of tasks that threads can be made ready for. */
export type FirstTask = keyof typeof FIRST_LOADED;

const first: FirstTask | null = workerData;
if (first) await FIRST_LOADED[first]();

// One task at a time: who gave it waits for the answer before it gives the next.
parentPort?.on('message', (task: ThreadTask<HeavyName>) => void answer(task));

async function answer<Name extends HeavyName>({ name, input }: ThreadTask<Name>): Promise<void> {
  const reply = await heavyTasks[name](input, render).then(
    (output): ThreadReply<unknown> => ({ output }),
    (error): ThreadReply<unknown> => ({ error: toPlainError(error) }),
  );
  parentPort?.postMessage(reply, 'output' in reply ? buffersOf(reply.output) : []);
}

async function render(request: RenderRequest) {
  return (await import('#render/render.ts')).renderDocument(request);
}
