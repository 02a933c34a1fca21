import { listOf } from '@klubba/i18n';
import { usePreferences, useText } from '../app/text.tsx';
import { Table, type TableColumn, Tag } from '../ui/index.ts';
import { deviceName } from './device-name.ts';
import { type LinkRow, trendLine, trendOf, type Trends } from './link-rows.ts';
import css from './support.module.css';

/** A link that has not been heard for this long is worth a word, in seconds. */
const QUIET_SECONDS = 6;

/** Everybody's link, the worst first: what is missing, picture, sound, figures, battery and device, with the last minutes. */
export function LinksTable({
  rows,
  trends,
  now,
}: {
  readonly rows: readonly LinkRow[];
  readonly trends: Trends;
  readonly now: number;
}) {
  const t = useText();
  const { language } = usePreferences();
  const stateText = (row: LinkRow): string => {
    switch (row.state) {
      case 'lost':
        return t('support.state.lost', {
          cause:
            row.presence.lost === undefined
              ? ''
              : t(`label.linkCause.${row.presence.lost.cause}`).toLocaleLowerCase('sv'),
        });
      case 'approval':
        return t('support.state.approval');
      case 'silent':
        return t('support.noTelemetry');
      case 'weak':
        return t('support.state.weak', {
          conditions: listOf(
            language,
            row.unmet.map((name) => t(`support.condition.${name}`)),
          ),
        });
      case 'good':
        return row.mode === 'room' ? t('label.mode.room') : t('support.state.good');
    }
  };
  const columns: readonly TableColumn<LinkRow>[] = [
    { id: 'person', head: t('support.person'), rowHead: true, cell: (row) => row.name },
    {
      id: 'state',
      head: t('support.state'),
      cell: (row) => (row.state === 'good' ? stateText(row) : <Tag>{stateText(row)}</Tag>),
    },
    {
      id: 'picture',
      head: t('support.picture'),
      cell: ({ view }) => (view === undefined ? t('support.unknown') : t(`support.camera.${view.telemetry.camera}`)),
    },
    {
      id: 'microphone',
      head: t('support.microphone'),
      cell: ({ view }) =>
        view === undefined ? t('support.unknown') : t(`support.microphone.${view.telemetry.microphone}`),
    },
    {
      id: 'quality',
      head: t('support.quality'),
      cell: (row) => <Quality row={row} trends={trends} now={now} />,
    },
    {
      id: 'battery',
      head: t('support.battery'),
      number: true,
      cell: ({ view, presence }) => {
        const percent = view?.telemetry.battery ?? presence.deviceTest?.battery;
        return percent === undefined ? t('support.unknown') : t('support.percent', { percent: Math.round(percent) });
      },
    },
    {
      id: 'device',
      head: t('support.device'),
      cell: ({ view }) =>
        [
          deviceName(view?.telemetry.device) ?? t('support.unknown'),
          view?.telemetry.visible === false ? t('support.hidden') : undefined,
        ]
          .filter(Boolean)
          .join(', '),
    },
  ];
  return <Table caption={t('support.links')} captionHidden columns={columns} rows={rows} rowId={(row) => row.person} />;
}

function Quality({ row, trends, now }: { readonly row: LinkRow; readonly trends: Trends; readonly now: number }) {
  const t = useText();
  const { view } = row;
  if (view === undefined) return t('support.noTelemetry');
  const { sendKbps, receiveKbps, roundTripMs, lossPermille } = view.telemetry;
  const readings = trends.get(row.person) ?? [];
  const trend = trendOf(readings);
  const quiet = Math.floor((now - view.heardAt) / 1000);
  return (
    <span className={css.quality}>
      <span>
        {t('support.rates', {
          send: Math.round(sendKbps ?? 0),
          receive: Math.round(receiveKbps ?? 0),
          roundTrip: Math.round(roundTripMs ?? 0),
          loss: Math.round(lossPermille ?? 0),
        })}
        {quiet >= QUIET_SECONDS && `, ${t('support.heard', { seconds: quiet })}`}
      </span>
      {trend !== undefined && (
        <svg
          viewBox="0 0 100 24"
          preserveAspectRatio="none"
          role="img"
          aria-label={t('support.trend.text', trend)}
          className={css.trend}
        >
          <polyline points={trendLine(readings, now)} vectorEffect="non-scaling-stroke" />
        </svg>
      )}
    </span>
  );
}
