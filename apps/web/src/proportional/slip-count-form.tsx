import { fullName, type Meeting, type PersonId, type ProportionalElection } from '@klubba/meeting';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, ButtonRow, TextArea, TextField } from '../ui/index.ts';
import { namesOn } from './names-on.ts';
import css from './proportional.module.css';

type Draft = { readonly label: string; readonly votes: string; readonly names: string };

const EMPTY: Draft = { label: '', votes: '', names: '' };
const INVALID = ['notClosed', 'wrongForm', 'noLabel'] as const;

/** One of the two who count, alone: each group of equal slips with its label, its number and its names in order (LPV 9–14 §§). */
export function SlipCountForm({
  meeting,
  election,
}: {
  readonly meeting: Meeting;
  readonly election: ProportionalElection;
}) {
  const t = useText();
  const { send, sending, refusal } = useCommand();
  const [groups, setGroups] = useState<readonly Draft[]>([EMPTY]);
  const [invalid, setInvalid] = useState<Readonly<Record<string, string>>>({});
  const change = (at: number, part: Partial<Draft>) =>
    setGroups(groups.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const read = groups.map((one) => namesOn(one.names, meeting.plan.people.map(named)));
  const unknown = read.flatMap((one) => one.unknown);
  const enter = () =>
    void send({
      type: 'enterSlips',
      count: {
        groups: groups.map(({ label, votes }, at) => ({
          label: label.trim(),
          votes: Number(votes),
          names: read[at]?.persons ?? [],
        })),
        invalid: Object.fromEntries(
          INVALID.flatMap((why) => (Number(invalid[why] ?? 0) > 0 ? [[why, Number(invalid[why])]] : [])),
        ),
      },
    });
  return (
    <form
      noValidate
      className={css.count}
      onSubmit={(event) => {
        event.preventDefault();
        if (unknown.length === 0) enter();
      }}
    >
      <p>{t('proportional.count.how', { slips: election.voted.length })}</p>
      {groups.map((group, at) => (
        // Groups are only added at the end.
        // biome-ignore lint/suspicious/noArrayIndexKey: a group has no other name than its place
        <fieldset key={at}>
          <legend>{t('proportional.count.group', { number: at + 1 })}</legend>
          <TextField
            label={t('proportional.count.label')}
            value={group.label}
            onChange={(label) => change(at, { label })}
          />
          <TextField
            label={t('proportional.count.votes')}
            type="number"
            inputMode="numeric"
            value={group.votes}
            onChange={(votes) => change(at, { votes })}
          />
          <TextArea
            label={t('proportional.count.names')}
            hint={t('proportional.count.names.hint')}
            rows={4}
            value={group.names}
            onChange={(names) => change(at, { names })}
          />
        </fieldset>
      ))}
      <div className={css.invalid}>
        {INVALID.map((why) => (
          <TextField
            key={why}
            label={t(`proportional.count.invalid.${why}`)}
            type="number"
            inputMode="numeric"
            value={invalid[why] ?? ''}
            onChange={(value) => setInvalid({ ...invalid, [why]: value })}
          />
        ))}
      </div>
      {unknown.length > 0 && <p role="alert">{t('proportional.count.unknown', { names: unknown })}</p>}
      <ButtonRow>
        <Button icon={Plus} onPress={() => setGroups([...groups, EMPTY])}>
          {t('proportional.count.more')}
        </Button>
        <Button kind="primary" type="submit" busy={sending ? t('member.sending') : undefined}>
          {t('proportional.count.enter')}
        </Button>
      </ButtonRow>
      <RefusalLine refusal={refusal} />
    </form>
  );
}

const named = (person: Meeting['plan']['people'][number]): readonly [PersonId, string] => [person.id, fullName(person)];
