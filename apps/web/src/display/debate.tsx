import { durationText } from '@klubba/i18n';
import { currentItem, type Meeting, partyNameOf, personWithParty } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { queueEntries } from '../figures/queue-entries.ts';
import { Queue, WallDebate } from '../ui/index.ts';
import { PictureTile, SpeakerPicture, useCast, useVideo } from '../video/index.ts';
import css from './display.module.css';
import { Moved, movedIn } from './moved.tsx';
import { queuePlaces } from './queue-places.ts';

/** Speaker 0, room 1, then the others. */
const FIRST_OTHER = 2;
const REMOTE_SHOWN = 8;

/** Who speaks, who waits, what has been moved, and those at a distance. */
export function Debate({ meeting, now }: { readonly meeting: Meeting; readonly now: number }) {
  const t = useText();
  const cast = useCast();
  const { view } = useVideo();
  const item = currentItem(meeting);
  const remote = cast.others.slice(0, REMOTE_SHOWN);
  const entries = queueEntries(meeting, t);
  const places = queuePlaces(item === undefined ? 0 : movedIn(meeting, item).length, remote.length > 0);
  const more = entries.length - places;
  return (
    <WallDebate
      speaker={
        view.trouble === 'noServer' ? (
          <SpeakerInWords meeting={meeting} now={now} />
        ) : (
          <SpeakerPicture look="hall" aside={<SpeechTime meeting={meeting} now={now} />} />
        )
      }
      queueTitle={t('wall.queue')}
      queue={
        entries.length === 0 ? (
          <p>{t('wall.queue.empty')}</p>
        ) : (
          <>
            <Queue look="hall" label={t('wall.queue')} entries={more === 1 ? entries : entries.slice(0, places)} />
            {more > 1 && <p>{t('wall.proposals.more', { count: more })}</p>}
          </>
        )
      }
      proposals={item === undefined ? null : <Moved meeting={meeting} item={item} />}
      remoteLabel={t('video.others')}
      remote={remote.map((shown, index) => ({
        id: shown.person ?? String(index),
        tile: <PictureTile shown={shown} rank={FIRST_OTHER + index} look="hall" />,
      }))}
    />
  );
}

/** Where there are no pictures the name fills the place of one. */
function SpeakerInWords({ meeting, now }: { readonly meeting: Meeting; readonly now: number }) {
  const t = useText();
  const speech = meeting.floor.speaking;
  const item = currentItem(meeting);
  if (speech === undefined)
    return (
      <div className={css.inWords}>
        <p>{item === undefined ? '' : t(`label.stage.${item.stage}`)}</p>
        <h2>{t('wall.nobodySpeaks')}</h2>
      </div>
    );
  return (
    <div className={css.inWords}>
      <p>{t('wall.speaks')}</p>
      <h2>{personWithParty(meeting.plan, speech.person)}</h2>
      <p>{partyNameOf(meeting.plan, speech.person)}</p>
      <p className={css.time}>
        <SpeechTime meeting={meeting} now={now} />
      </p>
    </div>
  );
}

function SpeechTime({ meeting, now }: { readonly meeting: Meeting; readonly now: number }) {
  const t = useText();
  const speech = meeting.floor.speaking;
  if (speech === undefined) return null;
  const elapsed = Math.max(0, Math.floor((now - speech.from) / 1000));
  return speech.limit === null
    ? t('wall.time', { elapsed: durationText(elapsed) })
    : t('wall.timeOf', { elapsed: durationText(elapsed), limit: durationText(speech.limit) });
}
