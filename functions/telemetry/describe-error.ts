/** An error as a log may hold it: where it happened and what kind it is, and of its words only those that quote no one. */
export interface ErrorDescription {
  readonly name: string;
  readonly code?: string;
  /** Of errors whose words are a program's own. */
  readonly message?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** AWS's id of the request that failed. */
  readonly awsRequestId?: string;
  readonly frames: readonly string[];
  readonly cause?: ErrorDescription;
}

/** Errors of the language: their words name identifiers. `SyntaxError` is not among them: JSON.parse quotes what it was given. */
const OF_THE_LANGUAGE = new Set(['TypeError', 'RangeError', 'ReferenceError']);
/** Parameters that are ids, numbers or names of our own; all else may be somebody's words. */
const HARMLESS_PARAMS = new Set([
  'schema',
  'path',
  'part',
  'key',
  'docId',
  'state',
  'act',
  'version',
  'rev',
  'year',
  'series',
]);
const MAX_FRAMES = 20;
const MAX_CAUSES = 4;

/**
 * Describes an error without what it may quote: documents, names, findings, stored items. What is not known to be harmless is
 * left out, so an error of a new library says its name and its place and nothing else.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const { name, message, stack = '', cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const metadata = awsMetadata(error);
  const awsRequestId = metadata?.requestId;
  const isOurs = code !== undefined && message === code;
  const isOfTheSystem = code !== undefined && 'syscall' in error;
  const says = metadata !== undefined || isOfTheSystem || OF_THE_LANGUAGE.has(name);
  const params = isOurs && 'params' in error ? harmless(error.params) : {};
  const key = isOurs && 'key' in error && typeof error.key === 'string' ? { key: error.key } : {};
  return {
    name,
    ...(code !== undefined && { code }),
    ...(says && { message }),
    ...(Object.keys({ ...params, ...key }).length > 0 && { facts: { ...params, ...key } }),
    ...(awsRequestId !== undefined && { awsRequestId }),
    frames: framesOf(stack),
    ...(cause !== undefined && depth < MAX_CAUSES && { cause: describeError(cause, depth + 1) }),
  };
}

/** The stack without its first line, which repeats the message; a message of several lines goes with it. */
function framesOf(stack: string): string[] {
  const lines = stack.split('\n').map((line) => line.trim());
  return lines.filter((line) => /^at .*(:\d+:\d+\)?|\(?node:.*|<anonymous>\)?)$/.test(line)).slice(0, MAX_FRAMES);
}

/** Fields that the SDK puts on its errors; their words are the service's, about our request. */
function awsMetadata(error: Error): { readonly requestId?: string } | undefined {
  if (!('$metadata' in error) || typeof error.$metadata !== 'object' || error.$metadata === null) return undefined;
  const { $metadata: metadata } = error;
  return 'requestId' in metadata && typeof metadata.requestId === 'string' ? { requestId: metadata.requestId } : {};
}

function harmless(params: unknown): Record<string, string | number | boolean> {
  if (typeof params !== 'object' || params === null) return {};
  const kept: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(params)) {
    if (HARMLESS_PARAMS.has(name) && ['string', 'number', 'boolean'].includes(typeof value)) kept[name] = value;
  }
  return kept;
}
