import { type ClosedBallot, type PersonId, personWithParty } from '@klubba/meeting';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand, useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, Panel, TextField } from '../ui/index.ts';
import css from './ballots.module.css';

/** One of two who count the slips; neither sees what the other has found. */
export function PaperCount({ me, ballot }: { readonly me: PersonId; readonly ballot: ClosedBallot }) {
  const t = useText();
  const { plan } = useMeeting();
  const command = useCommand();
  const [figures, setFigures] = useState<Readonly<Record<string, string>>>({});
  const figure = (name: string): number => Math.max(0, Math.floor(Number(figures[name] ?? 0))) || 0;
  const field = (name: string, label: string) => (
    <TextField
      key={name}
      label={label}
      type="number"
      inputMode="numeric"
      value={figures[name] ?? ''}
      onChange={(value) => setFigures({ ...figures, [name]: value })}
    />
  );
  const count = {
    votes: Object.fromEntries(ballot.candidates.map((person) => [person, figure(person)])),
    ...(ballot.others === true ? { others: figure('others') } : {}),
    blank: figure('blank'),
    invalid: figure('invalid'),
  };
  if (ballot.counters.some(({ counter }) => counter === me))
    return (
      <Panel title={t('ballot.paper.title')}>
        <p role="status">{t('ballot.paper.entered')}</p>
      </Panel>
    );
  return (
    <Panel title={t('ballot.paper.title')}>
      <div className={css.stack}>
        <p>{t('ballot.paper.how', { count: ballot.voted.length })}</p>
        {ballot.candidates.map((person) => field(person, personWithParty(plan, person)))}
        {ballot.others === true && field('others', t('ballot.others'))}
        {field('blank', t('ballot.result.blank'))}
        {field('invalid', t('ballot.result.invalid'))}
        <div>
          <Button
            kind="primary"
            busy={command.sending ? t('member.sending') : undefined}
            onPress={() => void command.send({ type: 'enterPaperCount', ballot: ballot.id, count })}
          >
            {t('ballot.paper.send')}
          </Button>
        </div>
        <RefusalLine refusal={command.refusal} />
      </div>
    </Panel>
  );
}
