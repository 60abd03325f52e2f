import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { openForWriting } from './schema.ts';
import { createStoredItems } from './stored-items.ts';
import { writeBatch } from './write-batch.ts';
import type { WriterMessage, WriterOptions, WriterRequest } from './writer-messages.ts';

/** Transactions that share a commit at most. */
const MAX_BATCH = 500;

if (parentPort) runWriter(parentPort, workerData);

/** The entry of the writer's thread: the one connection of this process that writes. */
function runWriter(port: MessagePort, { path }: WriterOptions): void {
  const db = openForWriting(path);
  const items = createStoredItems(db);
  const tell = (message: WriterMessage) => port.postMessage(message);
  port.on('message', (first: WriterRequest | 'close') => {
    const batch: WriterRequest[] = [];
    let next: WriterRequest | 'close' | undefined = first;
    while (next !== undefined && next !== 'close') {
      batch.push(next);
      next = batch.length < MAX_BATCH ? receiveMessageOnPort(port)?.message : undefined;
    }
    if (batch.length > 0) tell({ replies: writeBatch(db, items, batch, () => {}) });
    if (next === 'close') {
      db.close();
      port.close();
    }
  });
  tell({ ready: true });
}
