import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApi } from '#api/create-api.ts';
import { documentTypes } from '#document/document-types.ts';
import { createRegister } from '#register/create-register.ts';
import { createFanOuts } from '#register/fan-outs/fan-out.ts';
import { openDynamoTable } from '#register/table/dynamo/dynamo-table.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import { renderDocument } from '#render/render.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { recoverIssues } from '#usecases/issuing/recover-issues.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { exampleProfiles, openDesk } from '../../test/support/desk.ts';
import { startDynamoTable } from '../../test/support/dynoxide.ts';
import { LAST_DAY, NEW_TABLE, PEAK_DOCUMENTS_A_SECOND, SCALE } from './assumptions.ts';
import { createMeter, type Usage } from './meter.ts';
import { type Asked, type Office, openOffice } from './office.ts';

const OFFICES = Math.round(LAST_DAY.offices / SCALE);
const PLAN = join(import.meta.dirname, '../../examples/ke-hoach-phuong-2026.json');

/** Record of one act of the day. */
export interface Act {
  readonly name: string;
  readonly documents: number;
  readonly requests: number;
  /** From the first arrival to the last answer. */
  readonly seconds: number;
  /** From the last arrival to the last answer. */
  readonly tailSeconds: number;
  /** Requests that were told to come again, and did. */
  readonly cameAgain: number;
  readonly cpuSeconds: number;
  readonly usage: Usage;
  readonly asked: readonly Asked[];
}

/** The whole day, with what must hold at its end. */
export interface Day {
  readonly offices: number;
  readonly acts: readonly Act[];
  readonly violations: readonly string[];
  /** Per year, how many numbers were given in how many series, and how many series have a gap or a number twice. */
  readonly years: readonly {
    readonly year: number;
    readonly numbers: number;
    readonly series: number;
    readonly broken: number;
  }[];
  readonly recovered: number;
}

/**
 * Plays the day over dynoxide: the whole API, register without the mutex of one machine, real rendering, files on
 * disk. Each act is one stretch of it: documents arrive by chance at the act's rate, and people come again when told to.
 */
