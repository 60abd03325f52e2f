import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { type MarkWriter, openMarkWriter, readMarks } from './marks.ts';
import { createNumberGuard, fileWatch, type NumberGuard } from './number-guard.ts';
import { openForWriting } from './schema.ts';
import { faultOf, RegisterFault } from './sqlite-fault.ts';
import { createStoredItems } from './stored-items.ts';
import { writeBatch } from './write-batch.ts';
import type {
  MarkOptions,
  WriterFault,
  WriterMessage,
  WriterOptions,
  WriterReply,
  WriterRequest,
} from './writer-messages.ts';

/** Transactions that share a commit at most. */
const MAX_BATCH = 500;

if (parentPort) runWriter(parentPort, workerData);

/** The entry of the writer's thread: the one connection of this process that writes. */
function runWriter(port: MessagePort, { path, marks }: WriterOptions): void {
  const db = openForWriting(path);
  const items = createStoredItems(db);
  const tell = (message: WriterMessage) => port.postMessage(message);
  const guard = marks && openGuard(marks, (outside) => tell({ outside }));
  const watches = [path, ...(marks ? [marks.path] : [])].map((one) => fileWatch(one));
  const isInPlace = () => watches.every((isSame) => isSame());
  port.on('message', (first: WriterRequest | 'close') => {
    const batch: WriterRequest[] = [];
    let next: WriterRequest | 'close' | undefined = first;
    while (next !== undefined && next !== 'close') {
      batch.push(next);
      next = batch.length < MAX_BATCH ? receiveMessageOnPort(port)?.message : undefined;
    }
    if (batch.length > 0) tell({ replies: isInPlace() ? writeBatch(db, items, batch, guard) : batch.map(gone) });
    if (next === 'close') {
      db.close();
      port.close();
    }
  });
  tell({ ready: true });
}

function openGuard(marks: MarkOptions, tellOutside: (fault: WriterFault | null) => void): NumberGuard {
  const { path, identity, outside } = marks;
  const open = () => {
    if (outside === undefined) return undefined;
    mkdirSync(dirname(outside), { recursive: true });
    return openMarkWriter(outside, identity);
  };
  // It may be a share or a stick that comes and goes: it is opened anew for each record.
  const copy: MarkWriter | undefined =
    outside === undefined
      ? undefined
      : {
          append: (given) => {
            const writer = open();
            writer?.append(given);
            writer?.close();
          },
          close: () => {},
        };
  return createNumberGuard(readMarks(path).bySeries, openMarkWriter(path, identity), copy, (error) =>
    tellOutside(error === null ? null : faultOf(error)),
  );
}

function gone({ id }: WriterRequest): WriterReply {
  return { id, fault: faultOf(new RegisterFault('GONE', 'the register file or its marks were removed or replaced')) };
}
