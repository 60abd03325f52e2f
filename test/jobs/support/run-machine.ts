import jsonata from 'jsonata';

// Step Functions as far as our machines go: Task, Pass, JSONata, a distributed Map of items or batches, retries, catches, tolerated failures.

// biome-ignore lint/suspicious/noExplicitAny: whatever stands in a definition or goes through it
type Json = any;

/** Calls the function of an ARN. */
export type Invoke = (functionArn: string, payload: Json) => Promise<Json>;

/** Record of a run beside its output. */
export interface MachineRun {
  readonly output: Json;
  /** Items or batches whose every attempt failed. */
  readonly failedBatches: number;
  /** Most items or batches that were at work at once. */
  readonly mostAtOnce: number;
}

/** Runs a definition to its end. Waits of retries are left out. Throws as an execution fails. */
export async function runMachine(definition: Json, input: Json, invoke: Invoke): Promise<MachineRun> {
  if (definition.QueryLanguage !== 'JSONata') throw new Error('JSONata alone');
  const seen = { failedBatches: 0, mostAtOnce: 0 };
  const output = await runStates(definition, input, invoke, seen);
  return { output, ...seen };
}

async function runStates(
  { StartAt, States }: Json,
  input: Json,
  invoke: Invoke,
  seen: { readonly failedBatches: number; readonly mostAtOnce: number },
): Promise<Json> {
  let name: string = StartAt;
  let value = input;
  for (;;) {
    const state = States[name];
    if (!state) throw new Error(`No state ${name}`);
    try {
      const result = await runState(state, value, invoke, seen);
      value = 'Output' in state ? await evaluate(state.Output, { input: value, result }) : result;
      if (state.End === true) return value;
      name = state.Next;
    } catch (error) {
      const [caught] = state.Catch ?? [];
      if (!caught?.ErrorEquals.includes('States.ALL')) throw error;
      value = await evaluate(caught.Output, { input: value });
      name = caught.Next;
    }
  }
}

async function runState(
  state: Json,
  value: Json,
  invoke: Invoke,
  seen: { readonly failedBatches: number; readonly mostAtOnce: number },
): Promise<Json> {
  if (state.Type === 'Task') return task(state, value, invoke);
  if (state.Type === 'Map') return map(state, value, invoke, seen);
  if (state.Type === 'Pass') return value;
  throw new Error(`No one here knows ${state.Type}`);
}

async function task({ Resource, Arguments, Retry = [] }: Json, input: Json, invoke: Invoke): Promise<Json> {
  if (Resource !== 'arn:aws:states:::lambda:invoke') throw new Error(`No one here knows ${Resource}`);
  const { FunctionName, Payload } = await evaluate(Arguments, { input });
  const attempts = Retry.find(({ ErrorEquals }: Json) => ErrorEquals.includes('States.ALL'))?.MaxAttempts ?? 0;
  for (let attempt = 0; ; attempt++) {
    try {
      return { Payload: await invoke(FunctionName, Payload), StatusCode: 200 };
    } catch (error) {
      if (attempt >= attempts) throw error;
    }
  }
}

async function map(state: Json, input: Json, invoke: Invoke, seen: { failedBatches: number; mostAtOnce: number }) {
  const { ItemProcessor, MaxConcurrency, ToleratedFailurePercentage = 0 } = state;
  if (ItemProcessor.ProcessorConfig.Mode !== 'DISTRIBUTED') throw new Error('A distributed map alone');
  const batches = await batchesOf(state, input);
  const results: Json[] = [];
  const waiting = [...batches.entries()];
  let running = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, batch] = next;
      seen.mostAtOnce = Math.max(seen.mostAtOnce, ++running);
      try {
        results[place] = await runStates(ItemProcessor, batch, invoke, seen);
      } catch {
        seen.failedBatches++;
      }
      running--;
    }
  };
  await Promise.all(Array.from({ length: Math.min(MaxConcurrency, batches.length) }, work));
  if ((seen.failedBatches / Math.max(batches.length, 1)) * 100 > ToleratedFailurePercentage)
    throw new Error('States.ExceedToleratedFailureThreshold');
  return results.filter((one) => one !== undefined);
}

/** Inputs of the children: an item each, or so many of them. */
async function batchesOf({ Items, ItemBatcher }: Json, input: Json): Promise<Json[]> {
  const items: Json[] = await evaluate(Items, { input });
  if (!ItemBatcher) return items;
  const BatchInput = await evaluate(ItemBatcher.BatchInput, { input });
  const size: number = ItemBatcher.MaxItemsPerBatch;
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => ({
    BatchInput,
    Items: items.slice(n * size, n * size + size),
  }));
}

/** Evaluates each `{% … %}` in a value against `$states`. */
async function evaluate(template: Json, states: Json): Promise<Json> {
  if (typeof template === 'string') {
    const expression = /^\{%\s*(.*?)\s*%\}$/s.exec(template)?.[1];
    if (expression === undefined) return template;
    const value = await jsonata(expression).evaluate({}, { states });
    if (value === undefined) throw new Error(`States.QueryEvaluationError: ${expression}`);
    // jsonata marks its sequences with properties of its own.
    return JSON.parse(JSON.stringify(value));
  }
  if (Array.isArray(template)) return Promise.all(template.map((one) => evaluate(one, states)));
  if (typeof template !== 'object' || template === null) return template;
  const entries = await Promise.all(
    Object.entries(template).map(async ([key, one]) => [key, await evaluate(one, states)] as const),
  );
  return Object.fromEntries(entries);
}