export async function simulate(say: (line: string) => void): Promise<Day> {
  const meter = createMeter();
  const desk = await openDesk();
  const dynamo = await startDynamoTable();
  try {
    const client = dynamo.client();
    meter.watch(client);
    const table = openDynamoTable(client, dynamo.tableName);
    const deps: FanOutDeps = {
      ...desk.deps,
      register: createRegister({ table }),
      store: meter.around(desk.deps.store),
      render: renderDocument,
      fanOuts: createFanOuts(table),
    };
    const plan = documentTypes.KeHoach.schema.parse(JSON.parse(await readFile(PLAN, 'utf8')));
    const api = createApi({
      deps,
      // No plan is handed down that day.
      startPump: async () => {},
      authenticate: async (token) => {
        const [organ = '', role = ''] = token.split('.');
        return { organ, staffId: `a-${role}`, roles: [roleOf(role)] };
      },
      report: ({ code, error }) => code !== 'unavailable' && say(`${code}: ${String(error)}`),
    });
    let asked: Asked[] = [];
    const offices: Office[] = [];
    desk.calendar.moveTo('2026-12-31T15:00:00+07:00');
    for (let n = 0; n < OFFICES; n++) {
      const organ = `office-${n}`;
      await openOrgan(deps, organ);
      offices.push(openOffice(api, organ, (one) => asked.push(one)));
    }
    const given: { readonly office: number; readonly year: number; readonly codeNumber: number }[] = [];
    const perform = async (name: string, documentsASecond: number, seconds: number): Promise<Act> => {
      asked = [];
      const before = { ...meter.usage };
      const cpuBefore = process.cpuUsage();
      const startedMs = performance.now();
      const under: Promise<unknown>[] = [];
      let documents = 0;
      const arrive = async (aSecond: number, what: () => Promise<unknown>) => {
        const untilMs = startedMs + seconds * 1000;
        for (;;) {
          await sleep((-Math.log(1 - Math.random()) / aSecond) * 1000);
          if (performance.now() > untilMs) return;
          under.push(what());
        }
      };
      const any = () => Math.floor(Math.random() * OFFICES);
      await Promise.all([
        arrive(documentsASecond, async () => {
          const n = documents++;
          const office = any();
          const made = await offices[office]?.issueOne(plan, `${plan.subject}, đợt ${n}`);
          if (made) given.push({ office, ...made });
        }),
        arrive(documentsASecond * LAST_DAY.looksADocument, async () => offices[any()]?.look()),
      ]);
      const lastArrivalMs = performance.now();
      await Promise.all(under);
      const endedMs = performance.now();
      const { user, system } = process.cpuUsage(cpuBefore);
      const act: Act = {
        name,
        documents,
        requests: asked.length,
        seconds: (endedMs - startedMs) / 1000,
        tailSeconds: (endedMs - lastArrivalMs) / 1000,
        cameAgain: asked.filter(({ tries }) => tries > 1).length,
        cpuSeconds: (user + system) / 1e6,
        usage: difference(meter.usage, before),
        asked,
      };
      say(`${name}: ${documents} documents, ${act.requests} requests in ${act.seconds.toFixed(0)} s`);
      return act;
    };

    const peak = PEAK_DOCUMENTS_A_SECOND / SCALE;
    const acts: Act[] = [await perform('the busiest minute', peak, 60)];
    meter.limitWrites(NEW_TABLE.writeUnits / SCALE);
    acts.push(await perform('three times that, on a table that is new', peak * 3, 30));
    meter.limitWrites(null);
    desk.calendar.moveTo('2026-12-31T23:59:50+07:00');
    acts.push(await perform('around midnight', peak, 20));
    const { finished } = await recoverIssues(deps, desk.calendar.clock.now());
    const { now } = desk.calendar.clock;
    const { violations } = await verify({
      inspection: createInspection(table),
      store: desk.deps.store,
      now,
      sleep: async () => {},
    });
    return {
      offices: OFFICES,
      acts,
      violations: violations.map((violation) => JSON.stringify(violation)),
      years: countYears(given),
      recovered: finished.length,
    };
  } finally {
    await desk.stop();
    await dynamo.stop();
  }
}

async function openOrgan(deps: FanOutDeps, organ: string): Promise<void> {
  const ward = (await exampleProfiles()).find(({ organId }) => organId === 'phuong-binh-long');
  const admin = { organ, staffId: 'an-admin', roles: ['admin'] } as const;
  await putProfile(deps, admin, { profile: { ...ward, organId: organ }, rev: null });
}

function roleOf(name: string) {
  const roles = ['drafter', 'signer', 'clerk', 'reader'] as const;
  const role = roles.find((one) => one === name);
  if (!role) throw new Error(`no role ${name}`);
  return role;
}

function difference(after: Usage, before: Usage): Usage {
  return {
    dynamoCalls: after.dynamoCalls - before.dynamoCalls,
    writeUnits: after.writeUnits - before.writeUnits,
    readUnits: after.readUnits - before.readUnits,
    storePuts: after.storePuts - before.storePuts,
    storeReads: after.storeReads - before.storeReads,
    throttled: after.throttled - before.throttled,
  };
}

function countYears(
  given: readonly { readonly office: number; readonly year: number; readonly codeNumber: number }[],
): Day['years'] {
  return [...new Set(given.map(({ year }) => year))].sort().map((year) => {
    const series = Map.groupBy(
      given.filter((one) => one.year === year),
      ({ office }) => office,
    );
    const broken = [...series.values()].filter((numbers) => {
      const sorted = numbers.map(({ codeNumber }) => codeNumber).sort((a, b) => a - b);
      return sorted.some((codeNumber, index) => codeNumber !== index + 1);
    });
    return { year, numbers: [...series.values()].flat().length, series: series.size, broken: broken.length };
  });
}
