import { z } from 'zod';

/** An id in a message, as ids are in keys: what else stands there is not ours, and is not to be logged. */
export const ownId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);
