import { type Meeting, personWithParty } from '@klubba/meeting';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { AddSpeakerDialog } from '../chair/add-speaker-dialog.tsx';
import { queueEntries } from '../figures/queue-entries.ts';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, Panel, Queue } from '../ui/index.ts';
import { ReservationDialog } from './reservation-dialog.tsx';
import css from './secretary.module.css';

/** The speakers’ list as the secretary keeps it: who said their name is added, who changed their mind is taken off. */
export function Speakers({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { send, refusal } = useCommand();
  const [adding, setAdding] = useState(false);
  const [reserving, setReserving] = useState(false);
  const { queue, speaking } = meeting.floor;
  const entries = queueEntries(meeting, t);
  return (
    <Panel
      title={t('wall.queue')}
      note={
        speaking === undefined
          ? undefined
          : t('secretary.speaks', { name: personWithParty(meeting.plan, speaking.person) })
      }
    >
      {entries.length === 0 ? (
        <p>{t('wall.queue.empty')}</p>
      ) : (
        <Queue
          label={t('wall.queue')}
          entries={entries.map((entry) => {
            const request = queue.find((one) => one.id === entry.id);
            return request === undefined
              ? entry
              : {
                  ...entry,
                  actions: (
                    <Button
                      kind="quiet"
                      size="s"
                      onPress={() => void send({ type: 'withdrawRequest', request: request.id })}
                    >
                      {t('secretary.queue.remove')}
                    </Button>
                  ),
                };
          })}
        />
      )}
      <div className={css.stack}>
        <Button icon={UserPlus} wide onPress={() => setAdding(true)}>
          {t('chair.queue.add')}
        </Button>
        <Button wide onPress={() => setReserving(true)}>
          {t('secretary.reservation.enter')}
        </Button>
      </div>
      <RefusalLine refusal={refusal} />
      {adding && <AddSpeakerDialog meeting={meeting} onClose={() => setAdding(false)} />}
      {reserving && <ReservationDialog meeting={meeting} onClose={() => setReserving(false)} />}
    </Panel>
  );
}
