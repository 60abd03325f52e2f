import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { optimizeCss, optimizeImports } from 'carbon-preprocess-svelte';
import { defineConfig } from 'vite';

/** The rooms of functions/ that the page takes as they are (docs/decisions/0120-the-page-is-a-workspace.md). */
const ROOMS = 'base|document|package|localise|render|read|check|intake|present';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte({ preprocess: [optimizeImports()] }), optimizeCss()],
  resolve: {
    // Prebuilt templates, as in Lambda: no template compiler and no `docx` in the page.
    conditions: ['bundled', 'module', 'browser', 'development|production'],
    alias: [
      {
        find: new RegExp(`^#(${ROOMS})/`),
        replacement: `${fileURLToPath(new URL('../functions/', import.meta.url))}$1/`,
      },
    ],
  },
  build: {
    target: 'es2024',
    // The policy of the page allows no inline script, and every browser we serve preloads modules.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
  },
});
