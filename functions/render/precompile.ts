import Handlebars from 'handlebars';
import type { LaidParts } from '#package/write-zip.ts';
import { buildShell } from './build-shell.ts';
import type { Shell, ShellKind } from './shell-parts.ts';
import { COMPILE_OPTIONS, templateSources, wholeOutlines } from './template-sources.ts';

/** `#templates` of a bundle as JavaScript: the templates precompiled, so that the compiler stays out. */
export function templatesModule(): string {
  return `import Handlebars from 'handlebars/runtime.js';
export const handlebars = Handlebars.create();
export const outlines = ${precompiled(wholeOutlines(templateSources()))};
`;
}

function precompiled(texts: Readonly<Record<string, string>>): string {
  const members = Object.entries(texts).map(
    ([name, text]) =>
      `${JSON.stringify(name)}: handlebars.template(${String(Handlebars.precompile(text, { ...COMPILE_OPTIONS }))})`,
  );
  return `{\n${members.join(',\n')}\n}`;
}

const KINDS: readonly ShellKind[] = [false, true].flatMap((address) =>
  [false, true].map((circulation) => ({ address, circulation })),
);

/** `#shell` of a bundle as JavaScript: the shells as docx makes them, so that docx stays out. */
export async function shellModule(): Promise<string> {
  const shells = await Promise.all(KINDS.map(async (kind) => [kind, asJson(await buildShell(kind))] as const));
  const { shared, text } = withSharedTexts(JSON.stringify(shells));
  return `const shared = [${shared.join(',')}];
const shells = ${text};
export async function buildShell({ address, circulation }) {
  const [, shell] = shells.find(([kind]) => kind.address === address && kind.circulation === circulation);
  const { opening, constantParts, partsBesideStyles } = shell;
  const bytes = (text) => Buffer.from(text, 'base64');
  const laid = (parts) => ({ ...parts, local: bytes(parts.local), directory: bytes(parts.directory) });
  return {
    ...shell,
    opening: { ...opening, deflated: bytes(opening.deflated) },
    constantParts: laid(constantParts),
    partsBesideStyles: laid(partsBesideStyles),
  };
}
`;
}

/** Takes each long text that stands more than once out of JSON: shells differ in few parts. */
function withSharedTexts(json: string): { readonly shared: readonly string[]; readonly text: string } {
  const long = /"(?:[^"\\]|\\.){200,}"/g;
  const counts = new Map<string, number>();
  for (const [literal] of json.matchAll(long)) counts.set(literal, (counts.get(literal) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1).map(([literal]) => literal);
  const indexes = new Map(shared.map((literal, index) => [literal, index]));
  const text = json.replace(long, (literal) => {
    const index = indexes.get(literal);
    return index === undefined ? literal : `shared[${index}]`;
  });
  return { shared, text };
}

function asJson(shell: Shell) {
  const { opening, constantParts, partsBesideStyles } = shell;
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const laid = (parts: LaidParts) => ({ ...parts, local: base64(parts.local), directory: base64(parts.directory) });
  return {
    ...shell,
    opening: { ...opening, deflated: base64(opening.deflated) },
    constantParts: laid(constantParts),
    partsBesideStyles: laid(partsBesideStyles),
  };
}
