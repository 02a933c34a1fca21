import type { MeetingId } from '@klubba/meeting';
import { useParams } from 'react-router';
import { MeetingChat } from '../chat/index.ts';
import { LiveMeeting } from '../live/index.ts';
import { MeetingVideo } from '../video/index.ts';
import { UnlessCalledOff } from '../waiting/unless-called-off.tsx';
import { WaitingForMeeting } from '../waiting/waiting-for-meeting.tsx';
import { MemberScreen } from './member-screen.tsx';

/** `/m/:meetingId` for everybody who has a seat, a place on a list or another duty without a desk of its own. */
export default function MemberView() {
  const { meetingId } = useParams();
  return (
    <LiveMeeting
      meeting={meetingId as MeetingId}
      waiting={(connection) => <WaitingForMeeting connection={connection} />}
    >
      <UnlessCalledOff>
        <MeetingVideo>
          <MeetingChat>
            <MemberScreen />
          </MeetingChat>
        </MeetingVideo>
      </UnlessCalledOff>
    </LiveMeeting>
  );
}
