import { OperatorError } from '../output/operator-error.ts';
import { type KeyAndCertificate, namesOf } from '../tls/read-certificate.ts';
import { openTls } from '../tls/tls-directory.ts';
import { type GateOptions, LOOPBACK_NAMES, machineNames } from './gate.ts';

/** Access to a server: address, certificate, names, proxies. */
export interface ServerAccess {
  readonly host: string;
  readonly tls: KeyAndCertificate | undefined;
  /** The certificate as it stands now: one that was about to end has been made anew. */
  readonly renewTls: (() => Promise<KeyAndCertificate | undefined>) | undefined;
  /** People's browsers see https, by our own certificate or by a proxy's. */
  readonly isSecure: boolean;
  readonly gate: GateOptions;
}

/** Options of a start that decide on access. */
export interface AccessOptions {
  readonly dir: string;
  readonly host?: string | undefined;
  readonly names?: readonly string[] | undefined;
  readonly trustProxy?: readonly string[] | undefined;
  readonly tls?: KeyAndCertificate | undefined;
  readonly isInsecure?: boolean | undefined;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Throws `OperatorError` beyond loopback without TLS, unless told to. */
export async function accessOf(options: AccessOptions): Promise<ServerAccess> {
  const { dir, host = '127.0.0.1', names = [], trustProxy = [], isInsecure = false } = options;
  const isLocal = LOOPBACK.has(host);
  const own = options.tls === undefined && !isLocal ? await openTls(dir, new Date()) : undefined;
  const tls = options.tls ?? own;
  if (!isLocal && !tls && !isInsecure) throw new OperatorError(NO_TLS);
  const proxies = new Set(trustProxy);
  const known = [...names, ...(isLocal ? [] : machineNames()), ...(tls ? namesOf(tls.certificate) : [])];
  return {
    host,
    tls,
    renewTls: own && (() => openTls(dir, new Date())),
    isSecure: tls !== undefined || proxies.size > 0,
    gate: { names: new Set([...LOOPBACK_NAMES, ...known.map((name) => name.toLowerCase())]), proxies },
  };
}

const NO_TLS =
  'Máy khác chỉ vào được qua TLS: hãy chạy banhanh tls init, hoặc chỉ --tls-cert và --tls-key, hoặc đặt máy chủ sau một proxy (--trust-proxy, nghe ở 127.0.0.1). Nếu vẫn muốn mở không mã hóa, mật khẩu đi trần trên mạng, hãy thêm --insecure.';
