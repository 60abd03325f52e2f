import { svelte } from '@sveltejs/vite-plugin-svelte';
import { optimizeCss, optimizeImports } from 'carbon-preprocess-svelte';
import { defineConfig, type Plugin } from 'vite';
import { dropJsonSchema } from './plugins/drop-json-schema.ts';
import { dropSchemaTexts } from './plugins/drop-schema-texts.ts';
import { dropStyleNames } from './plugins/drop-style-names.ts';
import { dropTemplatePlaces } from './plugins/drop-template-places.ts';
import { dropZodTexts } from './plugins/drop-zod-texts.ts';
import { roomAlias } from './room-alias.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    svelte({ preprocess: [optimizeImports()] }),
    optimizeCss(),
    dropWebFonts(),
    dropSchemaTexts(),
    dropJsonSchema(),
    dropStyleNames(),
    dropTemplatePlaces(),
    dropZodTexts(),
  ],
  resolve: {
    // Prebuilt templates, as in Lambda: no template compiler and no `docx` in the page.
    conditions: ['bundled', 'module', 'browser', 'development|production'],
    alias: [roomAlias],
  },
  build: {
    target: 'es2024',
    // The policy of the page allows no inline script, and every browser we serve preloads modules.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
  },
});

/** Carbon's styles would fetch its fonts from another origin; the page uses those of the machine. */
function dropWebFonts(): Plugin {
  return {
    name: 'drop-web-fonts',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css') || typeof file.source !== 'string') continue;
        file.source = file.source.replace(/@font-face\s*\{[^}]*s81c\.com[^}]*\}/g, '');
      }
    },
  };
}
