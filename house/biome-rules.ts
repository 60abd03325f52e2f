import { ROOMS } from './rooms.ts';

const DECISION = 'docs/decisions/0002-import-rule.md';

/** The overrides of biome.json that hold the import rule, one a room, made from the table of rooms. */
export function importRules(): object[] {
  return Object.entries(ROOMS).map(([name, { includes, may, rule }]) => {
    const group = ['**', ...['./**', '../**', ...may].map((allowed) => `!${allowed}`)];
    const patterns = [{ group, message: `${name} ${rule} (${DECISION}).` }];
    return {
      includes,
      linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } },
    };
  });
}

/** The text of biome.json with its import rules made anew; all else stays. */
export function withImportRules(biomeJson: string): string {
  const config: { readonly overrides: readonly object[] } = JSON.parse(biomeJson);
  const others = config.overrides.filter((override) => !JSON.stringify(override).includes('noRestrictedImports'));
  return `${JSON.stringify({ ...config, overrides: [...others, ...importRules()] }, null, 2)}\n`;
}
