import { timeText } from '@klubba/i18n';
import { type Meeting, personWithParty } from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { EmptyState, Panel, Table } from '../ui/index.ts';
import { dayTextOf } from './day.ts';
import type { Dispatches } from './use-dispatches.ts';

/** The proof: every letter with its receiver, address, version, time and what came of it, the last first. */
export function DispatchRows({ meeting, dispatches }: { readonly meeting: Meeting; readonly dispatches: Dispatches }) {
  const t = useText();
  const { language } = usePreferences();
  const { list } = dispatches;
  if (list === undefined) return null;
  return (
    <Panel title={t('planning.desk.log')} note={t('planning.desk.log.count', { count: list.length })}>
      {list.length === 0 ? (
        <EmptyState>{t('planning.desk.log.none')}</EmptyState>
      ) : (
        <Table
          caption={t('planning.desk.log')}
          captionHidden
          rows={list.map((one, at) => ({ ...one, id: String(at) })).toReversed()}
          rowId={({ id }) => id}
          columns={[
            {
              id: 'person',
              head: t('planning.desk.log.person'),
              rowHead: true,
              cell: ({ person }) => personWithParty(meeting.plan, person),
            },
            { id: 'address', head: t('planning.desk.log.address'), cell: ({ address }) => address ?? '–' },
            {
              id: 'what',
              head: t('planning.desk.log.what'),
              cell: ({ kind, version }) => t(`planning.desk.log.what.${kind}`, { version }),
            },
            {
              id: 'when',
              head: t('planning.desk.log.when'),
              cell: ({ at }) => `${dayTextOf(language, at)} ${timeText(at)}`,
            },
            {
              id: 'result',
              head: t('planning.desk.log.result'),
              cell: ({ result }) => t(`planning.desk.log.result.${result}`),
            },
          ]}
        />
      )}
    </Panel>
  );
}
