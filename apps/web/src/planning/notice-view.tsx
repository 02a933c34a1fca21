import type { MeetingId } from '@klubba/meeting';
import { useParams } from 'react-router';
import { LiveMeeting } from '../live/index.ts';
import { WaitingForMeeting } from '../waiting/waiting-for-meeting.tsx';
import { Notice } from './notice.tsx';

/** `/m/:meetingId/notice` */
export function NoticeView() {
  const { meetingId } = useParams();
  return (
    <LiveMeeting
      meeting={meetingId as MeetingId}
      waiting={(connection) => <WaitingForMeeting connection={connection} />}
    >
      <Notice />
    </LiveMeeting>
  );
}
