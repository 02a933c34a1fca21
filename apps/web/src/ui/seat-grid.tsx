import { Check } from 'lucide-react';
import type { CSSProperties } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import { HALL_COLUMNS, layoutSeats, nameScale, nameWraps, type SeatGroup } from './seat-grid-layout.ts';
import css from './seat-grid.module.css';
import { VoteMark, type VoteChoice } from './vote-mark.tsx';

/** What a seat shows: while the vote is open only whether it has voted, never how. */
export type SeatState = VoteChoice | 'voted' | 'waiting' | 'absent' | 'called' | 'present';

export type SeatView = {
  readonly id: string;
  /** Surname in the hall, whole name on a page. */
  readonly name: string;
  readonly state: SeatState;
};

export type SeatGridProps = {
  readonly label: string;
  readonly groups: readonly SeatGroup<SeatView>[];
  /** The state in words: "Ja", "Röstat", "Inte röstat", "Frånvarande", "Ropas upp", "Närvarande". */
  readonly words: Readonly<Record<SeatState, string>>;
  /** `hall` is drawn for 1920 × 1080 and keeps every seat's place from open vote to result. */
  readonly look?: 'page' | 'hall';
  readonly level?: 3 | 4;
};

/** Above this many seats the hall's names are 26 px instead of 31 px. */
const MANY_SEATS = 60;
/** The hall's grid in px: what its columns share, a seat's padding, and the size of a name. */
const HALL_PX = { width: 1824, gap: 12, padding: 13, name: 31, nameOfMany: 26 };
/** Names are set a little closer than the type's own spacing. */
const TIGHTENED = 1.02;

/** Every seat by party, with its vote in word, shape and colour. */
export function SeatGrid({ label, groups, words, look = 'page', level = 3 }: SeatGridProps) {
  const total = groups.reduce((sum, group) => sum + group.seats.length, 0);
  const many = total > MANY_SEATS;
  const { blocks, columns, rows } = layoutSeats(groups, many ? HALL_COLUMNS.upTo85 : HALL_COLUMNS.upTo60);
  const widths = blocks.map((block) => `minmax(0, ${block.width}fr)`).join(' ');
  const Heading = `h${level}` as const;
  const seatWidth = HALL_PX.width / Math.max(1, columns) - HALL_PX.gap - HALL_PX.padding;
  const roomEm = (seatWidth / (many ? HALL_PX.nameOfMany : HALL_PX.name)) * TIGHTENED;
  return (
    <section
      aria-label={label}
      className={cx(css.grid, look === 'hall' && css.hall, many && css.many)}
      style={{ '--blocks': widths, '--rows': Math.max(1, rows - 1) } as CSSProperties}
    >
      {blocks.map((block) => (
        <div key={block.sections[0]?.party} className={css.block}>
          {block.sections.map((section) => (
            <div key={section.party} className={css.section}>
              <Heading className={css.party}>
                {section.party} <span>{section.count}</span>
              </Heading>
              <div role="list" className={css.columns}>
                {section.columns.map((column) => (
                  <div key={column[0]?.id} role="presentation" className={css.column}>
                    {column.map((seat) => (
                      <Seat
                        key={seat.id}
                        seat={seat}
                        word={words[seat.state]}
                        scale={look === 'hall' ? nameScale(seat.name, roomEm) : 1}
                        twoLines={look === 'hall' && nameWraps(seat.name, roomEm)}
                      />
                    ))}
                  </div>
                ))}
              </div>
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}

type SeatProps = {
  readonly seat: SeatView;
  readonly word: string;
  readonly scale: number;
  readonly twoLines: boolean;
};

function Seat({ seat, word, scale, twoLines }: SeatProps) {
  const { state } = seat;
  const answered = state === 'ja' || state === 'nej' || state === 'avstar';
  return (
    <div role="listitem" className={cx(css.seat, twoLines && css.twoLines, css[state])}>
      <span className={css.name} style={scale === 1 ? undefined : ({ '--name-scale': scale } as CSSProperties)}>
        {seat.name}
      </span>
      <span className={css.word}>
        {answered && <VoteMark choice={state} />}
        {state === 'voted' && <Icon shape={Check} />}
        {word}
      </span>
    </div>
  );
}
