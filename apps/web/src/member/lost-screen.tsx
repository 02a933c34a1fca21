import { timeText, timeWithSeconds } from '@klubba/i18n';
import { openVote, type PersonId, personWithParty } from '@klubba/meeting';
import { RotateCcw } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { useConnection, useMeeting } from '../live/index.ts';
import { Button, ConnectionLost, OnAirMark, type Tick } from '../ui/index.ts';
import { aheadOf, ownRequest } from './actions.ts';
import { hasDraft } from './draft.ts';
import { MemberTop } from './top.tsx';

/** Somebody at a distance has lost the meeting: what happened, what is kept, what to do, whom to ring. */
export function LostScreen({ me }: { readonly me: PersonId }) {
  const t = useText();
  const meeting = useMeeting();
  const connection = useConnection();
  const kept = useKept(me);
  if (connection.is !== 'lost') return null;
  const secretary = meeting.plan.duties.find((one) => one.duty === 'secretary')?.person;
  return (
    <ConnectionLost
      top={<MemberTop />}
      title={t('member.lost.title')}
      lede={t('member.lost.lede', { time: timeText(connection.since) })}
      steps={[t('member.lost.step.stay'), t('member.lost.step.net'), t('member.lost.step.call')]}
      actions={
        <Button kind="primary" size="l" icon={RotateCcw} onPress={() => location.reload()}>
          {t('member.lost.reload')}
        </Button>
      }
      call={{
        title: t('member.lost.call'),
        who: secretary === undefined ? '' : personWithParty(meeting.plan, secretary),
        phone: connection.secretaryPhone ?? '',
      }}
      kept={{ title: t('member.lost.kept'), items: kept }}
      note={{ word: t('member.lost.note.word'), text: t('member.lost.note') }}
      foot={
        <>
          <OnAirMark state="off" title={t('member.nobody')} note={t('member.lost.off')} />
          <span>
            {t('member.lost.try', { attempt: connection.attempt + 1 })}{' '}
            {connection.waiting > 0 && t('member.lost.waiting', { waiting: connection.waiting })}
          </span>
        </>
      }
    />
  );
}

/** What of the person's own stands in the meeting, and what is kept on this device. */
function useKept(me: PersonId): readonly Tick[] {
  const t = useText();
  const meeting = useMeeting();
  const item = meeting.agenda.current;
  const request = ownRequest(meeting, me);
  const vote = openVote(meeting.decisions)?.cast[me];
  const proposals = Object.values(meeting.proposals.byId).filter(
    (one) => one.mover === me && one.item === item && one.state === 'onTable',
  );
  const isWriting = item !== undefined && hasDraft(localStorage, me, meeting.plan.meeting, item);
  return [
    { id: 'seat', text: t('member.lost.kept.seat') },
    ...(request === undefined
      ? []
      : [{ id: 'place', text: t('member.lost.kept.place', { place: aheadOf(meeting, request) + 1 }) }]),
    ...proposals.map((one) => ({ id: one.id, text: t('member.lost.kept.proposal', { time: timeText(one.at) }) })),
    ...(isWriting ? [{ id: 'draft', text: t('member.lost.kept.draft') }] : []),
    ...(vote === undefined
      ? []
      : [{ id: 'vote', text: t('member.lost.kept.vote', { time: timeWithSeconds(vote.at) }) }]),
  ];
}
