import { type Meeting, nextToCall, partyNameOf, personWithParty, quorum, type Seat, seatById } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { seatGroups, type SeatStateOf } from '../figures/seats.ts';
import { QuorumBar, SeatGrid, WallVote } from '../ui/index.ts';
import { PictureTile, useCast } from '../video/index.ts';
import css from './display.module.css';

/** The name called now, who comes after, and every seat as it answers. */
export function WallRollCall({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const cast = useCast();
  const { rollCall, serving } = meeting.attendance;
  const { required, seats } = quorum(meeting);
  const answered = Object.values(rollCall.answers).filter((answer) => answer === 'yes').length;
  const called = rollCall.called === undefined ? undefined : seatById(meeting, rollCall.called);
  const person = called === undefined ? undefined : (serving[called.id]?.person ?? called.holder);
  const next = nextToCall(meeting);
  const nextSeat = next === undefined ? undefined : seatById(meeting, next);
  const nextPerson = nextSeat === undefined ? undefined : (serving[nextSeat.id]?.person ?? nextSeat.holder);
  const state: SeatStateOf = (seat: Seat) => {
    const answer = rollCall.answers[seat.id];
    if (answer !== undefined) return answer === 'yes' ? 'voted' : 'absent';
    return seat.id === rollCall.called ? 'called' : 'waiting';
  };
  return (
    <WallVote
      top={
        <div className={css.rollCall}>
          <div className={css.called}>
            {cast.speaker !== undefined && <PictureTile shown={cast.speaker} rank={0} look="hall" />}
          </div>
          <div className={css.name}>
            <p>{t('wall.rollCall.now')}</p>
            <h2>{person === undefined ? t('wall.rollCall.wait') : personWithParty(meeting.plan, person)}</h2>
            <p>
              {person !== undefined && `${partyNameOf(meeting.plan, person)}.`}{' '}
              {nextPerson !== undefined &&
                nextPerson !== person &&
                t('wall.rollCall.then', { name: personWithParty(meeting.plan, nextPerson) })}
            </p>
          </div>
          <div className={css.count}>
            <p>
              <strong>{answered}</strong> {t('wall.rollCall.of', { seats })}
            </p>
            <QuorumBar
              look="hall"
              present={answered}
              seats={seats}
              needed={required}
              label={t('wall.rollCall.label', { answered, seats, required })}
              missing={answered < required ? t('wall.rollCall.missing', { count: required - answered }) : undefined}
              neededWords={t('wall.rollCall.needed', { required })}
            />
          </div>
        </div>
      }
      seats={
        <SeatGrid
          look="hall"
          label={t('wall.seats')}
          groups={seatGroups(meeting, state, true)}
          words={{
            ja: t('common.yes'),
            nej: t('common.no'),
            avstar: t('common.abstain'),
            voted: t('common.yes'),
            present: t('common.yes'),
            waiting: '',
            absent: t('wall.rollCall.noAnswer'),
            called: t('wall.rollCall.called'),
          }}
        />
      }
    />
  );
}
