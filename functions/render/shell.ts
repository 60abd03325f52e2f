import { type DeflatedPart, deflatePart } from '#package/deflate.ts';
import { zipBytes } from '#package/write-zip.ts';
import { buildShell } from '#shell';
import type { Shell, ShellKind } from './shell-parts.ts';

const shells = new Map<string, Promise<Shell>>();

/** The shell of a kind, built at its first use. */
export function shellFor(kind: ShellKind): Promise<Shell> {
  const key = `${kind.address} ${kind.circulation}`;
  const known = shells.get(key);
  if (known !== undefined) return known;
  const built = buildShell(kind);
  shells.set(key, built);
  return built;
}

/** Zips a document's own parts with its shell's, and with the styles that few documents have where it uses them. */
export function zipInShell(shell: Shell, used: ReadonlySet<string>, own: readonly DeflatedPart[]): Uint8Array {
  if (used.size === 0) return zipBytes(shell.constantParts, own);
  const { xml, optional } = shell.styles;
  const added = Object.keys(optional).map((id) => (used.has(id) ? optional[id] : ''));
  const styles = deflatePart('word/styles.xml', xml.replace('</w:styles>', `${added.join('')}</w:styles>`));
  return zipBytes(shell.partsBesideStyles, [styles, ...own]);
}
