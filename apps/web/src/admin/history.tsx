import { dateText, timeText } from '@klubba/i18n';
import type { HistoryEntry, HistoryPage } from '@klubba/protocol';
import { type ReactNode, useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { Button, Panel } from '../ui/index.ts';
import css from './admin.module.css';
import { Answered } from './answered.tsx';
import { useServer } from './api.ts';
import { dayOf } from './dates.ts';
import { eventText } from './event-text.ts';

/** Who changed what, and when, newest first. Nothing of it ever goes away. `version` asks anew when it changes. */
export function History({ about, version }: { readonly about: string; readonly version: number }) {
  const t = useText();
  return (
    <Panel title={t('admin.history')} note={t('admin.history.note')}>
      <Pages key={version} at={`/api/register/history?about=${encodeURIComponent(about)}`} />
    </Panel>
  );
}

/** Pages of the history under each other; the next is asked for when it is wanted. `at` has its query already. */
export function Pages({ at, empty }: { readonly at: string; readonly empty?: ReactNode }) {
  const t = useText();
  const [before, setBefore] = useState<readonly number[]>([]);
  return (
    <>
      {[undefined, ...before].map((start, place, all) => (
        <Page
          key={start ?? 'first'}
          at={start === undefined ? at : `${at}&before=${start}`}
          empty={place === 0 ? (empty ?? t('admin.history.none')) : undefined}
          onMore={place === all.length - 1 ? (next) => setBefore((known) => [...known, next]) : undefined}
        />
      ))}
    </>
  );
}

function Page(props: {
  readonly at: string;
  readonly empty: ReactNode;
  readonly onMore: ((next: number) => void) | undefined;
}) {
  const { at, empty, onMore } = props;
  const t = useText();
  const [answer, again] = useServer<HistoryPage>(at);
  return (
    <Answered answer={answer} again={again}>
      {({ entries, next }) => (
        <>
          {entries.length === 0 && empty !== undefined && <p>{empty}</p>}
          {entries.length > 0 && (
            <ol className={css.history}>
              {entries.map((entry) => (
                <Entry key={entry.seq} entry={entry} />
              ))}
            </ol>
          )}
          {next !== undefined && onMore !== undefined && (
            <Button onPress={() => onMore(next)}>{t('admin.history.more')}</Button>
          )}
        </>
      )}
    </Answered>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const t = useText();
  const { language } = usePreferences();
  const actor = entry.actor === 'system' ? t('admin.unknownActor') : entry.actorName;
  return (
    <li>
      <time dateTime={new Date(entry.at).toISOString()}>
        {dateText(language, dayOf(entry.at))} {timeText(entry.at)}
      </time>
      <span>
        {eventText(t, entry)} <span className={css.by}>{actor}</span>
      </span>
    </li>
  );
}
