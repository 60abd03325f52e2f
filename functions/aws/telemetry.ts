import type { z } from 'zod';
import { openTelemetry, type Telemetry } from '#telemetry/telemetry.ts';
import type { aboutVariables } from './environment.ts';

/** Log and metrics of a function, which bear what it is told of itself. */
export function telemetryOf(env: z.infer<z.ZodObject<typeof aboutVariables>>): Telemetry {
  return openTelemetry({ service: env.POWERTOOLS_SERVICE_NAME, stage: env.STAGE, release: env.RELEASE });
}
