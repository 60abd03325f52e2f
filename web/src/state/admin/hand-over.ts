import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { asProblem } from '../../api/problem.ts';
import type { Seen } from '../document/act.ts';
import { formatDay } from '../format.ts';

/** A document that waits for one person; of one that the admin may not see, its type alone. */
export type Held = components['schemas']['HeldDocument'];

/** Colleagues who take over: staffId of who drafts on, and of who takes the steps. */
export interface Takers {
  readonly draft: string;
  readonly step: string;
}

/** A document that was not handed over, and why. */
export interface NotHanded {
  readonly held: Held;
  readonly reason: string;
}

/** Turns in words. */
const TURNS: Readonly<Record<Held['turn'], string>> = {
  draft: 'bản thảo',
  step: 'bước kiểm tra',
  signature: 'chờ người này ký',
};

/** Reads what waits for one person. Throws `Problem`. */
export async function readHeld(staffId: string): Promise<readonly Held[]> {
  return (await answer(api.GET('/people/{staffId}/held-documents', { params: { path: { staffId } } }))).data.items;
}

/** `Kế hoạch “Cải cách hành chính”, bản thảo, từ 12/03/2026`. */
export function heldLine({ typeName, subject, unit, turn, updatedAt }: Held): string {
  const name = subject === undefined ? typeName : `${typeName} “${subject}”`;
  return [name, TURNS[turn], ...(unit === undefined ? [] : [`đơn vị ${unit}`]), `từ ${formatDay(updatedAt)}`].join(
    ', ',
  );
}

/** Documents of one turn. */
export function heldBy(all: readonly Held[], turn: Held['turn']): Held[] {
  return all.filter((one) => one.turn === turn);
}

/** Documents that can be handed over to the takers that were chosen: drafts to who drafts, steps to who checks. */
export function readyFor(all: readonly Held[], takers: Takers): Held[] {
  return all.filter(({ turn }) => turn !== 'signature' && takers[turn] !== '');
}

/** Acts that handing over all needs: one that hands over one document, and what is told how many are through. */
export interface HandingOver {
  readonly handOver: (seen: Seen, to: string) => Promise<void>;
  readonly told: (count: number) => void;
}

/**
 * Hands documents over one after the other, each on the version that was listed. What fails keeps none of the others from their takers.
 */
export async function handOverAll(
  documents: readonly Held[],
  takers: Takers,
  { handOver, told }: HandingOver,
): Promise<NotHanded[]> {
  const failed: NotHanded[] = [];
  for (const [index, held] of documents.entries()) {
    const { docId, version, rev, turn } = held;
    if (turn === 'signature') continue;
    try {
      await handOver({ docId, etag: `"v${version}-r${rev}"` }, takers[turn]);
    } catch (error) {
      failed.push({ held, reason: asProblem(error).message });
    }
    told(index + 1);
  }
  return failed;
}
