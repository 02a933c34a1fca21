import type { PersonId } from '@klubba/meeting';
import { useMeeting } from '../live/index.ts';
import { PictureTile } from './picture-tile.tsx';
import { useVideo } from './meeting-video.tsx';

/** The other in a talk of two outside the meeting. */
export function TalkPicture({ person }: { readonly person: PersonId }) {
  const presence = useMeeting((meeting) => meeting.attendance.present[person]);
  const { view } = useVideo();
  const theirs = view.guests.filter((one) => one.person === person);
  const guest = theirs.find((one) => one.camera !== undefined) ?? theirs[0];
  return <PictureTile shown={{ person, guest, presence }} rank={0} size="large" />;
}
