/** Settings of a unit; all paths are absolute. */
export interface UnitOptions {
  readonly node: string;
  readonly program: string;
  /** The project's folder. */
  readonly root: string;
  readonly user: string;
  readonly dir: string;
  readonly port: number;
  readonly serveOptions: readonly string[];
}

/** Node's default keeps 48 MB for young objects; with 12 those of a request are gone before they count as old (decision 441). */
const NODE_OPTIONS = ['--max-semi-space-size=4'] as const;

/** Makes a systemd unit that runs the server as a user of its own choice. It starts it again when it fails. */
export function unitText({ node, program, root, user, dir, port, serveOptions }: UnitOptions): string {
  const command = [node, ...NODE_OPTIONS, program, 'serve', '--data', dir, '--port', String(port), ...serveOptions]
    .map(quoted)
    .join(' ');
  return `[Unit]
Description=Ban Hành: soạn, cấp số, lưu văn bản
After=network.target

[Service]
Type=simple
User=${user}
WorkingDirectory=${root}
ExecStart=${command}
Restart=on-failure
RestartSec=5
TimeoutStopSec=30
# What was compiled stays over restarts; /tmp does not.
CacheDirectory=banhanh
Environment=NODE_COMPILE_CACHE=%C/banhanh MALLOC_ARENA_MAX=2
UMask=0077
NoNewPrivileges=yes
PrivateTmp=yes
ProtectSystem=full

[Install]
WantedBy=multi-user.target
`;
}

/** systemd takes C's escapes in double quotes, and `%` and `$` doubled. */
function quoted(word: string): string {
  const escaped = word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /[\s"';]/.test(word) ? `"${escaped}"` : escaped;
}
