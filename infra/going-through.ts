import { Duration } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { ourFunction } from './function.ts';
import { leaveLostEvents } from './lost-events.ts';
import { distributedMachine } from './machines/distributed-machine.ts';
import { piecesDefinition } from './machines/pieces-definition.ts';
import type { OurStack } from './our-stack.ts';
import type { StageSettings } from './stages.ts';
import type { Data } from './targets.ts';

/** Makes a function that goes through the whole register, with all the time that Lambda gives. */
export function goingThrough(
  stack: OurStack,
  name: 'verify' | 'heads' | 'reindex' | 'clear-drafts',
  targets: { readonly data: Data; readonly lostEvents: Queue },
  environment: Record<string, string> = {},
): LambdaFunction {
  const made = ourFunction(stack, name, {
    targets,
    timeout: Duration.minutes(15),
    memoryMb: 1_769,
    environment,
    noDeadLetters: 'Its lost events go to a failure destination, which tells the error, too.',
  });
  leaveLostEvents(made, targets.lostEvents, { attempts: 1, maxAge: Duration.hours(2) });
  return made;
}

/** Answers the function itself, or where the stage says so a machine that cuts a run into pieces. */
export function inPieces(
  stack: OurStack,
  target: LambdaFunction,
  cut: StageSettings['upkeepPieces'],
  {
    construct,
    name,
    purpose,
    comment,
  }: { readonly construct: string; readonly name: string; readonly purpose: string; readonly comment: string },
): LambdaFunction | StateMachine {
  if (!cut) return target;
  return distributedMachine(stack, construct, {
    name,
    purpose,
    definition: piecesDefinition({ comment, functionArn: target.functionArn, ...cut }),
    calls: [target],
  });
}
