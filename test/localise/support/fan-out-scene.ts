import { randomUUID } from 'node:crypto';
import { createRegister } from '#register/create-register.ts';
import { createFanOuts } from '#register/fan-outs/fan-out.ts';
import { systemIssueClock } from '#register/model/issue-clock.ts';
import type { Table } from '#register/table/table.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { createSharingCache } from '#usecases/sharing/sharing-cache.ts';
import { plainRender } from '../../support/desk.ts';

/** Folder of a test's fan-out. */
export interface ScenePlace {
  readonly table: Table;
  /** Directory of the store. */
  readonly files: string;
  /** Instant at which the calendar starts; it runs on with the machine's. */
  readonly startsAt: string;
}

/** Use cases over a real table and a directory, on a calendar of their own. */
export function fanOutDeps({ table, files, startsAt }: ScenePlace): FanOutDeps {
  const offset = Date.parse(startsAt) - Date.now();
  const now = () => new Date(Date.now() + offset);
  return {
    register: createRegister({ table }),
    fanOuts: createFanOuts(table),
    store: createDirectoryStore(files),
    render: plainRender,
    clock: { ...systemIssueClock, now },
    sharing: createSharingCache(),
    newId: randomUUID,
  };
}
