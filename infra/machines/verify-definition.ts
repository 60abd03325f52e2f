import { tryAgain } from './try-again.ts';

/**
 * Describes one night's check in the Amazon States Language: {time} → the night's share in pieces, many at once → how many were looked at to
 * their end. A piece that dies twice counts as not looked at, and the last call then gives no heartbeat. Children are standard executions:
 * a piece may take a function's 15 minutes, and an express one has five.
 */
export function verifyDefinition(options: {
  readonly verifyArn: string;
  /** Pieces of one night's share. */
  readonly pieces: number;
  /** Pieces at once. */
  readonly atOnce: number;
}): object {
  const verify = (Payload: string) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: options.verifyArn, Payload },
    Retry: tryAgain(1),
  });
  return {
    Comment: 'Ban Hanh: whether register and files still say the same',
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
          StartAt: 'Verify',
          States: {
            Verify: {
              ...verify('{% $states.input %}'),
              Catch: [{ ErrorEquals: ['States.ALL'], Output: false, Next: 'NotLookedAt' }],
              Output: '{% $states.result.Payload.isComplete %}',
              End: true,
            },
            NotLookedAt: { Type: 'Pass', End: true },
          },
        },
        Output: { complete: '{% $count($states.result[$ = true]) %}', of: options.pieces },
        Next: 'Heartbeat',
      },
      Heartbeat: { ...verify('{% $states.input %}'), Output: {}, End: true },
    },
  };
}
