import { z } from 'zod';

/** SHA-256 in 64 lower-case hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
