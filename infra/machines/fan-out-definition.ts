import { tryAgain } from './try-again.ts';

/** Units of one batch: what `fan-out-batch` does well within its time. */
const BATCH_SIZE = 20;

/**
 * A fan-out in the Amazon States Language: {organ, runId} → the units still to do → 20 at a time. The rows in the table are the
 * truth and this only pumps them: a batch that fails is tolerated, its rows stay as they are, and `sweep` starts the run again.
 * Children are express: five minutes each, at least once, a fraction of the price.
 */
export function fanOutDefinition(options: {
  readonly fanOutUnitsArn: string;
  readonly fanOutBatchArn: string;
  /** Batches at once. */
  readonly batches: number;
}): object {
  // An express child has five minutes in all: a batch is tried twice in it.
  const call = (functionArn: string, attempts: number) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: functionArn, Payload: '{% $states.input %}' },
    Retry: tryAgain(attempts),
  });
  return {
    Comment: 'Ban Hanh: the plans of subordinate units',
    QueryLanguage: 'JSONata',
    TimeoutSeconds: 6 * 60 * 60,
    StartAt: 'UnitsStillToDo',
    States: {
      UnitsStillToDo: {
        ...call(options.fanOutUnitsArn, 4),
        Output: '{% $states.result.Payload %}',
        Next: 'EachBatch',
      },
      EachBatch: {
        Type: 'Map',
        Label: 'Units',
        Items: '{% $states.input.units %}',
        ItemBatcher: {
          MaxItemsPerBatch: BATCH_SIZE,
          BatchInput: { organ: '{% $states.input.organ %}', runId: '{% $states.input.runId %}' },
        },
        MaxConcurrency: options.batches,
        ToleratedFailurePercentage: 100,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          StartAt: 'Localise',
          States: { Localise: { ...call(options.fanOutBatchArn, 1), Output: {}, End: true } },
        },
        Output: {},
        End: true,
      },
    },
  };
}
