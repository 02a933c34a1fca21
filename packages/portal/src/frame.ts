import { timeText } from '@klubba/i18n';
import { html, type Html } from './html.ts';
import { inLanguage, type Reader, say } from './reader.ts';

/** What stands around the content: whose page it is, the way to the others, the other language, how fresh it is. */
export type Frame = {
  readonly owner: string;
  readonly path: string;
  /** The same as JSON. */
  readonly dataPath: string;
  readonly content: Html;
};

export function framed({ owner, path, dataPath, content }: Frame, reader: Reader): Html {
  const other = reader.language === 'sv' ? 'en' : 'sv';
  return html`<a class="pub-skip" href="#main">${say(reader, 'public.skip')}</a>
    <header class="pub-top">
      <p class="pub-owner">${owner}</p>
      <nav aria-label="${say(reader, 'public.nav')}">
        ${path !== '/public' && html`<a href="${inLanguage('/public', reader.language)}">${say(reader, 'public.allMeetings')}</a>`}
        <a href="${inLanguage(path, other)}" lang="${other}" hreflang="${other}">${say(reader, 'public.otherLanguage')}</a>
      </nav>
    </header>
    ${content}
    <footer class="pub-foot">
      <p>${freshness(path, reader)}</p>
      <p>${say(reader, 'public.footer')} <a href="${dataPath}">${say(reader, 'public.data')}</a></p>
    </footer>`;
}

function freshness(path: string, reader: Reader): Html | string {
  const asPage = html`${say(reader, 'public.link.page', { time: timeText(reader.now) })} <a href="${inLanguage(path, reader.language)}">${say(reader, 'public.link.again')}</a>`;
  switch (reader.freshness.is) {
    case 'page':
      return asPage;
    case 'live':
      return say(reader, path === '/public' ? 'public.link.list' : 'public.link.live');
    case 'lost':
      return say(reader, 'public.link.lost', { time: timeText(reader.freshness.since) });
    case 'ended':
      return html`${say(reader, 'public.link.ended')} <a href="${inLanguage(path, reader.language)}">${say(reader, 'public.link.again')}</a>`;
  }
}
