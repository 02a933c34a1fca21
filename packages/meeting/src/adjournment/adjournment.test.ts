import { describe, expect, it } from 'vitest';
import { missingFromCheck, quorum, servingSeatOf, sessionGate, sessionState } from '../selectors.ts';
import {
  arrives,
  councilPlan,
  given,
  inSession,
  linkDown,
  linkUp,
  person,
  type Scene,
  seatId,
  withItem,
} from '../testing/index.ts';

const birgitta = person('Birgitta Nordin');
const secretary = person('Åsa Lindvall');
const petter = person('Petter Boman');
const session = () => withItem(inSession(councilPlan(), { remote: [birgitta] }), 118);

function confirmAll(scene: Scene): Scene {
  return missingFromCheck(scene.meeting).reduce(
    (s, p) => s.after({ type: 'confirmPresence', person: p }, secretary),
    scene,
  );
}

describe('adjournment', () => {
  it('MTG-SESSION nothing is adjourned before it is opened', () => {
    given(councilPlan()).when({ type: 'adjourn', cause: 'rest' }).refuses('MTG-SESSION', { state: 'notOpen' });
  });

  it('MTG-SESSION an adjourned meeting and one being checked are not in session', () => {
    const break_ = session().after({ type: 'adjourn', cause: 'groupMeeting' });
    expect(sessionGate(break_.meeting)).toEqual({ rule: 'MTG-SESSION', detail: { state: 'adjourned' } });
    const checking = break_.after({ type: 'recall' });
    expect(sessionState(checking.meeting)).toBe('checking');
    const goesOn = confirmAll(checking).after({ type: 'completeCheck' });
    expect(sessionGate(goesOn.meeting)).toBeNull();
  });

  it('the break is recorded with its cause, § and times', () => {
    const scene = session();
    const until = scene.meeting.plan.startsAt + 3_600_000;
    const over = scene
      .after({ type: 'adjourn', cause: 'connectionLost', until, person: birgitta })
      .after({ type: 'recall' });
    expect(over.meeting.adjournment.past).toMatchObject([
      { cause: 'connectionLost', until, person: birgitta, atItem: 118 },
    ]);
    expect(over.meeting.adjournment.past[0]?.to).toBeGreaterThan(over.meeting.adjournment.past[0]?.from ?? 0);
    expect(over.meeting.agenda.current).toBe(scene.meeting.agenda.current);
  });

  it('MTG-ADJOURNED there is one break at a time, and it ends after it began', () => {
    const scene = session();
    scene.when({ type: 'recall' }).refuses('MTG-ADJOURNED', { why: 'not' });
    scene.when({ type: 'adjourn', cause: 'rest', until: 1 }).refuses('MTG-ADJOURNED', { why: 'past' });
    const break_ = scene.after({ type: 'adjourn', cause: 'rest' });
    break_.when({ type: 'adjourn', cause: 'rest' }).refuses('MTG-ADJOURNED', { why: 'already' });
    break_.when({ type: 'extendAdjournment', until: 1 }).refuses('MTG-ADJOURNED', { why: 'past' });
    break_.when({ type: 'completeCheck' }).refuses('MTG-ADJOURNED', { why: 'noCheck' });
    const longer = break_.after({ type: 'extendAdjournment', until: scene.meeting.plan.startsAt + 9_000_000 });
    expect(longer.meeting.adjournment.current?.until).toBe(scene.meeting.plan.startsAt + 9_000_000);
    scene
      .when({ type: 'extendAdjournment', until: scene.meeting.plan.startsAt + 9_000_000 })
      .refuses('MTG-ADJOURNED', { why: 'not' });
  });

  it('MTG-CHECK the meeting goes on when everyone who serves is in place or noted absent', () => {
    const checking = session().after({ type: 'adjourn', cause: 'rest' }).after({ type: 'recall' });
    checking.when({ type: 'completeCheck' }).refuses('MTG-CHECK', { missing: 41 });
    const rest = missingFromCheck(checking.meeting).filter((p) => p !== petter && p !== birgitta);
    const nearly = rest.reduce((s, p) => s.after({ type: 'confirmPresence', person: p }, secretary), checking);
    nearly
      .when({ type: 'completeCheck' })
      .refuses('MTG-CHECK', { missing: 2, persons: ['Petter Boman', 'Birgitta Nordin'] });
    nearly
      .after({ type: 'confirmPresence', person: birgitta }, birgitta)
      .after({ type: 'noteAbsent', person: petter, cause: 'notedAbsent' })
      .when({ type: 'completeCheck' })
      .then({ type: 'PresenceCheckCompleted', present: 40, required: 21 });
  });

  it('MTG-SELF nobody confirms for another but secretary and chair', () => {
    const checking = session().after({ type: 'adjourn', cause: 'rest' }).after({ type: 'recall' });
    checking.when({ type: 'confirmPresence', person: petter }, birgitta).refuses('MTG-SELF');
  });

  it('NAR-5 one whose camera is off cannot be confirmed', () => {
    const checking = linkDown(
      session().after({ type: 'adjourn', cause: 'connectionLost', person: birgitta }),
      birgitta,
    ).after({ type: 'recall' });
    checking
      .when({ type: 'confirmPresence', person: birgitta }, birgitta)
      .refuses('NAR-5', { person: 'Birgitta Nordin' });
    linkUp(checking, birgitta)
      .when({ type: 'confirmPresence', person: birgitta }, birgitta)
      .then({ type: 'PresenceConfirmed', person: birgitta });
  });

  it('one may say “I am in place” already during the break, and is asked again after dropping out', () => {
    const ready = session()
      .after({ type: 'adjourn', cause: 'rest' })
      .after({ type: 'confirmPresence', person: birgitta }, birgitta);
    expect(missingFromCheck(ready.after({ type: 'recall' }).meeting)).not.toContain(birgitta);
    const dropped = linkUp(linkDown(ready, birgitta), birgitta).after({ type: 'recall' });
    expect(missingFromCheck(dropped.meeting)).toContain(birgitta);
  });

  it('the check may end below the number; the next decision is what is refused', () => {
    const all = session().after({ type: 'adjourn', cause: 'rest' }).after({ type: 'recall' });
    const gone = missingFromCheck(all.meeting)
      .slice(19)
      .filter((p) => p !== person('Marie Sandell'));
    const fewer = gone.reduce((s, p) => s.after({ type: 'noteAbsent', person: p, cause: 'notedAbsent' }), all);
    const over = confirmAll(fewer)
      .when({ type: 'completeCheck' })
      .then({ type: 'PresenceCheckCompleted', required: 21 });
    expect(quorum(over.meeting).quorate).toBe(false);
    expect(sessionState(over.meeting)).toBe('open');
  });

  it('substitutes are called during the check (scenario 3)', () => {
    const lars = person('Lars Hedlund');
    const lost = linkDown(inSession(councilPlan(), { remote: [birgitta, lars] }), birgitta).after({
      type: 'adjourn',
      cause: 'connectionLost',
      person: birgitta,
    });
    const served = lost.after({ type: 'callSubstitute', seat: seatId(21), substitute: lars });
    expect(servingSeatOf(served.meeting, lars)?.id).toBe(seatId(21));
    expect(missingFromCheck(served.after({ type: 'recall' }).meeting)).toContain(lars);
  });

  it('MTG-ADJOURNED a break does not end the moment it begins, nor is one prolonged to what has passed already', () => {
    const scene = session();
    const at = scene.meeting.plan.startsAt + 60_000;
    scene.when({ type: 'adjourn', cause: 'rest', until: at }, undefined, at).refuses('MTG-ADJOURNED', { why: 'past' });
    const minute = scene.when({ type: 'adjourn', cause: 'rest', until: at + 1 }, undefined, at);
    minute
      .then({ type: 'MeetingAdjourned', until: at + 1 })
      .when({ type: 'extendAdjournment', until: at + 1 }, undefined, at + 1)
      .refuses('MTG-ADJOURNED', { why: 'past' });
  });

  it('a break whose end nobody announced, before any item, says neither, and nobody is back in place yet', () => {
    const outcome = inSession(councilPlan()).when({ type: 'adjourn', cause: 'rest' });
    expect(outcome.events[0]).not.toHaveProperty('until');
    const { adjournment } = outcome.then({ type: 'MeetingAdjourned', cause: 'rest' }).meeting;
    expect(adjournment.current).not.toHaveProperty('until');
    expect(adjournment.current).not.toHaveProperty('atItem');
    expect(adjournment.ready).toEqual([]);
  });

  it('MTG-SESSION nothing is adjourned after the close', () => {
    session()
      .recorded({ type: 'MeetingClosed' })
      .when({ type: 'adjourn', cause: 'rest' })
      .refuses('MTG-SESSION', { state: 'closed' });
  });

  it('MTG-ABSENT one is confirmed in a break or the check, once, and when one is here', () => {
    const confirm = { type: 'confirmPresence', person: petter } as const;
    session().when(confirm, petter).refuses('MTG-ADJOURNED', { why: 'not' });
    const away = withItem(inSession(councilPlan(), { absent: [petter] }), 118);
    away
      .after({ type: 'adjourn', cause: 'rest' })
      .when(confirm, secretary)
      .refuses('MTG-ABSENT', { person: 'Petter Boman' });
    const ready = session().after({ type: 'adjourn', cause: 'rest' }).after(confirm, petter);
    ready.when(confirm, secretary).then();
    ready.after({ type: 'recall' }).when(confirm, petter).then();
  });

  it('MTG-CHECK one who has left and come back is asked again', () => {
    const ready = session()
      .after({ type: 'adjourn', cause: 'rest' })
      .after({ type: 'confirmPresence', person: petter }, petter)
      .after({ type: 'confirmPresence', person: birgitta }, birgitta);
    const back = arrives(ready.after({ type: 'checkOut', person: petter, cause: 'left' }, petter), petter);
    expect(back.meeting.adjournment.ready).toEqual([birgitta]);
    const presence = ready.meeting.attendance.present[birgitta];
    if (presence === undefined) throw new Error('Birgitta Nordin is not here.');
    const anew = (fulfilled: boolean) =>
      ready.recorded({ type: 'CheckedIn', presence: { ...presence, fulfilled } }).meeting.adjournment.ready;
    expect(anew(false)).toEqual([petter]);
    expect(anew(true)).toEqual([petter, birgitta]);
    const noted = ready.after({ type: 'noteAbsent', person: petter, cause: 'notedAbsent' }, secretary);
    expect(noted.meeting.adjournment.ready).toEqual([birgitta]);
  });

  it('MTG-CHECK where nobody has been asked yet, nobody is confirmed', () => {
    expect(missingFromCheck(session().meeting)).toHaveLength(41);
    const untold = session().recorded({ type: 'MeetingRecalled' });
    expect(untold.meeting.adjournment).toMatchObject({ past: [], check: { confirmed: [] } });
    expect(missingFromCheck(untold.meeting)).toHaveLength(41);
  });

  it('closing the meeting ends a break that was never recalled', () => {
    const closed = session().after({ type: 'adjourn', cause: 'notQuorate' }).recorded({ type: 'MeetingClosed' });
    expect(closed.meeting.adjournment.current).toBeUndefined();
    expect(closed.meeting.adjournment.past[0]?.to).toBeDefined();
  });
});
