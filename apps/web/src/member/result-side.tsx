import { type Ballot, personWithParty, type Vote } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { hasMost, useMinority } from '../figures/minority.ts';
import { MemberBars, Panel, ResultFigure, Row, Rows } from '../ui/index.ts';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import { useMeaning, useVoteTitle } from './vote-side.tsx';

/** A closed vote, before the gavel. */
export function ResultSide({ me, vote }: ScreenProps & { readonly vote: Vote }) {
  const t = useText();
  const title = useVoteTitle(vote);
  return (
    <Panel framed label={t('member.vote.main')}>
      <div className={css.stack}>
        <h1 className={css.title}>{title}</h1>
        <VoteOutcome me={me} vote={vote} isTitled={false} />
        <p className={css.soft}>{t('member.result.gavel')}</p>
      </div>
    </Panel>
  );
}

/** Figures, the own vote in words, and how each one voted. */
export function VoteOutcome({
  me,
  vote,
  isTitled = true,
}: {
  readonly me: ScreenProps['me'];
  readonly vote: Vote;
  /** False where the title already stands above. */
  readonly isTitled?: boolean;
}) {
  const t = useText();
  const title = useVoteTitle(vote);
  const meaning = useMeaning(vote);
  const minority = useMinority(vote);
  const { result } = vote;
  if (result === undefined) return null;
  const { yes, no, abstain } = result;
  const won = result.outcome === vote.yes ? 'yes' : 'no';
  const tie = result.settledBy === 'castingVote' || result.settledBy === 'lot' ? result.settledBy : undefined;
  const most = { won, more: Math.max(yes, no), less: Math.min(yes, no) };
  const headline =
    minority?.headline ??
    (tie === undefined
      ? t(hasMost(vote) ? 'member.result.title' : 'member.result.short', most)
      : t(`member.result.${tie}`, { won, yes, no }));
  const mine = result.ballots.find((ballot) => ballot.person === me);
  return (
    <div className={css.stack} role="status">
      {isTitled && <p className={css.soft}>{title}</p>}
      <ResultFigure
        headline={headline}
        meaning={
          <>
            {minority !== null && <p>{minority.meaning}</p>}
            <p>
              {t('common.yes')}: {meaning('yes')}
            </p>
            <p>
              {t('common.no')}: {meaning('no')}
            </p>
          </>
        }
        counts={{ ja: yes, nej: no, avstar: abstain }}
        words={{ ja: t('common.yes'), nej: t('common.no'), avstar: t('common.abstain') }}
      />
      {minority !== null && <MemberBars {...minority.bars} />}
      {mine !== undefined && (
        <p>
          <b>{t('member.result.yours', { choice: t(`label.choice.${mine.choice}`) })}</b>
        </p>
      )}
      <details>
        <summary>{t('member.result.names')}</summary>
        <Names ballots={result.ballots} />
      </details>
    </div>
  );
}

function Names({ ballots }: { readonly ballots: readonly Ballot[] }) {
  const t = useText();
  const { plan } = useMeeting();
  return (
    <Rows label={t('member.result.names')}>
      {ballots.map((ballot) => (
        <Row key={ballot.seat} tight end={t(`label.choice.${ballot.choice}`)}>
          {personWithParty(plan, ballot.person)}
        </Row>
      ))}
    </Rows>
  );
}
