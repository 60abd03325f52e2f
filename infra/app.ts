import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { buildApp } from './build-app.ts';
import { BUNDLES, bundleFunctions } from './bundle.ts';

// What `cdk` runs: bundles the functions once, then says what stands where.

const packageJson: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const { version } = z.object({ version: z.string() }).parse(packageJson);

await bundleFunctions();
buildApp({ release: version, bundles: BUNDLES, root: fileURLToPath(new URL('..', import.meta.url)) });
