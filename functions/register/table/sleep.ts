import { setTimeout as sleepMs } from 'node:timers/promises';
import type { Table } from './table.ts';

/** Waits half to one and a half times as long: writers that met once do not meet again at the same moment. */
export const jitteredSleep: Table['sleep'] = (ms) => sleepMs(ms * (0.5 + Math.random()));
