import { access } from 'node:fs/promises';
import { makeDurable } from '#base/node/files.ts';
import { newId } from '#base/node/ids.ts';
import { createRegister } from '#register/create-register.ts';
import { createFanOuts } from '#register/fan-outs/fan-out.ts';
import { type IssueClock, systemIssueClock } from '#register/model/issue-clock.ts';
import { createSeriesMutex } from '#register/numbers/series-mutex.ts';
import type { Members } from '#register/organs/members.ts';
import { createOrganItems, type OrganItems } from '#register/organs/organ-items.ts';
import { createTellings, type Tellings } from '#register/organs/tellings.ts';
import { openSqliteTable } from '#register/table/sqlite/sqlite-table.ts';
import { createInspection, type Inspection } from '#register/upkeep/inspection.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { createSharingCache } from '#usecases/sharing/sharing-cache.ts';
import { isFirstRelease } from '../data-directory/convert-first-release.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { settleIdentity } from '../data-directory/settle-identity.ts';
import { OperatorError } from '../output/operator-error.ts';
import { heldAgainstStore } from './check-store.ts';
import { createFileMembers } from './file-members.ts';

const CONVERT_FIRST =
  'Sổ của thư mục này do bản 0.1.0 ghi: hãy chạy banhanh serve một lần để chuyển đổi (có giữ bản sao bên cạnh).';

/** Register, store and rendering over a data directory. */
export interface Stack {
  readonly deps: FanOutDeps;
  readonly members: Members;
  /** The whole table, for `verify` and repair. */
  readonly inspection: Inspection;
  /** Items as they are, for moving an organ. */
  readonly items: OrganItems;
  close(): Promise<void>;
}

/** The stack of a directory of this machine. */
export interface LocalStack extends Stack {
  /** Letters sent, by person. */
  readonly tellings: Tellings;
  /** Tells whether the register file is still the one that was opened. */
  isInPlace(): boolean;
  /** Fault of the second copy of the last mark, or null. */
  outsideFault(): { readonly message: string } | null;
}

/** Settings of a stack. */
export interface StackOptions {
  readonly dir: string;
  /** Folder of the second copy of the marks, outside the directory. */
  readonly markTo?: string | undefined;
  /** Another calendar than the wall clock's. */
  readonly clock?: IssueClock | undefined;
}

/** Opens the stack of a directory that has data. Throws `OperatorError` where it has none. */
export async function openExisting(dir: string): Promise<Stack> {
  await access(dataPaths(dir).organs).catch(() => {
    throw new OperatorError(`Không có dữ liệu Ban Hành trong thư mục “${dir}”; hãy chỉ thư mục bằng --data.`);
  });
  return openStack({ dir });
}

/** Opens the stack of a data directory, beside a server that may be running. Throws `OperatorError` for a register of 0.1.0. */
export async function openStack({ dir, markTo, clock = systemIssueClock }: StackOptions): Promise<LocalStack> {
  await makeDurable(dir);
  const path = dataPaths(dir).register;
  if (isFirstRelease(path)) throw new OperatorError(CONVERT_FIRST);
  const store = createDirectoryStore(dataPaths(dir).files);
  const marks = await settleIdentity(dir, store, markTo);
  const table = await openSqliteTable({ path, marks });
  const register = heldAgainstStore(createRegister({ table, seriesMutex: createSeriesMutex() }), store);
  return {
    deps: {
      register,
      fanOuts: createFanOuts(table),
      store,
      // Laying out needs docx and templates; a server that only finds and lists does without.
      render: async (request) => (await import('#render/render.ts')).renderDocument(request),
      clock,
      sharing: createSharingCache(),
      newId,
    },
    members: createFileMembers(dataPaths(dir).users),
    inspection: createInspection(table),
    items: createOrganItems(table),
    tellings: createTellings(table),
    isInPlace: table.isInPlace,
    outsideFault: table.outsideFault,
    close: () => table.close(),
  };
}
