// What the first minutes of `npm start` and `npm test` have to say. Plain JavaScript: nothing is installed yet when it speaks.

/** @typedef {'sv' | 'en'} Language */

const sentences = {
  sv: {
    'node-too-old': 'Klubba behöver Node {needed} eller nyare; här finns {found}. Hämta en nyare från nodejs.org.',
    'node-not-pinned':
      'Den Node som Klubba kör med ({needed}) gick inte att installera för {platform}, och den här ({found}) är för gammal. Installera Node {needed}.',
    'packages-installing': 'Installerar paketen (en gång, ungefär en halv minut) …',
    'packages-failed':
      'Paketen gick inte att installera. Kontrollera nätet och att mappen går att skriva i. npm sade: {reason}',
    'web-building': 'Bygger webbsidorna …',
    'web-failed': 'Webbsidorna gick inte att bygga: {reason}',
    'livekit-building': 'Bygger videoservern (en gång, ett par minuter) …',
    'livekit-downloading': '  {downloaded} moduler hämtade',
    'livekit-compiling': '  {compiled} paket kompilerade',
    'go-missing':
      'Ingen video: Go {needed} eller nyare saknas, och med den byggs videoservern. Möten hålls i salen, utan länk. Hämta Go från go.dev/dl, eller ange en egen videoserver med LIVEKIT_URL.',
    'go-too-old':
      'Ingen video: Go {found} är för gammal, {needed} eller nyare behövs för videoservern. Möten hålls i salen, utan länk. Hämta Go från go.dev/dl, eller ange en egen videoserver med LIVEKIT_URL.',
    'livekit-build-failed':
      'Ingen video: videoservern gick inte att bygga ({reason}). Möten hålls i salen, utan länk. Kontrollera nätet och starta igen, eller ange en egen videoserver med LIVEKIT_URL.',
    'server-killed': 'Klubba avbröts av {signal}.',
  },
  en: {
    'node-too-old': 'Klubba needs Node {needed} or newer; this is {found}. Get a newer one from nodejs.org.',
    'node-not-pinned':
      'The Node that Klubba runs on ({needed}) could not be installed for {platform}, and this one ({found}) is too old. Install Node {needed}.',
    'packages-installing': 'Installing packages (once, about half a minute) …',
    'packages-failed':
      'The packages could not be installed. Check the network and that the folder can be written to. npm said: {reason}',
    'web-building': 'Building the web pages …',
    'web-failed': 'The web pages could not be built: {reason}',
    'livekit-building': 'Building the video server (once, a few minutes) …',
    'livekit-downloading': '  {downloaded} modules fetched',
    'livekit-compiling': '  {compiled} packages compiled',
    'go-missing':
      'No video: Go {needed} or newer is missing, and the video server is built with it. Meetings are held in the room, without a link. Get Go from go.dev/dl, or name a video server of your own with LIVEKIT_URL.',
    'go-too-old':
      'No video: Go {found} is too old, {needed} or newer is needed for the video server. Meetings are held in the room, without a link. Get Go from go.dev/dl, or name a video server of your own with LIVEKIT_URL.',
    'livekit-build-failed':
      'No video: the video server could not be built ({reason}). Meetings are held in the room, without a link. Check the network and start again, or name a video server of your own with LIVEKIT_URL.',
    'server-killed': 'Klubba was ended by {signal}.',
  },
};

/** @typedef {keyof typeof sentences.sv} SentenceKey */

/** Swedish where the terminal is Swedish, English everywhere else. @returns {Language} */
export function terminalLanguage(env = process.env) {
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase().startsWith('sv') ? 'sv' : 'en';
}

/**
 * @param {SentenceKey} key
 * @param {Record<string, string>} [detail]
 * @param {Language} [language]
 */
export function sentence(key, detail = {}, language = terminalLanguage()) {
  return sentences[language][key].replace(/\{(\w+)\}/g, (gap, name) => detail[name] ?? gap);
}

/** A reason to stop, said in one sentence. */
export class CannotGoOn extends Error {
  /**
   * @param {SentenceKey} key
   * @param {Record<string, string>} [detail]
   */
  constructor(key, detail) {
    super(sentence(key, detail));
    this.name = 'CannotGoOn';
  }
}
