import { deserialize, serialize } from 'node:v8';
import type { RenderInput } from '#render/render-input.ts';

/** A document to write: as data, and as we wrote it. */
export interface Subject {
  readonly input: RenderInput;
  readonly ours: Uint8Array;
}

/** Writes one document, again and again. */
export type Writer = () => Promise<Uint8Array>;

/** A way to make a .docx. */
export interface Engine {
  readonly name: string;
  /** Gets ready to write a document: all that can be made beforehand is made. */
  readonly prepare: (subject: Subject) => Writer;
  /** Result of `prepare`, as bytes for another process. */
  readonly pack: (subject: Subject) => Uint8Array;
  readonly unpack: (packed: Uint8Array) => Writer;
}

/** An engine: what it needs of a document, and how it writes it. */
export function engine<Plan>(name: string, plan: (subject: Subject) => Plan, writer: (plan: Plan) => Writer): Engine {
  return {
    name,
    prepare: (subject) => writer(plan(subject)),
    pack: (subject) => serialize(plan(subject)),
    unpack: (packed) => writer(deserialize(packed)),
  };
}
