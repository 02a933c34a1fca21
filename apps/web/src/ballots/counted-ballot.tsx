import { type ClosedBallot, codeOf, revealsVotes } from '@klubba/meeting';
import { Download } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { Alert, ButtonLink, Pairs } from '../ui/index.ts';
import css from './ballots.module.css';
import { ballotTitle, ranked } from './figures.ts';
import { boardOf } from './requests.ts';

/** The figures, and the file with which anybody can count again. */
export function CountedBallot({ ballot }: { readonly ballot: ClosedBallot }) {
  const t = useText();
  const meeting = useMeeting();
  const { result, means, resultHead } = ballot;
  if (result === undefined) return null;
  return (
    <div className={css.stack}>
      <h2>{t('ballot.counted', ballotTitle(meeting, ballot))}</h2>
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
