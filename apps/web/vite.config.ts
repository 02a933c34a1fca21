import { fileURLToPath } from 'node:url';
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

/** The gallery of parts is built with `--mode gallery`, and is no part of the product. */
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [onlySpokenLanguages(), react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The content policy allows our own files and nothing inline: no data: addresses, no injected script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: {
        index: page('index'),
        public: page('public'),
        ...(mode === 'gallery' ? { gallery: page('gallery') } : {}),
      },
    },
  },
}));
