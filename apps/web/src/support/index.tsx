import 'klubba-texts/desk';
import type { MeetingId } from '@klubba/meeting';
import { useParams } from 'react-router';
import { MeetingChat } from '../chat/index.ts';
import { LiveMeeting } from '../live/index.ts';
import { UnlessCalledOff } from '../waiting/unless-called-off.tsx';
import { WaitingForMeeting } from '../waiting/waiting-for-meeting.tsx';
import { SupportDesk } from './support-desk.tsx';

/** `/m/:meetingId/support` */
export default function SupportView() {
  const { meetingId } = useParams();
  return (
    <LiveMeeting
      meeting={meetingId as MeetingId}
      waiting={(connection) => <WaitingForMeeting connection={connection} />}
    >
      <UnlessCalledOff>
        <MeetingChat>
          <SupportDesk />
        </MeetingChat>
      </UnlessCalledOff>
    </LiveMeeting>
  );
}
