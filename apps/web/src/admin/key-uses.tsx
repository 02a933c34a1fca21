import { dateText, timeWithSeconds } from '@klubba/i18n';
import type { ApiKeyList, ApiKeyUses } from '@klubba/protocol';
import { useState } from 'react';
import { useParams } from 'react-router';
import { usePreferences, useText } from '../app/text.tsx';
import { Alert, Button, EmptyState, Table } from '../ui/index.ts';
import { AdminFrame, BackLink } from './admin-frame.tsx';
import { Answered } from './answered.tsx';
import { useServer } from './api.ts';
import { dayOf } from './dates.ts';

/** `/admin/keys/:key`: every request made with a key, newest first, let in or refused. */
export function KeyUses() {
  const t = useText();
  const { key = '' } = useParams();
  const [answer, again] = useServer<ApiKeyList>('/api/register/keys');
  const [starts, setStarts] = useState<readonly (number | undefined)[]>([undefined]);
  const name = answer.is === 'value' ? (answer.value.keys.find((one) => one.key === key)?.name ?? '') : '';
  const title = t('admin.keys.usesOf', { name });
  return (
    <AdminFrame title={title}>
      <BackLink to="/admin/keys">{t('admin.room.keys')}</BackLink>
      <Answered answer={answer} again={again}>
        {() => (
          <>
            <h1>{title}</h1>
            {starts.map((before, place) => (
              <Page
                key={before ?? 'first'}
                at={`/api/register/keys/${encodeURIComponent(key)}/uses${before === undefined ? '' : `?before=${before}`}`}
                caption={title}
                onMore={place === starts.length - 1 ? (next) => setStarts((known) => [...known, next]) : undefined}
              />
            ))}
          </>
        )}
      </Answered>
    </AdminFrame>
  );
}

function Page(props: {
  readonly at: string;
  readonly caption: string;
  readonly onMore: ((next: number) => void) | undefined;
}) {
  const { at, caption, onMore } = props;
  const t = useText();
  const { language } = usePreferences();
  const [answer, again] = useServer<ApiKeyUses>(at);
  return (
    <Answered answer={answer} again={again}>
      {({ uses, next, damagedAt }) => (
        <>
          {damagedAt !== undefined && (
            <Alert rank="stop" word={t('admin.log.damaged.word')}>
              {t('admin.keys.uses.damaged', { number: damagedAt })}
            </Alert>
          )}
          {uses.length === 0 ? (
            <EmptyState>{t('admin.keys.uses.none')}</EmptyState>
          ) : (
            <Table
              caption={caption}
              captionHidden
              rows={uses}
              rowId={(use) => String(use.number)}
              columns={[
                {
                  id: 'when',
                  head: t('admin.keys.uses.when'),
                  rowHead: true,
                  cell: (use) => (
                    <time dateTime={new Date(use.at).toISOString()}>
                      {dateText(language, dayOf(use.at))} {timeWithSeconds(use.at)}
                    </time>
                  ),
                },
                { id: 'act', head: t('admin.keys.uses.act'), cell: (use) => <code>{use.act}</code> },
                { id: 'from', head: t('admin.keys.uses.from'), cell: (use) => use.address },
                {
                  id: 'outcome',
                  head: t('admin.keys.uses.outcome'),
                  cell: (use) =>
                    use.refusedBy === undefined
                      ? t('admin.keys.uses.accepted')
                      : t('admin.keys.uses.refused', { rule: use.refusedBy }),
                },
              ]}
            />
          )}
          {next !== undefined && onMore !== undefined && (
            <Button onPress={() => onMore(next)}>{t('admin.history.more')}</Button>
          )}
        </>
      )}
    </Answered>
  );
}
