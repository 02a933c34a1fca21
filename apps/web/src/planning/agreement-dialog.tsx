import { type Meeting, remoteByParty } from '@klubba/meeting';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand, useServerNow } from '../live/index.ts';
import { CommandDialog } from '../steps/index.ts';
import { TextField } from '../ui/index.ts';
import { dayOf } from './day.ts';
import css from './planning.module.css';

const NUMBER = /^\d{0,3}$/;

/** The group leaders have agreed on how many of each party take part at a distance (GOV-16). */
export function AgreementDialog({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) {
  const t = useText();
  const now = useServerNow(60_000);
  const command = useCommand();
  const parties = remoteByParty(meeting);
  const [agreedOn, setAgreedOn] = useState(meeting.remote.agreement?.agreedOn ?? dayOf(now));
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(parties.map(({ party, most }) => [party, most === undefined ? '' : String(most)])),
  );
  const save = async () => {
    if (agreedOn === '' || !Object.values(numbers).every((text) => NUMBER.test(text))) return;
    const outcome = await command.send({
      type: 'agreeRemote',
      agreedOn,
      numbers: parties.flatMap(({ party }) => {
        const text = numbers[party] ?? '';
        return text === '' ? [] : [{ party, most: Number(text) }];
      }),
    });
    if (outcome.kind === 'done') onClose();
  };
  return (
    <CommandDialog
      title={t('planning.remote.agree.title')}
      save={t('planning.remote.agree.save')}
      command={command}
      className={css.form}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <p>{t('planning.remote.agree.text')}</p>
      <TextField type="date" label={t('planning.remote.agree.day')} value={agreedOn} onChange={setAgreedOn} />
      <div className={css.numbers}>
        {parties.map(({ party }) => (
          <TextField
            key={party}
            inputMode="numeric"
            label={meeting.plan.parties.find((one) => one.id === party)?.short ?? party}
            value={numbers[party] ?? ''}
            onChange={(text) => setNumbers({ ...numbers, [party]: text })}
            {...(NUMBER.test(numbers[party] ?? '') ? {} : { error: t('planning.remote.agree.wrong') })}
          />
        ))}
      </div>
    </CommandDialog>
  );
}
