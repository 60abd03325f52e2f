import { fileURLToPath } from 'node:url';

/** The rooms of functions/ that the page takes as they are (docs/decisions/0120-the-page-is-a-workspace.md). */
const ROOMS = 'base|document|package|localise|render|read|check|intake|present';

/** Brings rooms into the page, and into tests of its state: package imports cannot reach outside `web`. */
export const roomAlias = {
  find: new RegExp(`^#(${ROOMS})/`),
  replacement: `${fileURLToPath(new URL('../functions/', import.meta.url))}$1/`,
};
