import { readFileSync, writeFileSync } from 'node:fs';
import { withImportRules } from './biome-rules.ts';

const path = new URL('../biome.json', import.meta.url);
writeFileSync(path, withImportRules(readFileSync(path, 'utf8')));
