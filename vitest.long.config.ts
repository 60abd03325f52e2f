import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Tests that take minutes, and long stories: `npm run test:long`. Everything else is as in `npm test`. */
const config = mergeConfig(base, defineConfig({ test: { testTimeout: 20 * 60_000, hookTimeout: 20 * 60_000 } }));

// Arrays are merged by adding to them; these two are replaced.
config['test'].include = ['test/long/**/*.test.ts'];
config['test'].exclude = configDefaults.exclude;

export default config;
