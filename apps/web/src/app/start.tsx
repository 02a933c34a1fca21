import type { LoginWays, Me, MeetingCard } from '@klubba/protocol';
import { ArrowRight, Building2, Fingerprint, IdCard, KeyRound, Link2, Monitor, TestTubeDiagonal } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { ButtonLink } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { PageFrame, QuietFrame } from '../ui/frames.tsx';
import { Icon, type IconShape } from '../ui/icon.tsx';
import { Panel } from '../ui/panel.tsx';
import { LanguageSwitch, ThemeSwitch } from '../ui/preferences.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { timeOfDay } from '../ui/speaker-time.ts';
import { EmptyState } from '../ui/states.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import css from './app.module.css';
import { Loading } from './loading.tsx';
import { Unreachable } from './own-screen.tsx';
import { usePageTitle } from './page-title.ts';
import { usePreferences, useText } from './text.tsx';
import { isTrouble, useAnswer } from './use-answer.ts';

/** `/`: ways in for somebody unknown, my meetings for somebody known. */
export function Start() {
  const t = useText();
  const [me, askMe] = useAnswer('me');
  usePageTitle(t('shell.start.tab'));
  if (me.is === 'asking') return <Loading />;
  if (me.is === 'value') return <MyMeetings me={me.value} />;
  if (me.is === 'anonymous') return <WaysIn />;
  return <Unreachable again={askMe} />;
}

type Way = LoginWays['ways'][number];

const WAY_ICON: Readonly<Record<Way, IconShape>> = {
  bankId: IdCard,
  freja: Fingerprint,
  directory: Building2,
  passkey: KeyRound,
  oneTimeLink: Link2,
  device: Monitor,
  demoLink: TestTubeDiagonal,
};

function WaysIn() {
  const t = useText();
  const [ways, again] = useAnswer('loginWays');
  const [query] = useSearchParams();
  if (ways.is === 'asking') return <Loading />;
  if (ways.is !== 'value') return <Unreachable again={again} />;
  const next = query.get('next');
  return (
    <QuietFrame top={<TopBar body={ways.value.municipality} />} foot={<Choices />}>
      <h1 className={css.title}>{t('shell.in.title')}</h1>
      <p className={css.lede}>{t('shell.in.lede')}</p>
      <div className={css.ways}>
        {ways.value.ways.map((way, at) => (
          <a
            key={way}
            className={cx(css.way, at === 0 && css.first)}
            href={`/login/${way}${next === null ? '' : `?next=${encodeURIComponent(next)}`}`}
          >
            <Icon shape={WAY_ICON[way]} />
            <span>
              <b>{t(`shell.in.${way}.title`)}</b>
              {t(`shell.in.${way}.text`)}
            </span>
            <Icon shape={ArrowRight} />
          </a>
        ))}
      </div>
    </QuietFrame>
  );
}

function MyMeetings({ me }: { readonly me: Me }) {
  const t = useText();
  const [list, again] = useAnswer('meetings');
  if (list.is === 'asking') return <Loading />;
  if (isTrouble(list) || list.is !== 'value') return <Unreachable again={again} />;
  const upcoming = list.value.meetings
    .filter((card) => card.phase !== 'closed')
    .toSorted((a, b) => a.startsAt - b.startsAt);
  const held = list.value.meetings
    .filter((card) => card.phase === 'closed')
    .toSorted((a, b) => b.startsAt - a.startsAt);
  const [first, ...later] = upcoming;
  return (
    <PageFrame top={<TopBar body={t('common.product')} presence={me.name} />} foot={<Choices />}>
      <h1>{t('shell.mine.title')}</h1>
      {first === undefined ? (
        <EmptyState>{t('shell.mine.none')}</EmptyState>
      ) : (
        <section className={css.tonight}>
          <div>
            <h2>{first.body}</h2>
            <p className={css.when}>
              <When card={first} />, {first.place}
            </p>
          </div>
          <ButtonLink kind="primary" size="l" wide iconEnd={ArrowRight} href={`/m/${first.meeting}`}>
            {t(first.phase === 'planned' ? 'shell.mine.prepare' : 'shell.mine.enter')}
          </ButtonLink>
        </section>
      )}
      {later.length > 0 && <Cards title={t('shell.mine.later')} cards={later} />}
      {held.length > 0 && <Cards title={t('shell.mine.held')} cards={held} />}
    </PageFrame>
  );
}

function Cards({ title, cards }: { readonly title: string; readonly cards: readonly MeetingCard[] }) {
  return (
    <Panel title={title}>
      <Rows>
        {cards.map((card) => (
          <Row key={card.meeting} end={<When card={card} />} note={card.place}>
            <a href={`/m/${card.meeting}`}>{card.body}</a>
          </Row>
        ))}
      </Rows>
    </Panel>
  );
}

function When({ card }: { readonly card: MeetingCard }) {
  const { language } = usePreferences();
  const at = new Date(card.startsAt);
  const day = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at);
  return (
    <time dateTime={at.toISOString()}>
      {day} {timeOfDay(at)}
    </time>
  );
}

function Choices() {
  const t = useText();
  const { language, setLanguage, theme, setTheme } = usePreferences();
  const themeWords = {
    group: t('shell.theme'),
    system: t('shell.theme.system'),
    light: t('shell.theme.light'),
    dark: t('shell.theme.dark'),
  };
  return (
    <div className={css.choices}>
      <LanguageSwitch language={language} onChange={setLanguage} label={t('shell.language')} />
      <ThemeSwitch theme={theme} onChange={setTheme} labels={themeWords} />
    </div>
  );
}
