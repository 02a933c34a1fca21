import { LogOut, Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { ActionBar, type BarAction, OnAirMark } from '../ui/index.ts';
import css from './break-rooms.module.css';
import { RoomPicture } from './room-tiles.tsx';
import type { RoomSession, RoomView } from './room-view.ts';

/** The own picture, whether the room hears and sees one, and one press for each. */
export function RoomBar({
  view,
  session,
  leaveLabel,
  onLeave,
}: {
  readonly view: RoomView;
  readonly session: RoomSession;
  readonly leaveLabel: string;
  readonly onLeave: () => void;
}) {
  const t = useText();
  const { camera, microphone, wants } = view;
  const isHeard = microphone === 'on';
  const isSeen = camera === 'on' || camera === 'frozen';
  const turns = {
    microphone: wants.microphone && !TROUBLE.has(microphone),
    camera: wants.camera && !TROUBLE.has(camera),
  };
  const seen = isSeen ? 'breaks.seen' : camera === 'starting' ? 'breaks.starting' : 'breaks.notSeen';
  const trouble = troubleOf(view);
  const isClosed = CLOSED.has(view.link.is);
  const devices: readonly BarAction[] = [
    {
      id: 'microphone',
      label: t(turns.microphone ? 'breaks.microphone.off' : 'breaks.microphone.on'),
      icon: turns.microphone ? MicOff : Mic,
      primary: !turns.microphone,
      onPress: () => session.turn('microphone', !turns.microphone),
    },
    {
      id: 'camera',
      label: t(turns.camera ? 'breaks.camera.off' : 'breaks.camera.on'),
      icon: turns.camera ? VideoOff : Video,
      onPress: () => session.turn('camera', !turns.camera),
    },
  ];
  return (
    <ActionBar
      label={t('breaks.actions')}
      ownPicture={
        <div role="img" aria-label={t('video.own')} className={css.own}>
          {isSeen ? (
            <RoomPicture identity="own" turn={view.cameraTurn} arrives session={session} />
          ) : (
            <VideoOff aria-hidden="true" />
          )}
        </div>
      }
      onAir={
        <OnAirMark
          state={isHeard ? 'on' : 'off'}
          title={t(isHeard ? 'breaks.heard' : 'breaks.notHeard')}
          note={t(seen)}
        />
      }
      // Alone, the way out stands on a line of its own: beside the words a phone has no room for it.
      message={trouble === undefined ? isClosed ? null : undefined : <span role="alert">{t(trouble)}</span>}
      live={isHeard}
      actions={[...(isClosed ? [] : devices), { id: 'leave', label: leaveLabel, icon: LogOut, onPress: onLeave }]}
    />
  );
}

/** There is no room to be heard and seen in. */
const CLOSED: ReadonlySet<RoomView['link']['is']> = new Set(['noServer', 'refused', 'elsewhere']);
const TROUBLE: ReadonlySet<string> = new Set(['denied', 'missing', 'busy']);

function troubleOf({ camera, microphone, wants }: RoomView) {
  if (wants.microphone && (microphone === 'denied' || microphone === 'missing' || microphone === 'busy'))
    return `breaks.microphone.${microphone}` as const;
  if (wants.microphone && microphone === 'silent') return 'breaks.microphone.silent' as const;
  if (wants.camera && (camera === 'denied' || camera === 'missing' || camera === 'busy' || camera === 'frozen'))
    return `breaks.camera.${camera}` as const;
  return undefined;
}
