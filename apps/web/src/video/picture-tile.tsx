import { timeText } from '@klubba/i18n';
import { type Meeting, type PersonId, personName } from '@klubba/meeting';
import type { ReactNode } from 'react';
import { useMeeting } from '../live/index.ts';
import { type Translate, useText } from '../app/text.tsx';
import { type PictureState, VideoTile, type VideoTileProps } from '../ui/index.ts';
import type { Shown } from './cast.ts';
import { LivePicture, OwnVideo } from './live-picture.tsx';
import { useVideo } from './meeting-video.tsx';

export type PictureTileProps = {
  readonly shown: Shown;
  readonly rank: number;
  readonly speaks?: boolean;
  readonly aside?: ReactNode;
} & Pick<VideoTileProps, 'size' | 'look' | 'onSelect' | 'selected'>;

/** One person, or the room, as the meeting knows them: picture, name, and only the exception marked. */
export function PictureTile({ shown, rank, speaks = false, aside, ...look }: PictureTileProps) {
  const t = useText();
  const meeting = useMeeting();
  const { view } = useVideo();
  const { guest } = shown;
  const ownPicture = shown.own === true && view.camera === 'on';
  return (
    <VideoTile
      {...look}
      name={
        shown.person === undefined ? t('video.room') : (shown.presence?.visitor ?? nameWithParty(meeting, shown.person))
      }
      state={stateOf(t, meeting, shown, { linked: view.link !== 'none', ownPicture })}
      speakingWord={speaks ? t('video.speaksNow') : undefined}
      aside={aside}
    >
      {ownPicture && <OwnVideo mirrored={false} />}
      {!ownPicture && guest?.camera !== undefined && <LivePicture key={guest.identity} guest={guest} rank={rank} />}
    </VideoTile>
  );
}

/** "Karin Ahlqvist (M)" */
export function nameWithParty(meeting: Meeting, person: PersonId): string {
  const party = meeting.plan.people.find((one) => one.id === person)?.party;
  const short = meeting.plan.parties.find((one) => one.id === party)?.short;
  const name = personName(meeting, person);
  return short === undefined ? name : `${name} (${short})`;
}

function stateOf(
  t: Translate,
  meeting: Meeting,
  shown: Shown,
  picture: { readonly linked: boolean; readonly ownPicture: boolean },
): PictureState {
  if (meeting.adjournment.current !== undefined) return { is: 'camera-off', word: t('video.adjourned') };
  if (shown.person === undefined)
    return shown.guest === undefined ? { is: 'camera-off', word: t('video.noRoomPicture') } : { is: 'ordinary' };
  const inConflict = conflictNumber(meeting, shown.person);
  if (inConflict !== undefined) return { is: 'conflict', word: t('video.conflict', { number: inConflict }) };
  if (picture.ownPicture) return { is: 'ordinary' };
  const { presence } = shown;
  if (presence?.mode === 'remote' && presence.lost !== undefined && shown.guest?.camera === undefined)
    return { is: 'broken', word: t('video.broken', { time: timeText(presence.lost.at) }) };
  if (shown.guest?.camera === undefined) {
    if (presence?.mode === 'remote')
      return { is: 'camera-off', word: picture.linked ? t('video.cameraOff') : t('video.remote') };
    return { is: 'camera-off', word: t('video.inRoom') };
  }
  return shown.guest.poor ? { is: 'poor', word: t('video.poor') } : { is: 'ordinary' };
}

function conflictNumber(meeting: Meeting, person: PersonId): number | undefined {
  const { current } = meeting.agenda;
  const conflicts = current === undefined ? [] : (meeting.conflicts.byItem[current] ?? []);
  const excluded = conflicts.some(
    (one) => one.person === person && (one.state === 'declared' || one.state === 'established'),
  );
  return excluded && current !== undefined ? meeting.agenda.items[current]?.number : undefined;
}
