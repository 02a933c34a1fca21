import type { MeetingId } from '@klubba/meeting';
import { useParams, useSearchParams } from 'react-router';
import { usePageTitle } from '../app/page-title.ts';
import { useText } from '../app/text.tsx';
import { type ConnectionView, LiveMeeting } from '../live/index.ts';
import { WallFrame, WallQuiet } from '../ui/index.ts';
import { HallCamera, hallDeviceOf, MeetingVideo } from '../video/index.ts';
import { Wall } from './wall.tsx';

/** `/display/:meetingId`: the hall's screen, or with `?camera=room|rostrum` one of its cameras. */
export default function DisplayView() {
  const { meetingId } = useParams();
  const [search] = useSearchParams();
  const device = hallDeviceOf(search.toString());
  return (
    <LiveMeeting meeting={meetingId as MeetingId} waiting={(connection) => <Waiting connection={connection} />}>
      <MeetingVideo as={device}>{device === 'display' ? <Wall /> : <HallCamera as={device} />}</MeetingVideo>
    </LiveMeeting>
  );
}

function Waiting({ connection }: { readonly connection: ConnectionView }) {
  const t = useText();
  usePageTitle(t('wall.tab'));
  return (
    <WallFrame title={t('common.product')}>
      {connection.is === 'ended' ? (
        <WallQuiet headline={t('wall.ended')} why={t('wall.ended.why')} />
      ) : (
        <WallQuiet headline={t('common.loading')} />
      )}
    </WallFrame>
  );
}
