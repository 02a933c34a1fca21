import { TriangleAlert, UserX, VideoOff, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconShape } from './icon.tsx';
import css from './video-tile.module.css';

/**
 * What the picture shows. Only the exception is marked: an ordinary person has a name and nothing more. A camera
 * that is off, a broken connection and a conflict of interest all mean "not present", and have no picture.
 */
export type PictureState =
  | { readonly is: 'ordinary' }
  /** "Svag bild" */
  | { readonly is: 'poor'; readonly word: string }
  /** "Kameran av, inte närvarande" */
  | { readonly is: 'camera-off'; readonly word: string }
  /** "Anslutning bruten 1.20" */
  | { readonly is: 'broken'; readonly word: string }
  /** "Jäv, deltar inte i § 120" */
  | { readonly is: 'conflict'; readonly word: string };

export type VideoTileProps = {
  /** "Karin Ahlqvist (M)", or the room's name. Wraps, is never cut. */
  readonly name: string;
  readonly state?: PictureState;
  /** "Talar nu": the frame turns petrol, and the words stand before the name. */
  readonly speakingWord?: string | undefined;
  /** At the end of the name strip: "på distans", "3.12 av 6.00 min", "Mikrofon av". */
  readonly aside?: ReactNode;
  /** The video element or any child that fills its box. */
  readonly children?: ReactNode;
  readonly size?: 'small' | 'large';
  readonly look?: 'page' | 'hall';
  /** Makes the tile a button, for choosing whom to see. */
  readonly onSelect?: (() => void) | undefined;
  readonly selected?: boolean | undefined;
};

const ABSENT: Record<'camera-off' | 'broken' | 'conflict', IconShape> = {
  'camera-off': VideoOff,
  broken: WifiOff,
  conflict: UserX,
};

/** A frame around any picture. */
export function VideoTile(props: VideoTileProps) {
  const { state = { is: 'ordinary' }, speakingWord, size = 'small', look = 'page', onSelect, selected } = props;
  const absent = state.is === 'camera-off' || state.is === 'broken' || state.is === 'conflict';
  const className = cx(
    css.tile,
    speakingWord !== undefined && css.speaking,
    state.is === 'poor' && css.poor,
    absent && css.absent,
    size === 'large' && css.large,
    look === 'hall' && css.hall,
  );
  if (onSelect === undefined) {
    return (
      <div className={className}>
        <Inside {...props} state={state} />
      </div>
    );
  }
  return (
    <button type="button" className={className} aria-pressed={selected} onClick={onSelect}>
      <Inside {...props} state={state} />
    </button>
  );
}

function Inside({ name, state, speakingWord, aside, children }: VideoTileProps & { readonly state: PictureState }) {
  return (
    <>
      {state.is === 'ordinary' || state.is === 'poor' ? (
        <span className={css.picture}>{children}</span>
      ) : (
        <span className={css.empty}>
          <Icon shape={ABSENT[state.is]} />
          <span>{state.word}</span>
        </span>
      )}
      {state.is === 'poor' && (
        <span className={css.flag}>
          <Icon shape={TriangleAlert} />
          {state.word}
        </span>
      )}
      <span className={css.bar}>
        <span className={css.name}>
          {speakingWord !== undefined && <span className={css.now}>{speakingWord}</span>}
          {name}
        </span>
        {aside !== undefined && <span className={css.aside}>{aside}</span>}
      </span>
    </>
  );
}
