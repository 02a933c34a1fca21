import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { catalogues, type Language } from '@klubba/i18n';
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

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

/**
 * Which areas of the catalogue come with which download. `all` is what every participant's screen may say: whatever is not
 * listed as for a few. Of that `first` is what a member's screen in a debate says, and comes with the page; the `rest` comes with
 * every screen and part that is downloaded later. A screen whose texts are for a few imports `klubba-texts/…` in its `index.tsx`.
 */
const AREAS: Readonly<Record<string, readonly string[]>> = {
  first: ['common', 'shell', 'member', 'video', 'waiting', 'documents', 'label', 'alternative', 'figure'],
  public: ['common', 'public', 'label', 'alternative'],
  /** Those who lead, write and watch the links. */
  desk: ['chair', 'secretary', 'support', 'script', 'minutes', 'planning'],
  admin: ['admin', 'register'],
};
/** Said by the server and the public page alone. */
const NOT_ON_SCREENS = ['public', 'server', 'start'];
const FOR_A_FEW = [...(AREAS['desk'] ?? []), ...(AREAS['admin'] ?? []), ...NOT_ON_SCREENS];

/**
 * The catalogue is large, a citizen needs little of it, and most people one language: the shared module starts empty,
 * and each entry brings its own Swedish (`klubba-texts/first`, `/rest`, `/public`, `/desk` …) and, when somebody chooses it, its English
 * (`/all-en` for every screen, `/public-en`). English falls back on Swedish. While developing, everything is simply there.
 */
function textsByEntry(): Plugin {
  const EMPTY = '\0klubba-no-texts';
  const TEXTS = /^\0?klubba-texts\/(all|first|rest|public|desk|admin)(-en)?$/;
  let building = false;
  return {
    name: 'texts-by-entry',
    enforce: 'pre',
    configResolved(config) {
      building = config.command === 'build';
    },
    resolveId(source, importer) {
      if (TEXTS.test(source)) return `\0${source}`;
      const isCatalogue = source === './catalogues.ts' && importer?.includes('/i18n/src/');
      return building && isCatalogue ? EMPTY : undefined;
    },
    load(id) {
      if (id === EMPTY) return 'const sv = {}; export const catalogues = { sv, en: Object.create(sv) };';
      const [, entry, english] = TEXTS.exec(id) ?? [];
      if (entry === undefined) return undefined;
      const language: Language = english === undefined ? 'sv' : 'en';
      const unwanted = [
        ...(english === undefined ? FOR_A_FEW : NOT_ON_SCREENS),
        ...(entry === 'rest' ? (AREAS['first'] ?? []) : []),
      ];
      const wanted = (area: string) => AREAS[entry]?.includes(area) ?? !unwanted.includes(area);
      const texts = Object.fromEntries(
        Object.entries<string>(catalogues[language]).filter(([key]) => wanted(key.slice(0, key.indexOf('.')))),
      );
      const code = `import { catalogues } from '@klubba/i18n'; Object.assign(catalogues.${language}, ${JSON.stringify(texts)});`;
      return { code: building ? code : '', moduleSideEffects: true };
    },
  };
}

const SHELL = /web\/src\/app\/shell\.tsx$/;

/**
 * The participants' page begins with a small script that asks for everything at once; what draws the page comes after it.
 * The browser is told of that part in the page itself, so that nothing of it waits for the small script to have come.
 */
function shellWithThePage(): Plugin {
  return {
    name: 'shell-with-the-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, chunk }) {
        const names = new Set<string>();
        const styles = new Set<string>();
        const gather = (name: string): void => {
          const part = bundle[name];
          if (part?.type !== 'chunk' || names.has(name)) return;
          names.add(name);
          for (const style of part.viteMetadata?.importedCss ?? []) styles.add(style);
          for (const next of part.imports) gather(next);
        };
        for (const name of chunk?.dynamicImports ?? []) {
          const part = bundle[name];
          if (part?.type === 'chunk' && SHELL.test(part.facadeModuleId ?? '')) gather(name);
        }
        for (const name of chunk?.imports ?? []) names.delete(name);
        return [
          ...[...names].map((name) => link({ rel: 'modulepreload', href: `/${name}` })),
          ...[...styles].map((name) => link({ rel: 'stylesheet', href: `/${name}` })),
        ];
      },
    },
  };
}

