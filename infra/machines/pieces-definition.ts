import { tryAgain } from './try-again.ts';

/**
 * Describes a run over the whole register in the Amazon States Language: {time} → its pieces, many at once → how many were done to their
 * end. A piece that dies twice counts as not done, and the last call then gives no heartbeat. Children are standard executions: a piece
 * may take a function's 15 minutes, and an express one has five.
 */
export function piecesDefinition(options: {
  /** Purpose of the run, as the machine's comment. */
  readonly comment: string;
  readonly functionArn: string;
  readonly pieces: number;
  /** Pieces at once. */
  readonly atOnce: number;
}): object {
  const call = (Payload: string) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: options.functionArn, Payload },
    Retry: tryAgain(1),
  });
  return {
    Comment: `Ban Hanh: ${options.comment}`,
    QueryLanguage: 'JSONata',
    TimeoutSeconds: 20 * 60 * 60,
    StartAt: 'EachPiece',
    States: {
      EachPiece: {
        Type: 'Map',
        Label: 'Pieces',
        Items: `{% [[0..${options.pieces - 1}].{ "time": $states.input.time, "piece": $, "of": ${options.pieces} }] %}`,
        MaxConcurrency: options.atOnce,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'Piece',
          States: {
            Piece: {
              ...call('{% $states.input %}'),
              Catch: [{ ErrorEquals: ['States.ALL'], Output: false, Next: 'NotDone' }],
              Output: '{% $states.result.Payload.isComplete %}',
              End: true,
            },
            NotDone: { Type: 'Pass', End: true },
          },
        },
        Output: { complete: '{% $count($states.result[$ = true]) %}', of: options.pieces },
        Next: 'Heartbeat',
      },
      Heartbeat: { ...call('{% $states.input %}'), Output: {}, End: true },
    },
  };
}
