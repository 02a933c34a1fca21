import { dateText, timeText, weekdayText } from '@klubba/i18n';
import type { LoginWays, Me, MeetingCard } from '@klubba/protocol';
import {
  ArrowRight,
  Building2,
  DoorOpen,
  Fingerprint,
  Globe,
  IdCard,
  KeyRound,
  Link2,
  LogOut,
  Monitor,
  TestTubeDiagonal,
  Users,
} from 'lucide-react';
import { useNavigate, useSearchParams } from 'react-router';
import { Button, ButtonLink } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { WhomToRing } from '../login/login-page.tsx';
import { PageFrame, QuietFrame } from '../ui/frames.tsx';
import { Icon, type IconShape } from '../ui/icon.tsx';
import { Panel } from '../ui/panel.tsx';
import { LanguageSwitch, ThemeSwitch } from '../ui/preferences.tsx';
import { Row, Rows, Ticks } from '../ui/rows.tsx';
import { EmptyState } from '../ui/states.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import css from './app.module.css';
import { logOut } from './api.ts';
import { later } from './later.tsx';
import { Loading } from './loading.tsx';
import { nextPath } from './next-path.ts';
import { Unreachable } from './unreachable.tsx';
import { usePageTitle } from './page-title.ts';
import { usePreferences, useText } from './text.tsx';
import { isTrouble, useAnswer } from './use-answer.ts';

/** `/`: ways in for somebody unknown, my meetings for somebody known. */
export function Start() {
  const t = useText();
  const [me, askMe] = useAnswer('me');
  const [query] = useSearchParams();
  usePageTitle(t('shell.start.tab'));
  if (me.is === 'asking') return <Loading />;
  // `again`: somebody whose login is about to end logs in anew.
  if (me.is === 'value' && !query.has('again')) return <MyMeetings me={me.value} onLeave={askMe} />;
  if (me.is === 'anonymous' || me.is === 'value') return <WaysIn onDone={askMe} />;
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

const DemoLogin = later('inside', async () => (await import('./demo-login.tsx')).DemoLogin);

function WaysIn({ onDone }: { readonly onDone: () => void }) {
  const t = useText();
  const [ways, again] = useAnswer('loginWays');
  const [query] = useSearchParams();
  const navigate = useNavigate();
  if (ways.is === 'asking') return <Loading />;
  if (ways.is !== 'value') return <Unreachable again={again} />;
  const next = nextPath(query.get('next'));
  const enter = () => {
    onDone();
    void navigate(next, { replace: true });
  };
  const linked = ways.value.ways.filter((way) => way !== 'demoLink');
  return (
    <QuietFrame top={<TopBar body={ways.value.municipality} />} aside={<GoodToKnow />} foot={<Choices />}>
      <h1 className={css.title}>{t('shell.in.title')}</h1>
      <p className={css.lede}>{t(ways.value.ways.length === 0 ? 'shell.in.none' : 'shell.in.lede')}</p>
      <div className={css.ways}>
        {linked.map((way, at) => (
          <WayIn key={way} way={way} first={at === 0} next={next} />
        ))}
      </div>
      {ways.value.demo && <DemoLogin only={linked.length === 0} onDone={enter} />}
    </QuietFrame>
  );
}

/** Whom to ring, and what happens next, in sentences. */
function GoodToKnow() {
  const t = useText();
  const { language } = usePreferences();
  const watch = (
    <>
      {t('login.good.public')} <a href={`/public?language=${language}`}>{t('login.good.publicLink')}</a>
    </>
  );
  return (
    <div className={css.aside}>
      <WhomToRing />
      <Panel title={t('login.good.title')}>
        <Ticks
          ticks={[
            { id: 'room', icon: DoorOpen, text: t('login.good.room') },
            { id: 'admit', icon: Users, text: t('login.good.admit') },
            { id: 'public', icon: Globe, text: watch },
          ]}
        />
      </Panel>
    </div>
  );
}

function WayIn({ way, first, next }: { readonly way: Way; readonly first: boolean; readonly next: string }) {
  const t = useText();
  return (
    <a className={cx(css.way, first && css.first)} href={`/login/${way}?next=${encodeURIComponent(next)}`}>
      <Icon shape={WAY_ICON[way]} />
      <span>
        <b>{t(`shell.in.${way}.title`)}</b>
        {t(`shell.in.${way}.text`)}
      </span>
      <Icon shape={ArrowRight} />
    </a>
  );
}

function MyMeetings({ me, onLeave }: { readonly me: Me; readonly onLeave: () => void }) {
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
  const [first, ...further] = upcoming;
  const leave = async () => {
    await logOut();
    onLeave();
  };
  return (
    <PageFrame
      top={
        <TopBar
          body={t('common.product')}
          presence={me.name}
          actions={
            <>
              {me.plans === true && (
                <ButtonLink size="s" kind="quiet" href="/plan">
                  {t('notice.start.plan')}
                </ButtonLink>
              )}
              {me.administers === true && (
                <ButtonLink size="s" kind="quiet" href="/admin">
                  {t('shell.admin')}
                </ButtonLink>
              )}
              <ButtonLink size="s" kind="quiet" href="/sessions">
                {t('login.sessions.title')}
              </ButtonLink>
              <Button icon={LogOut} size="s" onPress={() => void leave()}>
                {t('shell.logOut')}
              </Button>
            </>
          }
        />
      }
      foot={<Choices />}
    >
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
            <Before card={first} />
          </div>
          <ButtonLink kind="primary" size="l" wide iconEnd={ArrowRight} href={`/m/${first.meeting}`}>
            {t(first.phase === 'planned' ? 'shell.mine.prepare' : 'shell.mine.enter')}
          </ButtonLink>
        </section>
      )}
      {further.length > 0 && <Cards title={t('shell.mine.later')} cards={further} />}
      {held.length > 0 && <Cards title={t('shell.mine.held')} cards={held} />}
    </PageFrame>
  );
}

