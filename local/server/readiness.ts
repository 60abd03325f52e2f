import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Register } from '#register/register.ts';
import { errorCode } from '../output/operator-error.ts';

/** Bytes below which a disk counts as nearly full. */
const LOW_SPACE_BYTES = 500 * 1024 * 1024;

/** One thing that a server needs, in words. */
export interface ReadinessCheck {
  readonly name: 'register' | 'files' | 'space' | 'owed' | 'mark' | 'backup' | 'clock';
  readonly ok: boolean;
  readonly detail: string;
}

/** Readiness of a server for its work. */
export interface Readiness {
  readonly status: 'ok' | 'not-ready';
  readonly checks: readonly ReadinessCheck[];
}

/** Sources of readiness. */
export interface ReadinessSource {
  readonly dir: string;
  readonly register: Pick<Register, 'listDue'>;
  isInPlace(): boolean;
  outsideFault(): { readonly message: string } | null;
  /** State of the nightly backup; absent where there is none. */
  readonly backup?: (() => ReadinessCheck) | undefined;
  /** A leap of the clock that nobody accepted; absent where no clock is watched. */
  readonly clockJump?: (() => Promise<unknown>) | undefined;
  now(): Date;
}

/** Looks at register, files, space, owed issues, mark and backup: see `/readyz`. */
export async function readinessOf(source: ReadinessSource): Promise<Readiness> {
  const checks = [
    registerCheck(source),
    await writableCheck(source.dir),
    await spaceCheck(source.dir),
    await owedCheck(source),
    markCheck(source),
    ...(source.backup ? [source.backup()] : []),
    ...(source.clockJump ? [await clockCheck(source.clockJump)] : []),
  ];
  return { status: checks.every(({ ok }) => ok) ? 'ok' : 'not-ready', checks };
}

type Fetch<Env> = (request: Request, env?: Env) => Response | Promise<Response>;

/** Answers `/readyz`; all else goes on to the site. */
export function withReadiness<Env>(site: Fetch<Env>, look: () => Promise<Readiness>): Fetch<Env> {
  return async (request, env) => {
    if (request.method !== 'GET' || new URL(request.url).pathname !== '/readyz') return site(request, env);
    const readiness = await look();
    const status = readiness.status === 'ok' ? 200 : 503;
    return Response.json(readiness, { status, headers: { 'cache-control': 'no-store' } });
  };
}

function registerCheck({ isInPlace }: ReadinessSource): ReadinessCheck {
  const ok = isInPlace();
  return {
    name: 'register',
    ok,
    detail: ok ? 'sổ mở được' : 'tệp sổ đã bị xóa hoặc thay; hãy dừng máy chủ và phục hồi',
  };
}

/** Writes, syncs and removes a small file: what a read-only or full disk refuses. */
async function writableCheck(dir: string): Promise<ReadinessCheck> {
  const path = join(dir, `.readyz.${process.pid}.tmp`);
  try {
    await using file = await open(path, 'w', 0o600);
    await file.writeFile('x');
    await file.sync();
    return { name: 'files', ok: true, detail: 'thư mục dữ liệu ghi được' };
  } catch (error) {
    return { name: 'files', ok: false, detail: `thư mục dữ liệu không ghi được (${errorCode(error) ?? 'lỗi'})` };
  } finally {
    await rm(path, { force: true }).catch(() => {});
  }
}

async function spaceCheck(dir: string): Promise<ReadinessCheck> {
  const { bavail, bsize } = await statfs(dir);
  const free = bavail * bsize;
  const shown = `${Math.floor(free / 1024 / 1024).toLocaleString('vi')} MB`;
  const ok = free >= LOW_SPACE_BYTES;
  return { name: 'space', ok, detail: ok ? `còn ${shown}` : `chỉ còn ${shown}: hãy dọn ổ đĩa hoặc chuyển dữ liệu` };
}

async function owedCheck({ register, now }: ReadinessSource): Promise<ReadinessCheck> {
  try {
    const { length } = await register.listDue(now());
    const detail =
      length === 0 ? 'không có văn bản dở dang' : `${length} văn bản đã có số nhưng chưa có tệp; đang làm tiếp`;
    return { name: 'owed', ok: length === 0, detail };
  } catch {
    return { name: 'owed', ok: false, detail: 'không đọc được sổ' };
  }
}

function markCheck({ outsideFault }: ReadinessSource): ReadinessCheck {
  const fault = outsideFault();
  if (!fault) return { name: 'mark', ok: true, detail: 'dấu số cuối ghi được' };
  return { name: 'mark', ok: false, detail: `không ghi được dấu số cuối ra ngoài (--mark-to): ${fault.message}` };
}

async function clockCheck(clockJump: () => Promise<unknown>): Promise<ReadinessCheck> {
  const ok = (await clockJump()) === undefined;
  const detail = ok ? 'giờ của máy không nhảy' : 'giờ của máy đã nhảy, chưa cấp số: xem banhanh clock status';
  return { name: 'clock', ok, detail };
}
