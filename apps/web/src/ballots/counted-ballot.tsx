import { type ClosedBallot, codeOf, revealsVotes } from '@klubba/meeting';
import { Download } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { Alert, ButtonLink, Pairs } from '../ui/index.ts';
import { BallotHeading, type HeadingLevel } from './ballot-heading.tsx';
import css from './ballots.module.css';
import { ballotTitle, ranked } from './figures.ts';
import { boardOf } from './requests.ts';

/** The figures, and the file with which anybody can count again. */
export function CountedBallot({ ballot, level = 2 }: { readonly ballot: ClosedBallot; readonly level?: HeadingLevel }) {
  const t = useText();
  const meeting = useMeeting();
  const { result, means, resultHead } = ballot;
  if (result === undefined) return null;
  return (
    <div className={css.stack}>
      <BallotHeading level={level}>{t('ballot.counted', ballotTitle(meeting, ballot))}</BallotHeading>
      <Pairs
        pairs={[
          ...ranked(meeting, ballot).map(({ name, votes }) => ({ term: name, value: votes })),
          ...(result.others === undefined ? [] : [{ term: t('ballot.others'), value: result.others }]),
          { term: t('ballot.result.blank'), value: result.blank },
          { term: t('ballot.result.invalid'), value: result.invalid },
        ]}
      />
      {revealsVotes(ballot) && (
        <Alert rank="information" word={t('ballot.small.word')} compact>
          {t('ballot.reveals')}
        </Alert>
      )}
      {means === 'sealed' && (
        <>
          <p>{t('ballot.result.code', { code: codeOf(resultHead) })}</p>
          <ButtonLink href={boardOf(meeting.plan.meeting, ballot.id).archivePath} icon={Download}>
            {t('ballot.result.file')}
          </ButtonLink>
          <p className={css.soft}>{t('ballot.result.file.note')}</p>
        </>
      )}
    </div>
  );
}
