import type { IssuedFile } from '../model/types.ts';
import type { TransitionCommand } from './document-commands.ts';

/** A file that comes later, once: the signed one, or that of a paper record; it is in the store already. */
export interface AddFileCommand extends TransitionCommand {
  readonly file: IssuedFile;
}

/** Another file in the place of a wrong one that a person brought; it is in the store already. */
export interface ReplaceFileCommand extends TransitionCommand {
  /** The wrong one. */
  readonly fileId: string;
  readonly file: IssuedFile;
  readonly reason: string;
}

/** Change of who outside its organ may see an issued document. */
export interface RestrictCommand extends TransitionCommand {
  /** True: those it was sent to, and nobody else. */
  readonly restricted: boolean;
  readonly reason: string;
}

/** Shelf, box and folder of the signed paper. */
export interface PlacePaperCommand extends TransitionCommand {
  readonly place: string;
}
