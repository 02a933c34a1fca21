import type { Choice } from '@klubba/ballot';
import { timeWithSeconds } from '@klubba/i18n';
import {
  type ClosedBallot,
  closedBallotNow,
  codeOf,
  type PersonId,
  personWithParty,
  revealsVotes,
} from '@klubba/meeting';
import { ArrowRight, Download, Eye, Lock, Monitor, RotateCcw, ShieldCheck, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import {
  Alert,
  BallotOptions,
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  Facts,
  Panel,
  StepTrail,
  Ticks,
} from '../ui/index.ts';
import css from './ballots.module.css';
import { ballotTitle, nominatedBy, receiptCode } from './figures.ts';
import { CountedBallot } from './counted-ballot.tsx';
import { useVoter, type Voter } from './use-voter.ts';

type Props = { readonly me: PersonId; readonly ballot: ClosedBallot };

/** A closed ballot beside the pictures: into the list, choose, look again, sealed; and then that it is there. */
export function BallotSide({ me, ballot }: Props) {
  const t = useText();
  const meeting = useMeeting();
  const isElector = ballot.electors.includes(me);
  return (
    <Panel framed label={t('ballot.panel')}>
      <div className={css.stack}>
        {ballot.state === 'counted' ? (
          <CountedBallot ballot={ballot} />
        ) : ballot.means === 'paper' ? (
          <p>{t('ballot.paper', ballotTitle(meeting, ballot))}</p>
        ) : isElector ? (
          <OwnVoting key={ballot.id} me={me} ballot={ballot} />
        ) : (
          <p>{t('ballot.watching', ballotTitle(meeting, ballot))}</p>
        )}
      </div>
    </Panel>
  );
}

/** To the page of keys, for one who holds one. */
export function KeyHolderLink({ me }: { readonly me: PersonId }) {
  const t = useText();
  const { plan, elections } = useMeeting();
  const holders = elections.keyHolders;
  if (holders?.persons.includes(me) !== true) return null;
  const ballot = closedBallotNow({ elections });
  const counts = ballot?.state === 'counting' && !ballot.shares.includes(me);
  if (holders.key !== undefined && !counts) return null;
  return (
    <ButtonLink href={`/m/${encodeURIComponent(plan.meeting)}/ballot`} size="s">
      {t('ballot.toKeys')}
    </ButtonLink>
  );
}

function OwnVoting({ me, ballot }: Props) {
  return <Voting me={me} ballot={ballot} voter={useVoter(ballot, me)} />;
}

/** From the list to the sealed vote, on whichever tablet. */
export function Voting({ me, ballot, voter }: Props & { readonly voter: Voter }) {
  const t = useText();
  const meeting = useMeeting();
  const [choosing, setChoosing] = useState(false);
  const votes = ballot.state === 'voting' && voter.entered;
  if (votes && voter.own.underWay === undefined && (choosing || voter.own.receipts.length === 0))
    return <Choosing ballot={ballot} voter={voter} onDone={() => setChoosing(false)} />;
  return (
    <>
      <h2>{t('ballot.title', ballotTitle(meeting, ballot))}</h2>
      <Where me={me} ballot={ballot} voter={voter} onAgain={() => setChoosing(true)} />
      <RefusalLine refusal={voter.refusal} />
    </>
  );
}

/** Where the ballot is, when there is nothing to choose. */
function Where({ me, ballot, voter, onAgain }: Props & { readonly voter: Voter; readonly onAgain: () => void }) {
  const t = useText();
  const { own, busy, entered } = voter;
  const isOpen = ballot.state === 'registering' || ballot.state === 'listing' || ballot.state === 'listed';
  const isElsewhere = own.secret === undefined || voter.refusal?.rule === 'BALLOT-REGISTERED-ELSEWHERE';
  if (own.underWay !== undefined)
    return (
      <p role="status">
        <b>{t('ballot.underWay')}</b> {t('ballot.underWay.note')}
      </p>
    );
  if (own.receipts.length > 0) return <Receipt me={me} ballot={ballot} voter={voter} onAgain={onAgain} />;
  if (isOpen && !entered && !busy && ballot.registered.includes(me) && isElsewhere) return <Elsewhere voter={voter} />;
  if (ballot.state === 'registering' && !entered)
    return (
      <>
        <p>{t('ballot.register.why')}</p>
        {revealsVotes(ballot) && (
          <Alert rank="warning" word={t('ballot.small.word')} compact>
            {t('ballot.small', { count: ballot.electors.length })}
          </Alert>
        )}
        <Button
          kind="primary"
          size="l"
          wide
          icon={Lock}
          busy={busy ? t('ballot.register.busy') : undefined}
          onPress={() => void voter.register()}
        >
          {t('ballot.register')}
        </Button>
      </>
    );
  return <p role="status">{t(entered ? `ballot.wait.${waitOf(ballot)}` : 'ballot.notOnList')}</p>;
}

/** The member is on the list from another tablet, which may be lost. */
function Elsewhere({ voter }: { readonly voter: Voter }) {
  const t = useText();
  return (
    <>
      <p role="status">{t('ballot.notOnList')}</p>
      <p>{t('ballot.replace.what')}</p>
      <Button icon={RotateCcw} onPress={() => void voter.replace()}>
        {t('ballot.replace')}
      </Button>
    </>
  );
}

function waitOf({ state }: ClosedBallot): 'list' | 'open' | 'end' {
  if (state === 'registering' || state === 'listing' || state === 'listed') return 'list';
  return state === 'voting' ? 'open' : 'end';
}

function Trail({ at }: { readonly at: 0 | 1 | 2 }) {
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

function Choosing({
  ballot,
  voter,
  onDone,
}: {
  readonly ballot: ClosedBallot;
  readonly voter: Voter;
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
        <h2 role="status">{t(honest ? 'ballot.test.honest' : 'ballot.test.lies')}</h2>
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
        <h2>{t('ballot.review')}</h2>
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
      <h2>{title}</h2>
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

function Receipt({ me, ballot, voter, onAgain }: Props & { readonly voter: Voter; readonly onAgain: () => void }) {
  const t = useText();
  const last = voter.own.receipts.at(-1);
  if (last === undefined) return null;
  const checked = ballot.checked[me];
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${last.hash}\n`)}`;
  return (
    <>
      <Trail at={2} />
      <h3 role="status">{t('ballot.sealed')}</h3>
      <div className={css.receipt}>
        <p className={css.soft}>{t('ballot.receipt')}</p>
        <p className={css.code}>{receiptCode(last.hash)}</p>
        <p>{t('ballot.receipt.when', { time: timeWithSeconds(last.at), height: last.height })}</p>
      </div>
      {checked === 'missing' && (
        <Alert rank="stop" word={t('ballot.missing.word')}>
          {t('ballot.missing')}
        </Alert>
      )}
      <Ticks
        ticks={[
          { id: 'in', text: t('ballot.receipt.shows') },
          { id: 'check', text: t(checked === 'found' ? 'ballot.receipt.found' : 'ballot.receipt.checks') },
          {
            id: 'chain',
            icon: Monitor,
            text: t('ballot.receipt.chain', {
              cast: voter.cast,
              voters: ballot.registered.length,
              code: codeOf(ballot.end?.head ?? voter.head),
            }),
          },
        ]}
      />
      <ButtonRow>
        <ButtonLink href={file} icon={Download} download={`kvitto-${last.height}.txt`}>
          {t('ballot.receipt.save')}
        </ButtonLink>
        {ballot.state === 'voting' && ballot.once !== true && (
          <Button icon={RotateCcw} onPress={onAgain}>
            {t('ballot.again')}
          </Button>
        )}
      </ButtonRow>
    </>
  );
}
