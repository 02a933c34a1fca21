import { personWithParty } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { MeetingPictures, OwnAir, OwnPicture, useVideo } from '../video/index.ts';
import css from './chair.module.css';

/** Speaker, room and oneself. Where meetings are held in the hall alone there are no pictures to make room for. */
export function PicturesColumn() {
  const { view } = useVideo();
  if (view.trouble === 'noServer') return <InTheHallAlone />;
  const seen = view.camera === 'on' || view.camera === 'frozen';
  return (
    <div className={css.pictures}>
      <MeetingPictures as="column" />
      {seen ? <OwnPicture /> : <OwnAir />}
    </div>
  );
}

function InTheHallAlone() {
  const t = useText();
  const speaking = useMeeting((meeting) =>
    meeting.floor.speaking === undefined ? undefined : personWithParty(meeting.plan, meeting.floor.speaking.person),
  );
  return (
    <div className={css.hallAlone}>
      <p className={css.speaks}>
        {speaking === undefined ? t('chair.nobodySpeaks') : t('chair.speaks', { name: speaking })}
      </p>
      <p>{t('chair.noVideo')}</p>
    </div>
  );
}
