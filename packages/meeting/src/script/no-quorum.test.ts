import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import {
  arrives,
  boardPlan,
  companyPlan,
  councilPlan,
  inSession,
  linkDown,
  person,
  type Scene,
  scriptOf,
  withItem,
} from '../testing/index.ts';

const birgitta = person('Birgitta Nordin');
const emma = person('Emma Gradin');
/** Five of the social board's eleven. */
const AWAY = ['Gunilla Hedman', 'Yusuf Demir', 'Jonas Fridh', 'Sofia Elmgren', 'Louise Rydén'].map(person);

function below(plan: MeetingPlan, number: number, absent: readonly PersonId[]): Scene {
  return withItem(inSession(plan, { absent }), number);
}

describe('below the number nothing is decided: adjourning comes first', () => {
  it('a council: how many are missing, and what is carried over if the meeting is closed', () => {
    const absent = councilPlan()
      .seats.slice(20)
      .flatMap((seat) => seat.holder ?? []);
    expect(
      scriptOf(
        below(
          councilPlan(),
          124,
          absent.filter((one) => one !== person('Marie Sandell')),
        ),
      ),
    ).toEqual({
      say: ['noQuorum {body: Kommunfullmäktige; present: 20; seats: 41; until: 17:20}'],
      next: 'adjourn {until: 17:20} ⇒ adjourn cause notQuorate, until 17:20; asks until; effect adjournNoQuorum {missing: 1}',
      also: ['closeMeeting ⇒ closeMeeting; effect carriedOver {number: 124}'],
      notNow: ['putQuestion ⇒ putQuestion: NAR-1', 'strikeGavel ⇒ strikeGavel: NAR-1'],
      trail: 'debate✓ noQuorum← gavel',
    });
  });

  it('a board: the substitute of one who has not come can be called after that', () => {
    const scene = arrives(below(boardPlan(), 86, [...AWAY, birgitta]), emma);
    expect(scriptOf(scene)).toEqual({
      say: ['noQuorum {body: Socialnämnden; present: 5; seats: 11; until: 12:20}'],
      next: 'adjourn {until: 12:20} ⇒ adjourn cause notQuorate, until 12:20; asks until; effect adjournNoQuorum {missing: 1}',
      also: [
        'closeMeeting ⇒ closeMeeting; effect carriedOver {number: 86}',
        'callSubstitute {name: Emma Gradin (C); inPlaceOf: Birgitta Nordin (C)} ⇒ callSubstitute seat seat-7, substitute emma-gradin',
      ],
      notNow: ['putQuestion ⇒ putQuestion: NAR-1', 'strikeGavel ⇒ strikeGavel: NAR-1'],
      trail: 'debate✓ noQuorum← gavel',
    });
  });

  it('a board that one lost link puts below the number: adjourning for that alone is not offered beside', () => {
    const plan = boardPlan({ settings: { lossPolicy: { kind: 'adjourn' } } });
    const six = withItem(inSession(plan, { absent: AWAY, remote: [birgitta] }), 86);
    expect(scriptOf(linkDown(arrives(six, emma), birgitta))).toMatchObject({
      say: ['noQuorum {body: Socialnämnden; present: 5; seats: 11; until: 12:20}'],
      also: [
        'closeMeeting ⇒ closeMeeting; effect carriedOver {number: 86}',
        'callSubstitute {name: Emma Gradin (C); inPlaceOf: Birgitta Nordin (C)} ⇒ callSubstitute seat seat-7, substitute emma-gradin; ' +
          'effect substituteBars {name: Birgitta Nordin (C)}',
        'noteAbsent {name: Birgitta Nordin (C)} ⇒ noteAbsent person birgitta-nordin, cause connectionLost; ' +
          'effect noteAbsent {name: Birgitta Nordin (C)}',
      ],
    });
  });

  it('a company’s board: its own law says what is off', () => {
    const absent = ['Ulrika Dahlin', 'Ingrid Palm', 'Johan Ekeroth', 'Magnus Thorell'].map(person);
    expect(scriptOf(below(companyPlan(), 63, absent))).toEqual({
      say: ['noQuorum {body: Exempelköpings Vatten AB, styrelsen; present: 3; seats: 7; until: 08:20}'],
      next: 'adjourn {until: 08:20} ⇒ adjourn cause notQuorate, until 08:20; asks until; effect adjournNoQuorum {missing: 1}',
      also: ['closeMeeting ⇒ closeMeeting; effect carriedOver {number: 63}'],
      notNow: ['putQuestion ⇒ putQuestion: ABL-1', 'strikeGavel ⇒ strikeGavel: ABL-1'],
      trail: 'debate✓ noQuorum← gavel',
    });
  });
});
