/**
 * How long a client waits, in milliseconds, before it tries again: a connection that Lambda had put to sleep may be lost and say
 * nothing. Without `throwOnRequestTimeout` the SDK would only print a line and go on waiting.
 */
export const BOUNDED_WAITING = {
  connectionTimeout: 1_000,
  requestTimeout: 5_000,
  throwOnRequestTimeout: true,
} as const;
