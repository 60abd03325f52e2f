import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const COMMON = '/org.openoffice.Office.Common';

/**
 * Settings of a converter's profile, whatever a release's defaults: no macros, no updates of a document's links, no
 * Java.
 */
const SETTINGS: readonly [path: string, name: string, value: string | number | boolean][] = [
  [`${COMMON}/Security/Scripting`, 'DisableMacrosExecution', true],
  /** Very high: none but of trusted places, of which there are none. */
  [`${COMMON}/Security/Scripting`, 'MacroSecurityLevel', 3],
  /** No place is trusted, so no document's links are followed, those to pictures included. */
  [`${COMMON}/Security/Scripting`, 'BlockUntrustedRefererLinks', true],
  /** Never. */
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', 0],
  ['/org.openoffice.Office.Java/VirtualMachine', 'Enable', false],
  [`${COMMON}/Misc`, 'UseOpenCL', false],
];

/** Writes a profile for LibreOffice into a new directory: its user directory with our settings and nothing else. */
export async function writeOfficeProfile(dir: string): Promise<void> {
  await mkdir(join(dir, 'user'), { recursive: true });
  await writeFile(join(dir, 'user', 'registrymodifications.xcu'), settingsXml(), { flag: 'wx' });
}

function settingsXml(): string {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${items.join('')}</oor:items>
`;
}
