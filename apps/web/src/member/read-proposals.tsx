import type { AlternativeId, Question } from '@klubba/meeting';
import { FileText } from 'lucide-react';
import { useId, useState } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { Button } from '../ui/index.ts';
import css from './member.module.css';
import { ProposalText } from './proposal-text.tsx';

/** The proposals that a question stands between, word for word, opened where they are asked for. */
export function ReadProposals({
  question,
  only,
}: {
  readonly question: Question | undefined;
  readonly only?: readonly AlternativeId[];
}) {
  const t = useText();
  const id = useId();
  const meeting = useMeeting();
  const [isOpen, setOpen] = useState(false);
  const proposals = (question?.alternatives ?? [])
    .filter((one) => only === undefined || only.includes(one.id))
    .flatMap((one) => (one.proposal === undefined ? [] : [meeting.proposals.byId[one.proposal]]))
    .filter((proposal) => proposal !== undefined);
  if (proposals.length === 0) return null;
  return (
    <div className={css.tight}>
      <Button kind="quiet" icon={FileText} expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {isOpen ? t('member.finding.hide') : t('member.finding.read', { count: proposals.length })}
      </Button>
      {isOpen && (
        <div id={id} className={css.cards}>
          {proposals.map((proposal) => (
            <ProposalText key={proposal.id} proposal={proposal} />
          ))}
        </div>
      )}
    </div>
  );
}
