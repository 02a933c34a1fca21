import { timeText } from '@klubba/i18n';
import { decide, type Meeting, type PersonId } from '@klubba/meeting';
import { Volume2, VolumeX } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { Button, ButtonRow, Panel, Row, Rows } from '../ui/index.ts';
import { useVideo } from '../video/index.ts';
import { SHOWN, type Shown } from './computer.ts';
import css from './secretary.module.css';

/** Two computers of one person are one presence; sound from one of them is enough in a room. */
export function Computers({
  meeting,
  me,
  minute,
  shown,
  choose,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly minute: number;
  readonly shown: Shown;
  readonly choose: (shown: Shown) => void;
}) {
  const t = useText();
  const { sound, setSound, leads, takeLead } = useVideo();
  // A pen that has been silent for long is free, which the heart knows.
  const penIsTaken = !decide(meeting, { type: 'lockMinutes', device: '' }, { at: minute, actor: me, id: 'pen' }).ok;
  return (
    <Panel title={t('secretary.computers')} note={t('secretary.computers.one')}>
      <Rows>
        <Row
          end={
            <Button size="s" icon={sound ? VolumeX : Volume2} onPress={() => setSound(!sound)}>
              {t(sound ? 'secretary.computers.soundOff' : 'secretary.computers.soundOn')}
            </Button>
          }
          note={t(sound ? 'secretary.computers.hears' : 'secretary.computers.silent')}
        >
          <b>{t('secretary.computers.this')}</b>
        </Row>
        {!leads && (
          <Row
            end={
              <Button size="s" onPress={takeLead}>
                {t('video.soundHere')}
              </Button>
            }
          >
            {t('secretary.computers.other')}
          </Row>
        )}
        {meeting.minutes.lockedBy !== undefined && penIsTaken && (
          <Row tight>{t('secretary.computers.writes', { time: timeText(meeting.minutes.lockedBy.at) })}</Row>
        )}
      </Rows>
      <div role="group" aria-label={t('secretary.show')}>
        <p className={css.soft}>{t('secretary.show')}</p>
        <ButtonRow>
          {SHOWN.map((one) => (
            <Button key={one} size="s" kind="quiet" pressed={one === shown} onPress={() => choose(one)}>
              {t(`secretary.show.${one}`)}
            </Button>
          ))}
        </ButtonRow>
      </div>
    </Panel>
  );
}
