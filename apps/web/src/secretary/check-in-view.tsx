import { listOf, timeText } from '@klubba/i18n';
import type { Meeting } from '@klubba/meeting';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Icon, Panel, SearchField } from '../ui/index.ts';
import { type Arrival, arrivals, tickCommand } from './check-in-board.ts';
import css from './secretary.module.css';

/** Before the opening: who is in, who is not, how each was identified, and a tick for one who is seen in the hall. Rows never move. */
export function CheckInBoard({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { send, refusal } = useCommand();
  const [wanted, setWanted] = useState('');
  const groups = arrivals(meeting);
  const members = groups.filter((one) => one.kind === 'party' || one.kind === 'noParty');
  const here = members.reduce((sum, one) => sum + one.here, 0);
  const all = members.reduce((sum, one) => sum + one.people.length, 0);
  const open = meeting.attendance.checkInOpen;
  const isWanted = (one: Arrival) => one.name.toLocaleLowerCase('sv').includes(wanted.trim().toLocaleLowerCase('sv'));
  return (
    <Panel title={t('secretary.checkIn')} note={t('secretary.checkIn.count', { here, all })}>
      {!open && <p className={css.lead}>{t('secretary.checkIn.notOpen')}</p>}
      <SearchField
        label={t('secretary.checkIn.find')}
        value={wanted}
        onChange={setWanted}
        clearLabel={t('secretary.checkIn.clear')}
      />
      <RefusalLine refusal={refusal} />
      <div className={css.arrivals}>
        {groups.map((group) => {
          const people = group.people.filter(isWanted);
          if (people.length === 0) return null;
          const title = group.kind === 'party' ? group.title : t(`secretary.checkIn.group.${group.kind}`);
          return (
            <section key={group.kind + group.title} aria-label={title} className={css.group}>
              <h3 className={css.groupHead}>
                {title} <span>{t('chair.of', { present: group.here, seats: group.people.length })}</span>
              </h3>
              <ul>
                {people.map((one) => (
                  <ArrivalRow
                    key={one.person}
                    one={one}
                    open={open}
                    onTick={() => {
                      const command = tickCommand(one);
                      if (command !== undefined) void send(command);
                    }}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Panel>
  );
}

function ArrivalRow({
  one,
  open,
  onTick,
}: {
  readonly one: Arrival;
  readonly open: boolean;
  readonly onTick: () => void;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { presence, faults } = one;
  const inRoom = presence?.mode === 'room';
  const how = presence === undefined ? undefined : t(`label.identification.${presence.identified}`);
  const test =
    faults.length > 0
      ? t('secretary.checkIn.faults', {
          faults: listOf(
            language,
            faults.map((fault) => t(`secretary.checkIn.fault.${fault}`)),
          ),
        })
      : undefined;
  const words =
    presence === undefined
      ? t('secretary.seat.away')
      : !presence.admitted
        ? t('secretary.checkIn.outside')
        : t(`label.mode.${presence.mode}`);
  return (
    <li className={faults.length > 0 ? `${css.arrival} ${css.faulty}` : css.arrival}>
      <span className={css.number}>{one.number}</span>
      <div className={css.who}>
        <b>{one.name}</b>
        {one.duty !== undefined && <span className={css.soft}>{t(`label.duty.${one.duty}`)}</span>}
        {presence !== undefined && (
          <span className={css.soft}>
            {[how, timeText(presence.since), test].filter((part) => part !== undefined).join(', ')}
          </span>
        )}
      </div>
      {open && (presence === undefined || inRoom) ? (
        <button
          type="button"
          aria-pressed={inRoom}
          aria-label={t('secretary.checkIn.tick', { name: one.name })}
          className={css.tick}
          onClick={onTick}
        >
          <span className={css.box}>{inRoom && <Icon shape={Check} />}</span>
          {t('secretary.checkIn.inHall')}
        </button>
      ) : (
        <span className={css.soft}>{words}</span>
      )}
    </li>
  );
}
