import type { FanOuts } from '#register/fan-outs/fan-out.ts';
import type { Deps } from '../deps.ts';

/** What the use cases of fan-out work with beside the rest. */
export interface FanOutDeps extends Deps {
  readonly fanOuts: FanOuts;
}
