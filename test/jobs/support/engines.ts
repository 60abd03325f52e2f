import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** SQS and Step Functions as far as our clients talk to them: what was sent, and executions by name. */
export interface TestEngines {
  readonly endpoint: string;
  readonly queueUrl: string;
  readonly stateMachineArn: string;
  /** Bodies of the messages, in order. */
  readonly messages: string[];
  /** Messages that were told when to come again. */
  readonly waits: { readonly ReceiptHandle: string; readonly VisibilityTimeout: number }[];
  /** Executions by name; those that live answer a start with the same input, those that ended refuse it. */
  readonly executions: Map<string, { readonly input: string; lives: boolean }>;
  /** Refuses so many of the next messages of a batch. */
  refuse(count: number): void;
  /** Answers nothing but 500 until told otherwise. */
  fail(fails: boolean): void;
  stop(): Promise<void>;
}

/** Starts both on loopback. */
export async function startTestEngines(): Promise<TestEngines> {
  const messages: string[] = [];
  const waits: TestEngines['waits'] = [];
  const executions: TestEngines['executions'] = new Map();
  let refused = 0;
  let fails = false;

  const sendBatch = ({ Entries }: { readonly Entries: { readonly Id: string; readonly MessageBody: string }[] }) => {
    const Failed = Entries.splice(0, refused).map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false }));
    refused -= Failed.length;
    messages.push(...Entries.map(({ MessageBody }) => MessageBody));
    const md5 = (text: string) => createHash('md5').update(text).digest('hex');
    const Successful = Entries.map((one) => ({
      Id: one.Id,
      MessageId: randomUUID(),
      MD5OfMessageBody: md5(one.MessageBody),
    }));
    return [200, { Successful, Failed }] as const;
  };
  const sendOne = ({ MessageBody }: { readonly MessageBody: string }) => {
    messages.push(MessageBody);
    const MD5OfMessageBody = createHash('md5').update(MessageBody).digest('hex');
    return [200, { MessageId: randomUUID(), MD5OfMessageBody }] as const;
  };
  const wait = ({ ReceiptHandle, VisibilityTimeout }: TestEngines['waits'][number]) => {
    waits.push({ ReceiptHandle, VisibilityTimeout });
    return [200, {}] as const;
  };
  const start = ({
    name,
    input,
    stateMachineArn,
  }: {
    readonly name: string;
    readonly input: string;
    readonly stateMachineArn: string;
  }) => {
    const stands = executions.get(name);
    if (stands && !(stands.lives && stands.input === input)) {
      return [400, { __type: 'com.amazonaws.swf.service.v2.model#ExecutionAlreadyExists', message: 'exists' }] as const;
    }
    executions.set(name, stands ?? { input, lives: true });
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    return [200, { executionArn, startDate: 1_770_000_000 }] as const;
  };

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const target = String(request.headers['x-amz-target']);
    const [status, answer] = fails
      ? ([500, { __type: 'InternalFailure', message: 'down' }] as const)
      : target.endsWith('SendMessageBatch')
        ? sendBatch(JSON.parse(body))
        : target.endsWith('SendMessage')
          ? sendOne(JSON.parse(body))
          : target.endsWith('ChangeMessageVisibility')
            ? wait(JSON.parse(body))
            : start(JSON.parse(body));
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint,
    queueUrl: `${endpoint}/123456789012/issue`,
    stateMachineArn: 'arn:aws:states:ap-southeast-1:123456789012:stateMachine:fan-out',
    messages,
    waits,
    executions,
    refuse: (count) => {
      refused = count;
    },
    fail: (given) => {
      fails = given;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
