import {
  type ClosedBallot,
  codeOf,
  electedBy,
  isPresent,
  type Meeting,
  othersPrevail,
  personWithParty,
} from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import css from './ballots.module.css';
import { ranked } from './figures.ts';
import { useBoard } from './use-board.ts';

type Props = { readonly meeting: Meeting; readonly ballot: ClosedBallot };
/** So few that the names of those awaited are shown. */
const NAMED_MAX = 6;

/** The closed ballot on the wall: how many, the chain's code, the key holders. Never a figure before all is counted. */
export function WallBallot({ meeting, ballot }: Props) {
  if (ballot.state === 'counted') return <Result meeting={meeting} ballot={ballot} />;
  return ballot.means === 'paper' ? (
    <Slips meeting={meeting} ballot={ballot} />
  ) : (
    <Sealed meeting={meeting} ballot={ballot} />
  );
}

function Sealed({ meeting, ballot }: Props) {
  const t = useText();
  const { seen } = useBoard(ballot);
  const registering = ballot.state === 'registering' || ballot.state === 'listing' || ballot.state === 'listed';
  const voters = registering ? ballot.electors.length : ballot.registered.length;
  const done = registering ? ballot.registered.length : (ballot.end?.cast ?? seen?.cast ?? 0);
  // Who has voted is told late, and by lot: nobody is named as awaited who may have voted already.
  const waiting = registering ? ballot.electors.filter((person) => !ballot.registered.includes(person)) : [];
  const shown =
    meeting.plan.body.settings.whoHasVotedIsShown.value && waiting.length > 0 && waiting.length <= NAMED_MAX;
  return (
    <div className={css.wall}>
      <div>
        <p className={css.wallBig}>
          <strong>{done}</strong> {t('wall.ballot.of', { voters })}
          <br />
          {t(registering ? 'wall.ballot.registered' : 'wall.ballot.cast')}
        </p>
        <Boxes done={done} of={voters} />
        <p className={css.wallText}>{t(`wall.ballot.phase.${phaseOf(ballot)}`)}</p>
        {registering && ballot.booth.length > 0 && (
          <p className={css.wallSoft}>
            {t('ballot.booth.entered', { names: ballot.booth.map((person) => personWithParty(meeting.plan, person)) })}
          </p>
        )}
        {shown && (
          <p className={css.wallSoft}>
            {t('wall.ballot.waiting', { names: waiting.map((person) => personWithParty(meeting.plan, person)) })}
          </p>
        )}
      </div>
      <div className={css.side}>
        {!registering && (
          <div className={css.wallCode}>
            <p>{t('wall.ballot.code', { cast: done })}</p>
            <strong>{codeOf(ballot.end?.head ?? seen?.head)}</strong>
            <p>{t('wall.ballot.code.note')}</p>
          </div>
        )}
        <KeyHolders meeting={meeting} ballot={ballot} />
      </div>
    </div>
  );
}

function phaseOf({ state, checked }: ClosedBallot): 'list' | 'open' | 'missing' | 'ended' | 'counting' {
  if (Object.values(checked).includes('missing')) return 'missing';
  switch (state) {
    case 'registering':
    case 'listing':
    case 'listed':
      return 'list';
    case 'voting':
      return 'open';
    case 'counting':
      return 'counting';
    case 'closed':
    case 'ended':
    case 'counted':
    case 'annulled':
      return 'ended';
  }
}

function Boxes({ done, of }: { readonly done: number; readonly of: number }) {
  return (
    <ul className={css.boxes} aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <li key={index} className={index < done ? css.full : undefined} />
      ))}
    </ul>
  );
}

function KeyHolders({ meeting, ballot }: Props) {
  const t = useText();
  const holders = meeting.elections.keyHolders;
  if (holders === undefined) return null;
  return (
    <section>
      <h2 className={css.wallText}>
        {t('wall.ballot.holders', { needed: holders.needed, count: holders.persons.length })}
      </h2>
      <ul className={css.list}>
        {holders.persons.map((person) => (
          <li key={person}>
            <span>{personWithParty(meeting.plan, person)}</span>
            <span>
              {ballot.shares.includes(person)
                ? t('wall.ballot.share')
                : t(isPresent(meeting, person) ? 'wall.ballot.here' : 'wall.ballot.away')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Slips({ ballot }: Props) {
  const t = useText();
  return (
    <div className={css.wall}>
      <div>
        <p className={css.wallBig}>
          <strong>{ballot.voted.length}</strong> {t('wall.ballot.of', { voters: ballot.electors.length })}
          <br />
          {t('wall.ballot.slips')}
        </p>
        <Boxes done={ballot.voted.length} of={ballot.electors.length} />
      </div>
    </div>
  );
}

function Result({ meeting, ballot }: Props) {
  const t = useText();
  const { result, shares, means } = ballot;
  if (result === undefined) return null;
  const elected = electedBy(ballot)?.map((person) => personWithParty(meeting.plan, person));
  const rows = [
    ...ranked(meeting, ballot),
    ...(result.others === undefined ? [] : [{ name: t('ballot.others'), votes: result.others }]),
    { name: t('ballot.result.blank'), votes: result.blank },
  ];
  const most = Math.max(1, ballot.voted.length);
  return (
    <div className={css.wall}>
      <div className={css.result}>
        <h2 className={css.wallBig}>
          {elected === undefined
            ? t(othersPrevail(ballot) ? 'wall.ballot.others' : 'wall.ballot.tied')
            : t('wall.ballot.elected', { names: elected, lot: ballot.lot === undefined ? 'no' : 'yes' })}
        </h2>
        <p className={css.wallSoft}>{t('wall.ballot.invalid', { invalid: result.invalid })}</p>
        {rows.map(({ name, votes }) => (
          <div key={name}>
            <p>
              <span>{name}</span>
              <strong>{votes}</strong>
            </p>
            <div className={css.bar}>
              <span style={{ width: `${(100 * votes) / most}%` }} />
            </div>
          </div>
        ))}
      </div>
      {means === 'sealed' && (
        <div className={css.side}>
          <h2 className={css.wallText}>{t('wall.ballot.check')}</h2>
          <ul className={css.list}>
            <li>{t('wall.ballot.check.own')}</li>
            <li>{t('wall.ballot.check.code', { code: codeOf(ballot.resultHead) })}</li>
            <li>{t('wall.ballot.check.sum')}</li>
            <li>
              {t('wall.ballot.check.holders', { names: shares.map((person) => personWithParty(meeting.plan, person)) })}
            </li>
          </ul>
        </div>
      )}
    </div>
  );
}
