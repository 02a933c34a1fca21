import { dateText } from '@klubba/i18n';
import { type Meeting, personWithParty, remoteByParty, remotePlaces } from '@klubba/meeting';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { Button, cx, Pairs, Panel, Table } from '../ui/index.ts';
import { AgreementDialog } from './agreement-dialog.tsx';
import { holderOf, PRESIDIUM } from './desk.ts';
import css from './planning.module.css';
import { settingReference } from './setting-reference.ts';

/** How many may be at a distance and who they are, the balance between the parties, and who will be in the room. */
export function Places({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { maximum, taken } = remotePlaces(meeting);
  const granted = Object.values(meeting.remote.permissions).filter((one) => one.state === 'granted');
  const { remoteMaximum } = meeting.plan.body.settings;
  return (
    <>
      <Panel title={t('planning.remote.places')}>
        <p className={css.figure}>
          <b>
            {maximum === null
              ? t('planning.remote.count.open', { taken })
              : t('planning.remote.count', { taken, maximum })}
          </b>{' '}
          {t('planning.remote.granted')}
        </p>
        {maximum !== null && maximum <= CELLS_MAX && (
          <ul className={css.cells}>
            {granted.map(({ person }) => (
              <li key={person} className={css.taken}>
                {meeting.plan.people.find((one) => one.id === person)?.familyName}
              </li>
            ))}
            {Array.from({ length: Math.max(0, maximum - taken) }, (_, at) => (
              <li key={at}>{t('planning.remote.free')}</li>
            ))}
          </ul>
        )}
        <p className={css.soft}>
          {maximum === null ? t('planning.remote.noLimit') : t('planning.remote.limit', { maximum })}{' '}
          {settingReference(remoteMaximum)}
        </p>
      </Panel>
      <Parties meeting={meeting} />
      <InRoom meeting={meeting} />
    </>
  );
}

/** More places than this are told by the figure alone. */
const CELLS_MAX = 12;

function Parties({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { language } = usePreferences();
  const [noting, setNoting] = useState(false);
  const { agreement } = meeting.remote;
  const short = (id: string): string => meeting.plan.parties.find((one) => one.id === id)?.short ?? id;
  return (
    <Panel title={t('planning.remote.parties')}>
      <Table
        caption={t('planning.remote.parties')}
        captionHidden
        folds={false}
        rows={remoteByParty(meeting)}
        rowId={({ party }) => party}
        columns={[
          { id: 'party', head: t('planning.remote.party'), rowHead: true, cell: ({ party }) => short(party) },
          { id: 'seats', head: t('planning.remote.seats'), number: true, cell: ({ seats }) => seats },
          {
            id: 'away',
            head: t('planning.remote.away'),
            number: true,
            cell: ({ remote, most }) => (
              <span className={cx(most !== undefined && remote > most && css.over)}>
                {most === undefined ? remote || '–' : t('planning.remote.most', { count: remote, most })}
              </span>
            ),
          },
        ]}
      />
      {agreement !== undefined && (
        <p className={css.soft}>{t('planning.remote.agreed', { day: dateText(language, agreement.agreedOn) })}</p>
      )}
      <Button size="s" onPress={() => setNoting(true)}>
        {t('planning.remote.agree')}
      </Button>
      {noting && <AgreementDialog meeting={meeting} onClose={() => setNoting(false)} />}
    </Panel>
  );
}

function InRoom({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { mustBeInRoom } = meeting.plan.body.settings;
  const stands = (person: string): 'yes' | 'away' | 'remote' | 'unknown' => {
    const id = person as keyof typeof meeting.notice.answers;
    if (meeting.remote.permissions[id]?.state === 'granted') return 'remote';
    const answer = meeting.notice.answers[id]?.answer;
    return answer === 'room' ? 'yes' : answer === 'absent' ? 'away' : 'unknown';
  };
  return (
    <Panel title={t('planning.remote.inRoom')}>
      <Pairs
        pairs={PRESIDIUM.flatMap((duty) => {
          const person = holderOf(meeting, duty);
          if (person === undefined) return [];
          return [
            {
              term: `${t(`label.duty.${duty}`)}, ${personWithParty(meeting.plan, person)}`,
              value: t(`planning.remote.inRoom.${stands(person)}`),
            },
          ];
        })}
      />
      {mustBeInRoom.value.length > 0 && (
        <p className={css.soft}>
          {t('planning.remote.inRoom.must', {
            duties: mustBeInRoom.value.map((duty) => t(`label.duty.${duty}`).toLocaleLowerCase()).join(', '),
          })}{' '}
          {settingReference(mustBeInRoom)}
        </p>
      )}
    </Panel>
  );
}
