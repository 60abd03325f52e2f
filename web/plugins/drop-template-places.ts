import type { Plugin } from 'vite';

/** Lines and columns of the templates, for messages to who writes them: `{start:{line:1,column:2},end:{line:1,column:9}}`. */
const PLACE = String.raw`\{\s*"?start"?\s*:\s*\{[^{}]*\}\s*,\s*"?end"?\s*:\s*\{[^{}]*\}\s*\}`;

/** A way to look names up that each template brings for runtimes older than ours. */
const OLD_LOOKUP = /container\.lookupProperty \|\| function\(parent, propertyName\) \{[^{}]*\{[^{}]*\}[^{}]*\}/g;

/** Parts of Handlebars that no template of ours uses. */
const UNUSED =
  /\/handlebars\/dist\/cjs\/handlebars\/(?:helpers\/(?:log|lookup|helper-missing|block-helper-missing)|decorators\/inline|no-conflict)\.js$/;

/** The prebuilt templates without the places of their sources, which nobody reads on the page, and without what older runtimes need. */
export function dropTemplatePlaces(): Plugin {
  return {
    name: 'drop-template-places',
    apply: 'build',
    transform(code, id) {
      if (id.endsWith('/handlebars/dist/cjs/handlebars/logger.js'))
        return { code: "exports.__esModule = true; exports['default'] = { log: function () {} };", map: null };
      if (UNUSED.test(id))
        return { code: "exports.__esModule = true; exports['default'] = function () {};", map: null };
      if (!id.endsWith('/build/templates.js')) return null;
      const left = code.replace(new RegExp(`,\\s*"?loc"?\\s*:\\s*${PLACE}`, 'g'), '');
      const placeless = left.replace(new RegExp(`,\\s*${PLACE}`, 'g'), '');
      return { code: placeless.replace(OLD_LOOKUP, 'container.lookupProperty'), map: null };
    },
  };
}
