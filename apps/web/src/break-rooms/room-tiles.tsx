import { personWithParty } from '@klubba/meeting';
import { MicOff } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { Icon, Pager, STAGE_WIDTH, stagePage, useWindowWidth, VideoTile, VisuallyHidden } from '../ui/index.ts';
import css from './break-rooms.module.css';
import type { RoomGuest, RoomSession, RoomView } from './room-view.ts';

/** So many pictures at a time: all of a party's group on a wide screen, and no more than a phone bears. */
function tilesPerPage(width: number): number {
  if (width < STAGE_WIDTH.tablet) return 4;
  return width < STAGE_WIDTH.wide ? 6 : 9;
}

/** Those who are there, with names; who speaks is framed, and named also when on another page. */
export function RoomTiles({ view, session }: { readonly view: RoomView; readonly session: RoomSession }) {
  const t = useText();
  const plan = useMeeting((meeting) => meeting.plan);
  const [page, turn] = useState(0);
  const perPage = tilesPerPage(useWindowWidth());
  const paged = useMemo(() => stagePage(view.guests, page, perPage), [view.guests, page, perPage]);
  const { shown } = paged;
  useEffect(() => session.show(shown.map((one) => one.identity)), [session, shown]);
  const speaker = view.guests.find((one) => view.speaking.includes(one.identity) && !shown.includes(one));
  return (
    <div className={css.people}>
      <ul aria-label={t('breaks.people')} className={css.tiles} data-count={shown.length}>
        {shown.map((guest) => (
          <li key={guest.identity}>
            <RoomTile
              guest={guest}
              name={personWithParty(plan, guest.person)}
              speaks={view.speaking.includes(guest.identity)}
              session={session}
            />
          </li>
        ))}
      </ul>
      {paged.pages > 1 && (
        <Pager
          previousLabel={t('video.previous')}
          nextLabel={t('video.next')}
          page={paged.page}
          pages={paged.pages}
          onPage={turn}
        >
          {t('breaks.people.page', { first: paged.first, last: paged.last, total: paged.total })}
        </Pager>
      )}
      {speaker !== undefined && (
        <p className={css.elsewhere}>{t('breaks.speaksElsewhere', { name: personWithParty(plan, speaker.person) })}</p>
      )}
    </div>
  );
}

function RoomTile({
  guest,
  name,
  speaks,
  session,
}: {
  readonly guest: RoomGuest;
  readonly name: string;
  readonly speaks: boolean;
  readonly session: RoomSession;
}) {
  const t = useText();
  return (
    <VideoTile
      name={name}
      state={
        guest.camera === undefined
          ? { is: 'camera-off', word: t('breaks.tile.cameraOff') }
          : guest.poor
            ? { is: 'poor', word: t('video.poor') }
            : { is: 'ordinary' }
      }
      speakingWord={speaks ? t('video.speaksNow') : undefined}
      aside={
        guest.heard ? undefined : (
          <>
            <Icon shape={MicOff} />
            <VisuallyHidden>{t('breaks.tile.micOff')}</VisuallyHidden>
          </>
        )
      }
    >
      {guest.camera !== undefined && (
        <RoomPicture identity={guest.identity} turn={guest.camera} arrives={guest.arrives} session={session} />
      )}
    </VideoTile>
  );
}

/** A moving picture; `own` is this device's camera, shown as in a mirror. `turn` changes with the picture's source. */
export function RoomPicture({
  identity,
  turn,
  arrives,
  session,
}: {
  readonly identity: string;
  readonly turn: string | number;
  readonly arrives: boolean;
  readonly session: RoomSession;
}) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (!arrives || element.current === null) return undefined;
    return session.attach(identity, element.current);
  }, [session, identity, turn, arrives]);
  return (
    <video
      ref={element}
      className={identity === 'own' ? css.mirrored : undefined}
      muted
      playsInline
      autoPlay
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
