import { deflateRawSync } from 'node:zlib';
import { mainPart } from '../read-model.ts';
import { type Engine, engine } from './engine.ts';

/**
 * What no way of making the document can undercut: our main part, put together from its tags and its texts as strings,
 * and one native deflate; no escaping, no checksum, no zip around it.
 */
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
