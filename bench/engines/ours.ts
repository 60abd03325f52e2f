import { renderDocument } from '#render/render.ts';
import type { RenderInput } from '#render/render-input.ts';
import { type Engine, engine } from './engine.ts';

/** Our own rendering of a checked document at a level of compression. */
export function oursAt(level: number): Engine {
  return engine(
    `Ban Hành, level ${level}`,
    ({ input }) => input,
    (input) => () => renderOwn(input, level),
  );
}

/** The document's own file. */
export async function renderOwn(input: RenderInput, level: number): Promise<Uint8Array> {
  const [file] = await renderDocument(input, { deflateLevel: level });
  if (!file) throw new Error('renderDocument gave no file');
  return file.bytes;
}
