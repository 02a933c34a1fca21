import { type ItemState, type Meeting, personWithParty, type Proposal } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { WallProposals } from '../ui/index.ts';

/** More do not fit beside the pictures; the newest is what people have not read. */
const SHOWN = 2;

/** What has been moved in the item, word for word and at once, the newest first; withdrawn ones struck through. */
export function Moved({ meeting, item }: { readonly meeting: Meeting; readonly item: ItemState }) {
  const t = useText();
  const moved = movedIn(meeting, item);
  if (moved.length === 0) return null;
  return (
    <WallProposals
      title={t('wall.proposals', { count: moved.length })}
      proposals={moved.slice(0, SHOWN).map((proposal) => ({
        id: proposal.id,
        by: proposal.mover === undefined ? '' : personWithParty(meeting.plan, proposal.mover),
        kind: t(`label.proposalKind.${proposal.kind}`),
        text: wordsOf(meeting, proposal),
        ended: proposal.state === 'withdrawn' || proposal.state === 'refused',
      }))}
    />
  );
}

/** What persons have moved, the newest first. */
export function movedIn(meeting: Meeting, item: ItemState): readonly Proposal[] {
  return meeting.proposals.order
    .flatMap((id) => meeting.proposals.byId[id] ?? [])
    .filter((proposal) => proposal.item === item.id && proposal.mover !== undefined)
    .toReversed();
}

function wordsOf({ plan }: Meeting, { text, reason, candidates }: Proposal): string {
  const names = (candidates ?? []).map((person) => personWithParty(plan, person)).join(', ');
  return [text, reason ?? '', names].filter((words) => words !== '').join(' ');
}
