import jsonata from 'jsonata';

// Step Functions as far as our machine goes: Task, Pass-through of JSONata, a distributed Map in batches, retries, tolerated failures.

// biome-ignore lint/suspicious/noExplicitAny: whatever stands in a definition or goes through it
type Json = any;

/** Calls the function of an ARN. */
export type Invoke = (functionArn: string, payload: Json) => Promise<Json>;

/** What a run has done beside its output. */
export interface MachineRun {
  readonly output: Json;
  /** Batches whose every attempt failed. */
  readonly failedBatches: number;
  /** Most batches that were at work at once. */
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
  seen: { failedBatches: number; mostAtOnce: number },
): Promise<Json> {
  let name: string = StartAt;
  let value = input;
  for (;;) {
    const state = States[name];
    if (!state) throw new Error(`No state ${name}`);
    if (state.Type !== 'Task' && state.Type !== 'Map') throw new Error(`No one here knows ${state.Type}`);
    const result = state.Type === 'Task' ? await task(state, value, invoke) : await map(state, value, invoke, seen);
    value = 'Output' in state ? await evaluate(state.Output, { input: value, result }) : result;
    if (state.End === true) return value;
    name = state.Next;
  }
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
  const { ItemBatcher, ItemProcessor, MaxConcurrency, ToleratedFailurePercentage } = state;
  if (ItemProcessor.ProcessorConfig.Mode !== 'DISTRIBUTED') throw new Error('A distributed map alone');
  const items: Json[] = await evaluate(state.Items, { input });
  const BatchInput = await evaluate(ItemBatcher.BatchInput, { input });
  const size: number = ItemBatcher.MaxItemsPerBatch;
  const batches = Array.from({ length: Math.ceil(items.length / size) }, (_, n) => ({
    BatchInput,
    Items: items.slice(n * size, n * size + size),
  }));
  const waiting = [...batches];
  let running = 0;
  const work = async () => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      seen.mostAtOnce = Math.max(seen.mostAtOnce, ++running);
      await runStates(ItemProcessor, batch, invoke, seen).catch(() => seen.failedBatches++);
      running--;
    }
  };
  await Promise.all(Array.from({ length: Math.min(MaxConcurrency, batches.length) }, work));
  if ((seen.failedBatches / Math.max(batches.length, 1)) * 100 > ToleratedFailurePercentage)
    throw new Error('States.ExceedToleratedFailureThreshold');
  return {};
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
