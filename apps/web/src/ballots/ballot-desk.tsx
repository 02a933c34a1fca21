import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { ButtonLink, Panel } from '../ui/index.ts';

/** From the desk to what is prepared and done for closed ballots, where the evening has an election. */
export function BallotDesk() {
  const t = useText();
  const { plan, agenda } = useMeeting();
  const hasElection = Object.values(agenda.items).some(({ kind }) => kind === 'election');
  if (!hasElection) return null;
  return (
    <Panel title={t('ballot.desk')} note={t('ballot.desk.note')}>
      <ButtonLink href={`/m/${encodeURIComponent(plan.meeting)}/ballot`} size="s">
        {t('ballot.desk.open')}
      </ButtonLink>
    </Panel>
  );
}
