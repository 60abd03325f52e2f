/**
 * Milliseconds that a client waits before a retry: a connection lost while Lambda slept says nothing. Without
 * `throwOnRequestTimeout` the SDK would only print a line and go on waiting.
 */
export const BOUNDED_WAITING = {
  connectionTimeout: 1_000,
  requestTimeout: 5_000,
  throwOnRequestTimeout: true,
} as const;
