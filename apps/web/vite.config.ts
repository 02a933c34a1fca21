import { fileURLToPath } from 'node:url';
import { catalogues } from '@klubba/i18n';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const page = (name: string) => fileURLToPath(new URL(`./${name}.html`, import.meta.url));

/** React Aria's own words exist in some thirty languages; Klubba speaks two. The rest would be a fifth of its weight. */
const SPOKEN = /\/intl\/[^/]+\/(?!sv-SE|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;

function onlySpokenLanguages(): Plugin {
  return {
    name: 'only-spoken-languages',
    enforce: 'pre',
    load(id) {
      return SPOKEN.test(id) ? 'export default {};' : undefined;
    },
  };
}

/** Areas of the catalogue that the public page speaks. Any other text would not be there: add its area here first. */
const PUBLIC_AREAS = ['common', 'shell', 'public', 'portal', 'http', 'label'];

/**
 * The catalogue is large and a citizen needs little of it: the shared module starts empty, and each entry brings its
 * own texts by importing `klubba-texts/all` or `klubba-texts/public`. While developing, everything is simply there.
 */
function textsByEntry(): Plugin {
  const EMPTY = '\0klubba-no-texts';
  const NAMES = ['klubba-texts/all', 'klubba-texts/public'];
  let building = false;
  return {
    name: 'texts-by-entry',
    enforce: 'pre',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId(source, importer) {
      if (NAMES.includes(source)) return `\0${source}`;
      const isCatalogue = source === './catalogues.ts' && importer?.includes('/i18n/src/');
      return building && isCatalogue ? EMPTY : undefined;
    },
    load(id) {
      if (id === EMPTY) return 'export const catalogues = { sv: {}, en: {} };';
      if (!NAMES.includes(id.slice(1))) return undefined;
      if (!building) return '';
      const wanted = (key: string) => id.endsWith('/all') || PUBLIC_AREAS.includes(key.slice(0, key.indexOf('.')));
      const only = (texts: Readonly<Record<string, string>>) =>
        JSON.stringify(Object.fromEntries(Object.entries(texts).filter(([key]) => wanted(key))));
      return {
        code: `import { catalogues } from '@klubba/i18n';
Object.assign(catalogues.sv, ${only(catalogues.sv)});
Object.assign(catalogues.en, ${only(catalogues.en)});`,
        moduleSideEffects: true,
      };
    },
  };
}

/** The gallery of parts is built with `--mode gallery`, and is no part of the product. */
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [onlySpokenLanguages(), textsByEntry(), react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The content policy allows our own files and nothing inline: no data: addresses, no injected script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: mode === 'gallery' ? { gallery: page('gallery') } : { index: page('index'), public: page('public') },
    },
  },
}));
