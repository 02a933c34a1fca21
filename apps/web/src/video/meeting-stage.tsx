import type { PersonId } from '@klubba/meeting';
import { LayoutGrid, Minimize2 } from 'lucide-react';
import { type CSSProperties, type ReactNode, useMemo, useState } from 'react';
import { useText } from '../app/text.tsx';
import { useMe, useMeeting } from '../live/index.ts';
import {
  Button,
  othersPerPage,
  Pager,
  Stage,
  StageColumn,
  StageStrip,
  type StagePage,
  stagePage,
} from '../ui/index.ts';
import { type Cast, castOf, type Shown } from './cast.ts';
import { LinkNotice } from './link-notice.tsx';
import { useVideo } from './meeting-video.tsx';
import { PictureTile } from './picture-tile.tsx';
import { useWidth } from './use-width.ts';
import css from './video.module.css';

/** Ranks of the others begin here: speaker 0, room 1. */
const OTHERS_RANK = 2;
const OVERVIEW_MIN = 4;

/** Who is seen where, at this moment. */
export function useCast(): Cast {
  const meeting = useMeeting();
  const { view } = useVideo();
  const me = useMe()?.person;
  return useMemo(() => castOf(meeting, view.guests, me), [meeting, view.guests, me]);
}

export type MeetingStageProps = {
  /** Beside the speaker's name: the time of the speech. */
  readonly speakerAside?: ReactNode;
};

/** Speaker, room and a page of the others, with notices about the link above. One press away: an overview of many. */
export function MeetingStage({ speakerAside }: MeetingStageProps) {
  const [overview, setOverview] = useState(false);
  return (
    <div className={css.withNotice}>
      <LinkNotice />
      {overview ? (
        <Overview speakerAside={speakerAside} leave={() => setOverview(false)} />
      ) : (
        <Ordinary speakerAside={speakerAside} overview={() => setOverview(true)} />
      )}
    </div>
  );
}

function Ordinary({ speakerAside, overview }: MeetingStageProps & { readonly overview: () => void }) {
  const t = useText();
  const cast = useCast();
  const width = useWidth();
  const { capacity } = useVideo();
  const others = useOthers(cast.others, othersPerPage(width, capacity));
  const { page } = others;
  return (
    <Stage
      label={t('video.stage')}
      speaker={<SpeakerTile cast={cast} aside={speakerAside} size="large" />}
      room={<RoomTile cast={cast} />}
      others={page.shown.map((shown, index) => ({ id: shown.person ?? '', tile: others.tile(shown, index) }))}
      othersLabel={t('video.others')}
      pager={
        <>
          <OthersPager page={page} onPage={others.turn} />
          {page.total >= OVERVIEW_MIN && (
            <Button kind="quiet" size="s" icon={LayoutGrid} onPress={overview}>
              {t('video.overview')}
            </Button>
          )}
        </>
      }
    />
  );
}

/** Speaker and room first here too: they can never be paged away. */
function Overview({ speakerAside, leave }: { readonly speakerAside: ReactNode; readonly leave: () => void }) {
  const t = useText();
  const cast = useCast();
  const width = useWidth();
  const { capacity } = useVideo();
  const others = useOthers(cast.others, Math.min(capacity, overviewSize(width)));
  return (
    <section aria-label={t('video.stage')} className={css.many}>
      <div className={css.notice}>
        <OthersPager page={others.page} onPage={others.turn} />
        <Button size="s" icon={Minimize2} onPress={leave}>
          {t('video.overviewBack')}
        </Button>
      </div>
      <ul className={css.overview} style={{ '--tile': width < 640 ? '140px' : '200px' } as CSSProperties}>
        <li>
          <SpeakerTile cast={cast} aside={speakerAside} size="small" />
        </li>
        <li>
          <RoomTile cast={cast} />
        </li>
        {others.page.shown.map((shown, index) => (
          <li key={shown.person}>{others.tile(shown, index)}</li>
        ))}
      </ul>
    </section>
  );
}

/** How many others an overview shows on a screen of this width, in CSS px. */
export function overviewSize(width: number): number {
  if (width < 640) return 3;
  return width < 1040 ? 9 : width < 1600 ? 16 : 23;
}

/** Speaker and room on a narrow strip or column: what stays on top of a phone during a vote, and beside the chair's script. */
export function MeetingPictures({
  as,
  speakerAside,
}: {
  readonly as: 'strip' | 'column';
  readonly speakerAside?: ReactNode;
}) {
  const t = useText();
  const cast = useCast();
  const Frame = as === 'strip' ? StageStrip : StageColumn;
  return (
    <>
      <LinkNotice />
      <Frame label={t('video.stage')}>
        <SpeakerTile cast={cast} aside={speakerAside} size="small" />
        <RoomTile cast={cast} />
      </Frame>
    </>
  );
}

/** The speaker alone, for the wall. */
export function SpeakerPicture({
  look = 'hall',
  aside,
}: {
  readonly look?: 'page' | 'hall';
  readonly aside?: ReactNode;
}) {
  const cast = useCast();
  return <SpeakerTile cast={cast} aside={aside} size="large" look={look} />;
}

function SpeakerTile({
  cast,
  aside,
  size,
  look = 'page',
}: {
  readonly cast: Cast;
  readonly aside?: ReactNode;
  readonly size: 'small' | 'large';
  readonly look?: 'page' | 'hall';
}) {
  const t = useText();
  if (cast.speaker === undefined) return <PictureTile shown={cast.room} rank={0} size={size} look={look} />;
  const remote = cast.speaker.presence?.mode === 'remote' ? t('video.remote') : undefined;
  return (
    <PictureTile shown={cast.speaker} rank={0} speaks={cast.speaks} aside={aside ?? remote} size={size} look={look} />
  );
}

function RoomTile({ cast }: { readonly cast: Cast }) {
  return <PictureTile shown={cast.room} rank={1} />;
}

/** Pages of the others. A chosen one stands first on every page until it is let go. */
function useOthers(others: readonly Shown[], perPage: number) {
  const [page, turn] = useState(0);
  const [chosen, choose] = useState<PersonId>();
  const first = others.find((one) => one.person === chosen);
  const rest = first === undefined ? others : others.filter((one) => one !== first);
  const paged = stagePage(rest, page, first === undefined ? perPage : Math.max(1, perPage - 1));
  const shown = first === undefined ? paged.shown : [first, ...paged.shown].slice(0, Math.max(1, perPage));
  const tile = (one: Shown, index: number) => (
    <PictureTile
      shown={one}
      rank={OTHERS_RANK + index}
      selected={one.person === chosen}
      onSelect={() => choose(one.person === chosen ? undefined : one.person)}
    />
  );
  return { page: { ...paged, shown, total: others.length }, turn, tile };
}

function OthersPager({ page, onPage }: { readonly page: StagePage<Shown>; readonly onPage: (page: number) => void }) {
  const t = useText();
  const { first, last, total } = page;
  return (
    <Pager
      previousLabel={t('video.previous')}
      nextLabel={t('video.next')}
      page={page.page}
      pages={page.pages}
      onPage={onPage}
    >
      {t('video.page', { first, last, total })}
    </Pager>
  );
}
