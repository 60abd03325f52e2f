import type { FanOuts } from '#register/fan-outs/fan-out.ts';
import type { Deps } from '../deps.ts';

/** Dependencies of the fan-out beside those of every use case. */
export interface FanOutDeps extends Deps {
  readonly fanOuts: FanOuts;
}