function link(attrs: Readonly<Record<string, string>>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, crossorigin: true }, injectTo: 'head' };
}

/** What text weighs least: made once here, so that the server has only to hand it out. */
const COMPRESSED = /\.(?:js|css|html|svg)$/;

function compressedBeside(): Plugin {
  return {
    name: 'compressed-beside',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => COMPRESSED.test(file))) {
        const file = path.join(dir, name);
        const bytes = await readFile(file);
        await writeFile(`${file}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
        await writeFile(`${file}.br`, brotliCompressSync(bytes));
      }
    },
  };
}

/** The gallery of parts is built with `--mode gallery`, and is no part of the product. */
function pages(mode: string): Record<string, string> {
  return mode === 'gallery' ? { gallery: page('gallery') } : { index: page('index'), public: page('public') };
}

/** Of the build's own: how one part fetches another. Needed by whatever comes first, and so on its own. */
const LOADER = /vite\/preload-helper/;
/** What the public page needs too. */
const WORDS = /packages\/i18n|@formatjs|intl-messageformat|app\/preferences/;
/** Words, pictures and buttons. Dialogs and fields rest on React Aria, which is large, and a member's first screen has none. */
const PARTS = /web\/src\/(?:app|ui\/(?!dialog|select|checkbox|field|text-field))|lucide-react/;
/** What follows a meeting, and what tells of it, on the public page too. */
const HEART = /packages\/(?:meeting|protocol)\/src|web\/src\/live\/(?!early|live-meeting)/;
const TOLD =
  /packages\/meeting\/src\/(?:script\/(?:alternatives|chain-figure)|elections\/ballots|minutes\/passage-key)\.ts/;
/** What every page of a participant begins with. */
const FRAME = /node_modules\/(?:react-dom|react-router|scheduler)\/|react-aria\/dist\/private\/(?:i18n|ssr)\//;
/** Pictures and a meeting's own parts, which a member's first screen shares with the desks and with what comes later. */
const STAGE = new RegExp(
  `web/src/(?:${[
    'live/',
    'video/(?!early|pass|capture|session|own-media|measure\\.|frame-watch|device|hall|talk)',
    'member/(?:loose-stage|actions|use-law|member-bar|notices|member\\.module|moment|proposal-text|top|draft|item-documents)\\b',
    'chat/(?:meeting-chat|use-channel|open-channel|channel|requests|who)\\.',
    'waiting/(?:lost-link|waiting-for|waiting\\.module)',
    'figures/(?:chain|queue-entries)\\.',
    'steps/refusal-line',
    'ui/(?:stage|video-tile|action-bar|connection-lost|proposal-card|queue|speaker-time|use-window-width)',
  ].join('|')})`,
);
/** By so many screens and parts of screens. */
const SHARED = 8;
/** By so many that the public page is among them. */
const SHARED_BY_ALL = 24;

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [onlySpokenLanguages(), textsByEntry(), react(), shellWithThePage(), compressedBeside()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The content policy allows our own files and nothing inline: no data: addresses, no injected script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: pages(mode),
      output: {
        // What most screens share comes as one file, not thirty: on a slow network each request costs more than what it brings.
        codeSplitting: {
          groups: [
            { name: 'loader', test: LOADER, priority: 6 },
            { name: 'words', test: WORDS, priority: 5 },
            { name: 'heart', test: HEART, minShareCount: SHARED_BY_ALL, priority: 4 },
            { name: 'told', test: TOLD, priority: 4 },
            { name: 'frame', test: FRAME, priority: 3 },
            { name: 'parts', test: PARTS, minShareCount: SHARED, priority: 2 },
            { name: 'stage', test: STAGE, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
}));
