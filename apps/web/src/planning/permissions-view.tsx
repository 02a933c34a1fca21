import 'klubba-texts/desk';
import type { MeetingId } from '@klubba/meeting';
import { useParams } from 'react-router';
import { LiveMeeting } from '../live/index.ts';
import { WaitingForMeeting } from '../waiting/waiting-for-meeting.tsx';
import { Permissions } from './permissions.tsx';

/** `/m/:meetingId/permissions` */
export function PermissionsView() {
  const { meetingId } = useParams();
  return (
    <LiveMeeting
      meeting={meetingId as MeetingId}
      waiting={(connection) => <WaitingForMeeting connection={connection} />}
    >
      <Permissions />
    </LiveMeeting>
  );
}
