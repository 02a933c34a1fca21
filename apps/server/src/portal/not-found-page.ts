import { html, type Html, type Reader, say } from '@klubba/portal';

/** A link to a meeting that is not there, or not published. */
export function notFoundPage(reader: Reader): Html {
  const list = reader.language === 'sv' ? '/public' : `/public?language=${reader.language}`;
  return html`<main id="main" class="pub-list">
    <h1>${say(reader, 'public.notFound.title')}</h1>
    <p class="pub-lede">${say(reader, 'public.notFound.text')}</p>
    <p><a href="${list}">${say(reader, 'public.allMeetings')}</a></p>
  </main>`;
}
