import { configDefaults, defineConfig } from 'vitest/config';
import { ClosingLineReporter } from './test/support/closing-line-reporter.ts';
import { roomAlias } from './web/room-alias.ts';

export default defineConfig({
  resolve: { alias: [roomAlias] },
  test: {
    include: ['test/**/*.test.ts'],
    // They have a configuration of their own: vitest.long.config.ts, `npm run test:long`.
    exclude: [...configDefaults.exclude, 'test/long/**'],
    // Tests start LibreOffice, the embedded database and servers: two files at a time fill a machine of two cores.
    globalSetup: ['test/support/run-directory.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    // A hook may bundle all functions, build the page and start a browser beside another that does.
    hookTimeout: 300_000,
    // What a page shows comes when two loaded cores have drawn it; a second is no fault.
    expect: { poll: { timeout: 60_000, interval: 100 } },
    reporters: ['default', new ClosingLineReporter()],
  },
});
