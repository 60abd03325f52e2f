import type {
  AddFileCommand,
  PlacePaperCommand,
  ReplaceFileCommand,
  RestrictCommand,
} from '../commands/file-commands.ts';
import type { DocumentItem } from '../model/types.ts';
import type { NumberedDocument } from './answers.ts';

/** Files that come later, and where the paper lies. */
export interface FilePort {
  /** Adds the signed file to an issued document, once. Throws as `withdrawDocument`, and `signed-already`, `series-closed`. */
  addSigned(command: AddFileCommand): Promise<NumberedDocument>;
  /** Puts a file in the place of a wrong one, which stays in the row. Throws as `addSigned`, and `not-replaceable`. */
  replaceFile(command: ReplaceFileCommand): Promise<NumberedDocument>;
  /** Says where the signed paper lies. Throws `not-found`, `wrong-state`, `stale`. */
  placePaper(command: PlacePaperCommand): Promise<DocumentItem>;
  /** Says who outside its organ may see an issued document, with the reason. Throws `wrong-state`, `stale`. */
  restrictDocument(command: RestrictCommand): Promise<DocumentItem>;
  /** Adds its file to a paper record that was brought in without one. Throws as `addSigned`, and `has-file`. */
  addScan(command: AddFileCommand): Promise<NumberedDocument>;
}
