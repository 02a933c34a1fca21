import { cx } from './cx.ts';
import css from './seat-board.module.css';

export type BoardSeat = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  /** "ersätter Roger Sjölander" */
  readonly note?: string | undefined;
  /** "salen", "distans", "bruten 1.20", "talar" */
  readonly state: string;
  /** Only the exception is marked. */
  readonly mark?: 'lost' | 'weak' | 'speaking' | undefined;
};

export type BoardParty = {
  readonly party: string;
  /** "13 av 13" */
  readonly count: string;
  readonly seats: readonly BoardSeat[];
};

export type SeatBoardProps = {
  readonly label: string;
  readonly parties: readonly BoardParty[];
  /** Makes every seat a button. */
  readonly onSelect?: ((id: string) => void) | undefined;
  readonly level?: 3 | 4;
};

/** More seats than this may be split over two columns of the board. */
const LONG_PARTY = 9;

/** Attendance by seat and party, 44 px a seat. */
export function SeatBoard({ label, parties, onSelect, level = 3 }: SeatBoardProps) {
  const Heading = `h${level}` as const;
  return (
    <section aria-label={label} className={css.board}>
      {parties.map(({ party, count, seats }) => (
        <div key={party} className={cx(css.party, seats.length > LONG_PARTY && css.long)}>
          <Heading className={css.head}>
            {party} <span>{count}</span>
          </Heading>
          <ul>
            {seats.map((seat) => (
              <li key={seat.id}>
                <Seat seat={seat} onSelect={onSelect} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Seat({ seat, onSelect }: { readonly seat: BoardSeat; readonly onSelect: SeatBoardProps['onSelect'] }) {
  const className = cx(css.seat, seat.mark && css[seat.mark]);
  const inside = (
    <>
      <span className={css.number}>{seat.number}</span>
      <span className={css.name}>
        {seat.name}
        {seat.note !== undefined && <span className={css.note}>{seat.note}</span>}
      </span>
      <span className={css.state}>{seat.state}</span>
    </>
  );
  if (onSelect === undefined) return <div className={className}>{inside}</div>;
  return (
    <button type="button" className={className} onClick={() => onSelect(seat.id)}>
      {inside}
    </button>
  );
}
