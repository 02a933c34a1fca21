import 'klubba-texts/desk';
import type { MeetingId } from '@klubba/meeting';
import { useParams } from 'react-router';
import { LiveMeeting } from '../live/index.ts';
import { WaitingForMeeting } from '../waiting/waiting-for-meeting.tsx';
import { NoticeDesk } from './notice-desk.tsx';

/** `/m/:meetingId/notice/desk` */
export function NoticeDeskView() {
  const { meetingId } = useParams();
  return (
    <LiveMeeting
      meeting={meetingId as MeetingId}
      waiting={(connection) => <WaitingForMeeting connection={connection} />}
    >
      <NoticeDesk />
    </LiveMeeting>
  );
}
