import { Camera, Mic } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Translate, useText } from '../app/text.tsx';
import { useMe, useMeeting } from '../live/index.ts';
import { Button, OnAirMark } from '../ui/index.ts';
import { OwnVideo } from './live-picture.tsx';
import { useVideo } from './meeting-video.tsx';
import { type OnAir, onAir } from './on-air.ts';
import css from './video.module.css';

/** Whether one is heard and seen, in words, beside the own picture. Both always in view, never one without the other. */
export function OwnPicture({ note }: { readonly note?: ReactNode }) {
  return (
    <div className={css.own}>
      <OwnCamera />
      <OwnAir note={note} />
    </div>
  );
}

/** The own picture alone, for a bar with a place of its own for it. Its `OwnAir` must stand beside it. */
export function OwnCamera() {
  const t = useText();
  const { view } = useVideo();
  return (
    <div className={css.ownPicture} role="img" aria-label={t('video.own')}>
      {(view.camera === 'on' || view.camera === 'frozen') && <OwnVideo />}
    </div>
  );
}

/** Whether one is heard, in words, and what is wrong with the own camera or microphone. */
export function OwnAir({ note }: { /** "1.48 kvar av 6.00"; else whether one is seen. */ readonly note?: ReactNode }) {
  const t = useText();
  const meeting = useMeeting();
  const me = useMe()?.person;
  const { view } = useVideo();
  if (me === undefined) return null;
  const air = onAir(meeting, view, me);
  const seen = view.camera === 'on' && view.link === 'connected';
  return (
    <div className={css.trouble}>
      <OnAirMark state={air.state} title={titleOf(t, air)} note={note ?? t(seen ? 'video.seen' : 'video.notSeen')} />
      <OwnTrouble />
    </div>
  );
}

function titleOf(t: Translate, air: OnAir): string {
  switch (air.state) {
    case 'on':
      return t(air.why === 'floor' ? 'video.air.on' : `video.air.${air.why}`);
    case 'next':
      return t('video.air.next');
    case 'off':
      return t(air.why === 'hall' ? 'video.air.hall' : 'video.air.off');
  }
}

/** What is wrong with the own camera or microphone, and the button that mends it. */
function OwnTrouble() {
  const t = useText();
  const { view, session } = useVideo();
  const { camera, microphone } = view;
  if (camera === 'denied' || camera === 'missing' || camera === 'busy' || camera === 'frozen') {
    return (
      <Trouble
        words={t(`video.camera.${camera}`)}
        button={t('video.restartCamera')}
        icon={Camera}
        mend={() => void session?.restartCamera()}
      />
    );
  }
  if (microphone === 'denied' || microphone === 'missing' || microphone === 'busy' || microphone === 'silent') {
    return (
      <Trouble
        words={t(`video.microphone.${microphone}`)}
        button={t('video.restartMicrophone')}
        icon={Mic}
        mend={() => void session?.restartMicrophone()}
      />
    );
  }
  return null;
}

function Trouble({
  words,
  button,
  icon,
  mend,
}: {
  readonly words: string;
  readonly button: string;
  readonly icon: typeof Mic;
  readonly mend: () => void;
}) {
  return (
    <div role="alert" className={css.trouble}>
      <span>{words}</span>
      <Button size="s" icon={icon} onPress={mend}>
        {button}
      </Button>
    </div>
  );
}
