import type { FileSystem } from '#base/node/file-system.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import type { Deps } from '../deps.ts';

/** Paths of a data directory that backup and restore need. */
export interface DirectoryPaths {
  readonly register: string;
  readonly marks: string;
  readonly files: string;
  /** Files beside the register that a backup takes along: organs, users, the key of sign-in. */
  readonly besides: readonly string[];
}

/** A data directory that is open. */
export interface OpenDirectory {
  readonly deps: Deps;
  readonly inspection: Inspection;
  close(): Promise<void>;
}

/** Finds, converts and opens data directories. */
export interface DirectoryDeps {
  /** Files of this machine; absent: as its system has them. */
  readonly fs?: FileSystem;
  paths(dir: string): DirectoryPaths;
  /** Turns a register of an older release into ours. */
  convert(dir: string): Promise<unknown>;
  open(dir: string): Promise<OpenDirectory>;
}
