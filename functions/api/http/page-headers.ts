/** Policy of the page: scripts, styles, pictures and answers of its own origin, and files it made itself. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': 'blob:',
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'svelte-trusted-html banhanh-preview-xml banhanh-paste ProseMirrorClipboard',
} as const;

/** Origins beside our own that scripts may ask: in AWS the store that links lead to and the provider people sign in at. */
export interface OtherOrigins {
  readonly connect?: readonly string[];
}

/** Headers of every file of the page, on one machine and behind CloudFront. */
export function pageHeaders({ connect = [] }: OtherOrigins = {}): Readonly<Record<string, string>> {
  const policy = { ...POLICY, 'connect-src': ["'self'", ...connect].join(' ') };
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  };
}

/** Files whose name holds a hash of their content never change. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** All others are asked for anew each time. */
export const REVALIDATE = 'no-cache';

/** Tells whether a path of the page names such a file. */
export function isHashed(path: string): boolean {
  return path.startsWith('/assets/');
}
