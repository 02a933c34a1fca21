import type { Choice } from '@klubba/ballot';
import { type ClosedBallot, type PersonId, personWithParty } from '@klubba/meeting';
import { ArrowRight, Eye, Lock, Monitor, RotateCcw, ShieldCheck, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { BallotOptions, Button, Checkbox, Facts, StepTrail, Ticks } from '../ui/index.ts';
import { BallotHeading, type HeadingLevel } from './ballot-heading.tsx';
import css from './ballots.module.css';
import { ballotTitle, nominatedBy } from './figures.ts';
import type { Voter } from './use-voter.ts';

/** Choose, review, sealed. */
export function Trail({ at }: { readonly at: 0 | 1 | 2 }) {
  const t = useText();
  const steps = (['choose', 'review', 'sealed'] as const).map((id, index) => ({
    id,
    label: t(`ballot.trail.${id}`),
    state: index < at ? ('done' as const) : index === at ? ('now' as const) : ('later' as const),
  }));
  return <StepTrail label={t('ballot.trail')} steps={steps} />;
}

const BLANK = 'blank';
const OTHERS = 'others';

/** From nothing chosen to the sealed vote, by way of looking again, and of testing the tablet. */
export function Choosing({
  ballot,
  voter,
  level,
  onDone,
}: {
  readonly ballot: ClosedBallot;
  readonly voter: Voter;
  readonly level: HeadingLevel;
  readonly onDone: () => void;
}) {
  const t = useText();
  const meeting = useMeeting();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [step, setStep] = useState<'choose' | 'review' | 'test'>('choose');
  const [tested, setTested] = useState<{ readonly holds: boolean; readonly choice: Choice }>();
  const choice = choiceOf(ballot, chosen);
  const title = t('ballot.title', ballotTitle(meeting, ballot));
  const names = (of: Choice): string =>
    of.blank
      ? t('ballot.blank')
      : of.answers
          .map((index) => {
            const person = ballot.candidates[index];
            return person === undefined ? t('ballot.others') : personWithParty(meeting.plan, person);
          })
          .join(', ');
  const test = async (): Promise<void> => {
    if (choice === undefined) return;
    const outcome = await voter.test(choice);
    if (outcome === undefined) return;
    setTested(outcome);
    setStep('test');
  };
  if (step === 'test' && tested !== undefined && choice !== undefined) {
    const honest = tested.holds && names(tested.choice) === names(choice);
    return (
      <>
        <BallotHeading level={level} announced>
          {t(honest ? 'ballot.test.honest' : 'ballot.test.lies')}
        </BallotHeading>
        <p className={css.soft}>{title}</p>
        <div className={css.boxed}>
          <Facts
            facts={[
              { term: t('ballot.test.tried'), value: <b>{names(choice)}</b> },
              {
                term: t('ballot.test.sealed'),
                value: <b>{tested.holds ? names(tested.choice) : t('ballot.test.unknown')}</b>,
              },
            ]}
          />
        </div>
        <Ticks
          ticks={[
            { id: 'other', icon: Monitor, text: t('ballot.test.other') },
            { id: 'broken', icon: X, text: t('ballot.test.broken') },
            { id: 'saw', icon: Eye, text: t('ballot.test.saw') },
          ]}
        />
        {honest && (
          <Button kind="primary" size="l" wide iconEnd={ArrowRight} onPress={() => setStep('choose')}>
            {t('ballot.test.vote')}
          </Button>
        )}
        <Button wide icon={RotateCcw} onPress={() => setStep('choose')}>
          {t('ballot.test.again')}
        </Button>
      </>
    );
  }
  if (step === 'review' && choice !== undefined)
    return (
      <>
        <Trail at={1} />
        <BallotHeading level={level}>{t('ballot.review')}</BallotHeading>
        <p className={css.soft}>{title}</p>
        <div className={css.boxed}>
          <p className={css.soft}>{t('ballot.review.own')}</p>
          <p className={css.choice}>{names(choice)}</p>
        </div>
        <Ticks
          ticks={[
            { id: 'lock', icon: Lock, text: t('ballot.review.lock') },
            {
              id: 'again',
              icon: RotateCcw,
              text: t(ballot.once === true ? 'ballot.review.once' : 'ballot.review.again'),
            },
          ]}
        />
        <Button
          kind="primary"
          size="l"
          wide
          icon={Lock}
          busy={voter.busy ? t('ballot.cast.busy') : undefined}
          onPress={() => void voter.vote(choice).then((done) => done && onDone())}
        >
          {t('ballot.cast')}
        </Button>
        <Button wide icon={Undo2} onPress={() => setStep('choose')}>
          {t('ballot.change')}
        </Button>
        <RefusalLine refusal={voter.refusal} />
        <Button kind="quiet" icon={ShieldCheck} onPress={() => void test()}>
          {t('ballot.test')}
        </Button>
        <p className={css.soft}>{t('ballot.test.note')}</p>
      </>
    );
  return (
    <>
      <Trail at={0} />
      <BallotHeading level={level}>{title}</BallotHeading>
      <p className={css.soft}>{t('ballot.choose', { count: ballot.places })}</p>
      <Options ballot={ballot} chosen={chosen} onChange={setChosen} />
      <Ticks ticks={[{ id: 'eyes', icon: Eye, text: t('ballot.eyes') }]} />
      {choice !== undefined && (
        <Button kind="primary" size="l" wide iconEnd={ArrowRight} onPress={() => setStep('review')}>
          {t('ballot.toReview')}
        </Button>
      )}
    </>
  );
}

/** One: alike, nothing chosen beforehand. Several: so many as there are places, or blank. */
function Options({
  ballot,
  chosen,
  onChange,
}: {
  readonly ballot: ClosedBallot;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const t = useText();
  const meeting = useMeeting();
  const options = [
    ...ballot.candidates.map((person) => {
      const parties = nominatedBy(meeting, ballot, person);
      return {
        id: person as string,
        name: personWithParty(meeting.plan, person),
        ...(parties.length === 0 ? {} : { note: t('ballot.nominatedBy', { parties }) }),
      };
    }),
    ...(ballot.others === true ? [{ id: OTHERS, name: t('ballot.others'), note: t('ballot.others.note') }] : []),
    { id: BLANK, name: t('ballot.blank'), note: t('ballot.blank.note') },
  ];
  if (ballot.places === 1)
    return (
      <BallotOptions
        label={t('ballot.options')}
        options={options}
        value={chosen[0] ?? null}
        onChange={(id) => onChange([id])}
      />
    );
  const toggle = (id: string, on: boolean): void => {
    const others = chosen.filter((one) => one !== id && one !== BLANK);
    onChange(on ? (id === BLANK ? [BLANK] : [...others, id]) : others);
  };
  return (
    <fieldset className={css.facts}>
      <legend>{t('ballot.options')}</legend>
      {options.map((option) => (
        <Checkbox key={option.id} checked={chosen.includes(option.id)} onChange={(on) => toggle(option.id, on)}>
          {option.name}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function choiceOf({ candidates, places }: ClosedBallot, chosen: readonly string[]): Choice | undefined {
  if (chosen.length === 0 || chosen.length > places) return undefined;
  if (chosen.includes(BLANK)) return { blank: true };
  // Somebody else stands after the candidates.
  const place = (id: string): number => (id === OTHERS ? candidates.length : candidates.indexOf(id as PersonId));
  return { blank: false, answers: chosen.map(place).toSorted((a, b) => a - b) };
}
