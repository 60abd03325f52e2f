import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { argumentsOf, type Call } from './trace.ts';

interface FileNode {
  readonly kind: 'file';
  data: Buffer;
  /** State of the disk after a sync. */
  synced: Buffer;
}
interface FolderNode {
  readonly kind: 'folder';
  readonly names: Map<string, Node>;
  synced: Map<string, Node>;
}
type Node = FileNode | FolderNode;

/** Unit in which a disk writes; of a file that was not synced some blocks may be there and others not. */
const BLOCK = 4096;

const emptyFile = (): FileNode => ({ kind: 'file', data: Buffer.alloc(0), synced: Buffer.alloc(0) });
const emptyFolder = (): FolderNode => ({ kind: 'folder', names: new Map(), synced: new Map() });

/** Share of the unsynced that a death spares: all (the process alone died), none, or what chance says. */
export type Luck = 'all' | 'none' | (() => boolean);

/** A disk below one folder, as a machine has it when its power goes: what was synced, and of the rest what chance kept. */
export interface Disk {
  /** Follows a call; true where it changed the disk, what is synced of it, or what was printed. */
  apply(call: Call): boolean;
  /** Lines that the program had printed. */
  readonly printed: readonly string[];
  /** Writes what is left into a new folder. */
  leave(to: string, luck: Luck): void;
}

