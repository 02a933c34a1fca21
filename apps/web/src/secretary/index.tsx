import 'klubba-texts/desk';
import type { MeetingId } from '@klubba/meeting';
import { useParams } from 'react-router';
import { MeetingChat } from '../chat/index.ts';
import { LiveMeeting } from '../live/index.ts';
import { MeetingVideo } from '../video/index.ts';
import { UnlessCalledOff } from '../waiting/unless-called-off.tsx';
import { WaitingForMeeting } from '../waiting/waiting-for-meeting.tsx';
import { SecretaryDesk } from './secretary-desk.tsx';

/** `/m/:meetingId/secretary` */
export default function SecretaryView() {
  const { meetingId } = useParams();
  return (
    <LiveMeeting
      meeting={meetingId as MeetingId}
      waiting={(connection) => <WaitingForMeeting connection={connection} />}
    >
      <UnlessCalledOff>
        <MeetingVideo>
          <MeetingChat>
            <SecretaryDesk />
          </MeetingChat>
        </MeetingVideo>
      </UnlessCalledOff>
    </LiveMeeting>
  );
}
