import 'klubba-texts/desk';
import type { MeetingId } from '@klubba/meeting';
import { useParams } from 'react-router';
import { LiveMeeting } from '../live/index.ts';
import { WaitingForMeeting } from '../waiting/waiting-for-meeting.tsx';
import { ChangePlan } from './change-plan.tsx';

/** `/m/:meetingId/plan` */
export function ChangePlanView() {
  const { meetingId } = useParams();
  return (
    <LiveMeeting
      meeting={meetingId as MeetingId}
      waiting={(connection) => <WaitingForMeeting connection={connection} />}
    >
      <ChangePlan />
    </LiveMeeting>
  );
}