/** A disk with what stands in `before`, or an empty one; what happens outside `root` is not seen. */
export function createDisk(root: string, before?: string): Disk {
  const top = before === undefined ? emptyFolder() : standing(before);
  const open = new Map<number, { readonly node: Node; offset: number; readonly appends: boolean }>();
  const syncing = new Map<string, Buffer | Map<string, Node>>();
  let said = '';

  const folderOf = (path: string): FolderNode | undefined => {
    let folder: Node | undefined = top;
    for (const name of path.slice(root.length).split('/').filter(Boolean))
      folder = folder?.kind === 'folder' ? folder.names.get(name) : undefined;
    return folder?.kind === 'folder' ? folder : undefined;
  };
  const isInside = (path: string) => path === root || path.startsWith(`${root}/`);
  const nodeAt = (path: string) => (path === root ? top : folderOf(dirname(path))?.names.get(basename(path)));
  const put = (path: string, node: Node): boolean => {
    folderOf(dirname(path))?.names.set(basename(path), node);
    return true;
  };
  const write = (fd: number, bytes: Buffer, at?: number): boolean => {
    const file = open.get(fd);
    if (file?.node.kind !== 'file') return false;
    const { node } = file;
    const start = at ?? (file.appends ? node.data.length : file.offset);
    const grown = Buffer.alloc(Math.max(node.data.length, start + bytes.length));
    node.data.copy(grown);
    bytes.copy(grown, start);
    node.data = grown;
    if (at === undefined) file.offset = start + bytes.length;
    return true;
  };

  const end = ({ name, args, result, thread }: Extract<Call, { readonly step: 'end' }>): boolean => {
    const parts = argumentsOf(args);
    const paths = parts.filter((part) => Buffer.isBuffer(part)).map(String);
    const [path = '', other = ''] = paths;
    const fd = Number(parts[0]);
    const text = parts.filter((part) => Buffer.isBuffer(part));
    if (result < 0) return false;
    switch (name) {
      case 'openat': {
        if (!isInside(path)) {
          open.delete(result);
          return false;
        }
        let node = nodeAt(path);
        const isNew = !node && args.includes('O_CREAT');
        const isCut = args.includes('O_TRUNC');
        if (isNew) {
          node = emptyFile();
          put(path, node);
        }
        if (node?.kind === 'file' && isCut) node.data = Buffer.alloc(0);
        if (node) open.set(result, { node, offset: 0, appends: args.includes('O_APPEND') });
        return isNew || isCut;
      }
      // A close is not followed: the trace may tell of it after another thread's open that was given the same number.
      case 'write':
      case 'writev':
        if (fd === 1) said += Buffer.concat(text).subarray(0, result).toString();
        return write(fd, Buffer.concat(text).subarray(0, result)) || fd === 1;
      case 'pwrite64':
      case 'pwritev':
        return write(fd, Buffer.concat(text).subarray(0, result), Number(parts.at(-1)));
      case 'copy_file_range':
      case 'sendfile': {
        const [from, at, to] = name === 'sendfile' ? [parts[1], parts[2], parts[0]] : parts;
        if (!open.has(Number(to))) return false;
        const source = open.get(Number(from));
        if (source?.node.kind !== 'file') throw new Error(`a copy from what is not seen: ${name}(${args})`);
        const start = at === 'NULL' ? source.offset : Number(at);
        if (at === 'NULL') source.offset += result;
        return write(Number(to), source.node.data.subarray(start, start + result));
      }
      case 'ftruncate': {
        const file = open.get(fd);
        if (file?.node.kind !== 'file') return false;
        const length = Number(parts[1]);
        const cut = Buffer.alloc(length);
        file.node.data.copy(cut);
        file.node.data = cut;
        return true;
      }
      case 'fsync':
      case 'fdatasync': {
        const node = open.get(fd)?.node;
        const state = syncing.get(thread);
        if (node?.kind === 'file' && Buffer.isBuffer(state)) node.synced = state;
        if (node?.kind === 'folder' && state instanceof Map) node.synced = state;
        return node !== undefined;
      }
      case 'mkdir':
      case 'mkdirat':
        return isInside(path) && put(path, emptyFolder());
      case 'rename':
      case 'renameat':
      case 'renameat2': {
        const node = isInside(path) ? nodeAt(path) : undefined;
        if (!node) return false;
        folderOf(dirname(path))?.names.delete(basename(path));
        return put(other, node);
      }
      case 'unlink':
      case 'unlinkat':
      case 'rmdir':
        return isInside(path) && folderOf(dirname(path))?.names.delete(basename(path)) === true;
      case 'link':
      case 'linkat':
        throw new Error('hard links are not expected: backups go to shares and sticks');
      default:
        return false;
    }
  };

  return {
    apply: (call) => {
      if (call.step === 'end') return end(call);
      if (call.name !== 'fsync' && call.name !== 'fdatasync') return false;
      const node = open.get(Number(argumentsOf(call.args)[0]?.toString().replace(/\D.*$/, '')))?.node;
      if (node) syncing.set(call.thread, node.kind === 'file' ? node.data : new Map(node.names));
      return false;
    },
    get printed() {
      return said.split('\n').slice(0, -1);
    },
    leave: (to, luck) => {
      const keeps = () => luck === 'all' || (luck !== 'none' && luck());
      const leftOf = ({ data, synced }: FileNode): Buffer => {
        if (keeps()) return data;
        if (typeof luck === 'string' || keeps()) return synced;
        return mixed(data, synced, luck);
      };
      const putFolder = (folder: FolderNode, path: string) => {
        mkdirSync(path, { recursive: true });
        for (const [name, node] of keeps() ? folder.names : folder.synced) {
          if (node.kind === 'folder') putFolder(node, join(path, name));
          else writeFileSync(join(path, name), leftOf(node), { mode: 0o600 });
        }
      };
      putFolder(top, to);
    },
  };
}

function standing(path: string): FolderNode {
  const names = new Map<string, Node>();
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const at = join(path, entry.name);
    if (entry.isDirectory()) names.set(entry.name, standing(at));
    else {
      const data = readFileSync(at);
      names.set(entry.name, { kind: 'file', data, synced: data });
    }
  }
  return { kind: 'folder', names, synced: new Map(names) };
}

/** As long as the one or the other, each block from one of them. */
function mixed(data: Buffer, synced: Buffer, coin: () => boolean): Buffer {
  const left = Buffer.alloc(coin() ? data.length : synced.length);
  for (let at = 0; at < left.length; at += BLOCK) {
    const source = coin() ? data : synced;
    left.set(source.subarray(at, Math.min(at + BLOCK, left.length)), at);
  }
  return left;
}