function Cards({ title, cards }: { readonly title: string; readonly cards: readonly MeetingCard[] }) {
  return (
    <Panel title={title}>
      <Rows>
        {cards.map((card) => (
          <Row
            key={card.meeting}
            end={<When card={card} />}
            note={
              <>
                {card.place}
                <Before card={card} />
              </>
            }
          >
            <a href={`/m/${card.meeting}`}>{card.body}</a>
          </Row>
        ))}
      </Rows>
    </Panel>
  );
}

/** Before a meeting: how one's own answer stands, and the ways to the notice and, for the desk, to answers and applications. */
function Before({ card }: { readonly card: MeetingCard }) {
  const t = useText();
  if (card.phase === 'closed') return null;
  const { meeting, answer, permission, capacity, duties, calledOff } = card;
  const isCalled = capacity === 'member' || capacity === 'substitute';
  const isDesk = duties.some((duty) => DESK_DUTIES.includes(duty));
  const stands =
    permission === undefined || (answer !== undefined && answer !== 'remote')
      ? t(answer === undefined ? 'notice.start.none' : `notice.start.${answer}`)
      : t(`notice.start.permission.${permission}`);
  return (
    <span className={css.before}>
      {calledOff !== undefined && <strong>{t('notice.calledOff')}</strong>}
      {isCalled && calledOff === undefined && <span>{stands}</span>}
      <span className={css.links}>
        <a href={`/m/${meeting}/notice`}>{t(isCalled ? 'notice.start.link' : 'notice.start.read')}</a>
        {isDesk && <a href={`/m/${meeting}/permissions`}>{t('notice.start.permissions')}</a>}
        {isDesk && <a href={`/m/${meeting}/notice/desk`}>{t('notice.start.desk')}</a>}
      </span>
    </span>
  );
}

const DESK_DUTIES: readonly MeetingCard['duties'][number][] = ['chair', 'secretary', 'assistant'];

function When({ card }: { readonly card: MeetingCard }) {
  const { language } = usePreferences();
  return (
    <time dateTime={new Date(card.startsAt).toISOString()}>
      {weekdayText(language, card.date)} {dateText(language, card.date)}, {timeText(card.startsAt)}
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
