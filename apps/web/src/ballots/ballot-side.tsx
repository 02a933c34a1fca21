import { timeWithSeconds } from '@klubba/i18n';
import { type ClosedBallot, closedBallotNow, codeOf, type PersonId, revealsVotes } from '@klubba/meeting';
import { Download, Lock, Monitor, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { type OwnStore, useOwnStore } from '../own-store/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button, ButtonLink, ButtonRow, Panel, Ticks } from '../ui/index.ts';
import { BallotHeading, type HeadingLevel } from './ballot-heading.tsx';
import css from './ballots.module.css';
import { Choosing, Trail } from './choosing.tsx';
import { CountedBallot } from './counted-ballot.tsx';
import { ballotTitle, receiptCode } from './figures.ts';
import { ByReserveCode, ReserveCode } from './reserve-code.tsx';
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
          <CountedBallot ballot={ballot} level={1} />
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

function OwnVoting(props: Props) {
  const store = useOwnStore(props.me);
  return store === undefined ? null : <OpenVoting {...props} store={store} />;
}

function OpenVoting({ me, ballot, store }: Props & { readonly store: OwnStore }) {
  return <Voting me={me} ballot={ballot} voter={useVoter(ballot, me, store)} />;
}

/** From the list to the sealed vote, on whichever tablet. */
export function Voting({
  me,
  ballot,
  voter,
  level = 1,
}: Props & { readonly voter: Voter; readonly level?: HeadingLevel }) {
  const t = useText();
  const meeting = useMeeting();
  const [choosing, setChoosing] = useState(false);
  const votes = ballot.state === 'voting' && voter.entered;
  if (votes && voter.own.underWay === undefined && (choosing || voter.own.receipts.length === 0))
    return <Choosing ballot={ballot} voter={voter} level={level} onDone={() => setChoosing(false)} />;
  return (
    <>
      <BallotHeading level={level}>{t('ballot.title', ballotTitle(meeting, ballot))}</BallotHeading>
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
  if (ballot.state === 'registering' && !entered && own.registration !== undefined && voter.refusal === undefined)
    return <p role="status">{t('ballot.replace.again')}</p>;
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
  if (!entered)
    return (
      <>
        <p role="status">{t('ballot.notOnList')}</p>
        {ballot.state === 'voting' && ballot.registered.includes(me) && <ByReserveCode voter={voter} />}
      </>
    );
  return (
    <>
      <p role="status">{t(`ballot.wait.${waitOf(ballot)}`)}</p>
      {isOpen && own.secret !== undefined && <ReserveCode secret={own.secret} />}
    </>
  );
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

function Receipt({ me, ballot, voter, onAgain }: Props & { readonly voter: Voter; readonly onAgain: () => void }) {
  const t = useText();
  const last = voter.own.receipts.at(-1);
  if (last === undefined) return null;
  const checked = ballot.checked[me];
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${last.hash}\n`)}`;
  return (
    <>
      <Trail at={2} />
      <p role="status">
        <b>{t('ballot.sealed')}</b>
      </p>
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
