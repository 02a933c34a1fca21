import { personWithParty, type PersonId } from '@klubba/meeting';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand, useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, Panel, Select } from '../ui/index.ts';
import css from './ballots.module.css';

const PLACES = [0, 1, 2] as const;

/** The desk names three of different parties; others than those there are make new keys. */
export function AppointKeyHolders() {
  const t = useText();
  const { plan, elections } = useMeeting();
  const command = useCommand();
  const [chosen, setChosen] = useState<readonly (string | null)[]>(PLACES.map(() => null));
  const options = plan.seats.flatMap(({ holder }) =>
    holder === undefined ? [] : [{ id: holder as string, label: personWithParty(plan, holder) }],
  );
  const persons = chosen.flatMap((one) => (one === null ? [] : [one as PersonId]));
  return (
    <Panel title={t('ballot.appoint')}>
      <div className={css.stack}>
        <p>{t('ballot.appoint.why')}</p>
        {elections.keyHolders !== undefined && (
          <p>
            <b>
              {t('ballot.appoint.now', {
                names: elections.keyHolders.persons.map((one) => personWithParty(plan, one)),
              })}
            </b>{' '}
            {t(elections.keyHolders.key === undefined ? 'ballot.appoint.waiting' : 'ballot.appoint.done')}
          </p>
        )}
        {PLACES.map((place) => (
          <Select
            key={place}
            label={t('ballot.appoint.holder', { place: place + 1 })}
            placeholder={t('ballot.appoint.choose')}
            options={options}
            value={chosen[place] ?? null}
            onChange={(id) => setChosen(chosen.with(place, id))}
          />
        ))}
        <div>
          <Button
            kind="primary"
            busy={command.sending ? t('member.sending') : undefined}
            onPress={() => void command.send({ type: 'appointKeyHolders', persons })}
          >
            {t('ballot.appoint.send')}
          </Button>
        </div>
        <RefusalLine refusal={command.refusal} />
      </div>
    </Panel>
  );
}
