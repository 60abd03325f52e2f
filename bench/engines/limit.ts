import { deflateRawSync } from 'node:zlib';
import { mainPart } from '../read-model.ts';
import { type Engine, engine } from './engine.ts';

/** Lower bound of any engine: our main part joined from its strings and deflated once, without escaping, checksum or zip. */
export function limitAt(level: number): Engine {
  return engine(
    `limit, level ${level}`,
    ({ ours }) => mainPart(ours).split(/(?<=<w:t(?: [^>]*)?>)|(?=<\/w:t>)/),
    (pieces) => async () => {
      let xml = '';
      for (const piece of pieces) xml += piece;
      return deflateRawSync(xml, { level });
    },
  );
}
