import { useText } from '../app/text.tsx';
import { OwnVideo } from './live-picture.tsx';
import { useVideo } from './meeting-video.tsx';
import css from './video.module.css';

/** A device of the hall that sends the room's or the rostrum's picture and sound: `/display/:meeting?camera=room`. Stands inside <MeetingVideo as="room">. */
export function HallCamera({ as }: { readonly as: 'room' | 'rostrum' }) {
  const t = useText();
  const { view } = useVideo();
  const trouble =
    view.camera === 'denied' || view.camera === 'missing' || view.camera === 'busy'
      ? t(`video.camera.${view.camera}`)
      : undefined;
  return (
    <main id="main" className={css.hall}>
      <OwnVideo mirrored={false} />
      <p role="status">{trouble ?? t(`video.hall.${as}`)}</p>
    </main>
  );
}

/** What `?camera=` asks for on a hall device's address. */
export function hallDeviceOf(query: string): 'room' | 'rostrum' | 'display' {
  const camera = new URLSearchParams(query).get('camera');
  return camera === 'room' || camera === 'rostrum' ? camera : 'display';
}
