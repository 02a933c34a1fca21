import { decide, type Meeting, missingFromCheck, type PersonId, personWithParty } from '@klubba/meeting';
import { Check } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, Icon, Panel } from '../ui/index.ts';
import css from './secretary.module.css';

/** After a break: everybody who serves is seen in place or noted absent. Rows stand still while they are ticked. */
export function PresenceCheck({
  meeting,
  me,
  minute,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly minute: number;
}) {
  const t = useText();
  const { send, refusal } = useCommand();
  const missing = new Set(missingFromCheck(meeting));
  const serving = meeting.plan.seats.flatMap((seat) => {
    const person = meeting.attendance.serving[seat.id]?.person;
    return person === undefined ? [] : [{ seat, person }];
  });
  const may = (command: Parameters<typeof decide>[1]) =>
    decide(meeting, command, { at: minute, actor: me, id: 'check' }).ok;
  return (
    <Panel
      title={t('secretary.check')}
      note={t('secretary.check.count', { confirmed: serving.length - missing.size, all: serving.length })}
    >
      <RefusalLine refusal={refusal} />
      <ul className={css.group} aria-label={t('secretary.check')}>
        {serving.map(({ seat, person }) => {
          const presence = meeting.attendance.present[person];
          const confirmed = !missing.has(person);
          const name = personWithParty(meeting.plan, person);
          const confirm = { type: 'confirmPresence', person } as const;
          const absent = {
            type: 'noteAbsent',
            person,
            cause: presence?.mode === 'remote' ? 'connectionLost' : 'left',
          } as const;
          return (
            <li key={seat.id} className={css.arrival}>
              <span className={css.number}>{seat.number}</span>
              <div className={css.who}>
                <b>{name}</b>
                <span className={css.soft}>
                  {presence === undefined
                    ? t('secretary.seat.away')
                    : t(presence.fulfilled ? `label.mode.${presence.mode}` : 'chair.lost')}
                </span>
              </div>
              <div className={css.pair}>
                {!confirmed && may(absent) && (
                  <Button size="s" kind="quiet" onPress={() => void send(absent)}>
                    {t('chair.noteAbsent')}
                  </Button>
                )}
                {confirmed || may(confirm) ? (
                  <button
                    type="button"
                    aria-pressed={confirmed}
                    aria-label={t('secretary.check.tick', { name })}
                    className={css.tick}
                    onClick={() => !confirmed && void send(confirm)}
                  >
                    <span className={css.box}>{confirmed && <Icon shape={Check} />}</span>
                    {t('secretary.check.inPlace')}
                  </button>
                ) : (
                  <span className={css.soft}>{t('secretary.check.notBack')}</span>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
