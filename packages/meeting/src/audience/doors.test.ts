import { describe, expect, it } from 'vitest';
import type { BodyKind } from '../body.ts';
import type { ItemStage } from '../agenda/types.ts';
import type { Presence } from '../attendance/types.ts';
import type { ItemId, PersonId } from '../ids.ts';
import type { Duty, MeetingPlan } from '../plan.ts';
import { boardPlan, councilPlan, inSession, itemId, person } from '../testing/index.ts';
import type { Meeting, MeetingEvent } from '../types.ts';
import { type Audience, audienceKey, audienceOf, PUBLIC_AUDIENCE } from './audience.ts';
import { wasClosed } from './doors.ts';
import { show } from './show.ts';

/** An item as it may be planned, as far as it has come, and what has been done with the doors tonight. */
type Situation = {
  readonly kind: BodyKind;
  readonly live: boolean;
  readonly doors: 'open' | 'closed' | 'secret';
  readonly authority: boolean;
  readonly stage: ItemStage;
  readonly tonight: 'never closed' | 'closed now' | 'closed before';
};

const BODIES = [
  { kind: 'council', live: true },
  { kind: 'federationCouncil', live: false },
  { kind: 'board', live: true },
  { kind: 'board', live: false },
] as const;
const STAGES: readonly ItemStage[] = ['waiting', 'debate', 'deciding', 'decided', 'closed'];
const situations: readonly Situation[] = BODIES.flatMap((body) =>
  (['open', 'closed', 'secret'] as const).flatMap((doors) =>
    [false, true].flatMap((authority) =>
      STAGES.flatMap((stage) =>
        (['never closed', 'closed now', 'closed before'] as const).map((tonight) => ({
          ...body,
          doors,
          authority,
          stage,
          tonight,
        })),
      ),
    ),
  ),
);

const ITEM = itemId(120);
const bases = {
  true: inSession(councilPlan({ settings: { publicLive: true } })).meeting,
  false: inSession(councilPlan({ settings: { publicLive: false } })).meeting,
};

function meetingIn({ kind, live, doors, authority, stage, tonight }: Situation): Meeting {
  const base = bases[`${live}`];
  const state = base.agenda.items[ITEM]!;
  return {
    ...base,
    plan: { ...base.plan, body: { ...base.plan.body, kind } },
    agenda: {
      ...base.agenda,
      items: { ...base.agenda.items, [ITEM]: { ...state, doors, stage, exerciseOfAuthority: authority } },
    },
    secrecy: {
      ...base.secrecy,
      ...(tonight === 'closed now' ? { closedFor: ITEM } : {}),
      closedItems: tonight === 'never closed' ? [] : [ITEM],
    },
  };
}

/** Behind closed doors by the plan, by law or by a decision tonight; KL 6:25: a board's exercise of authority always is. */
function shut({ kind, doors, authority, tonight }: Situation): boolean {
  if (doors !== 'open' || tonight !== 'never closed') return true;
  return authority && kind === 'board';
}

/** In the gallery: of a secret item nothing; while the doors are closed nothing; a council decides in the open (KL 5:42). */
function galleryHears(one: Situation): boolean {
  if (one.doors === 'secret' || one.tonight === 'closed now') return false;
  if (!shut(one)) return true;
  if (one.kind === 'board') return false;
  return one.tonight === 'closed before' || one.stage === 'deciding' || one.stage === 'decided';
}

const debate: MeetingEvent = { type: 'DebateBegun', item: ITEM };
const sees = (meeting: Meeting, audience: Audience): boolean => show(debate, audience, meeting) !== null;

describe('the inside of an item, by its doors', () => {
  it('OFF-1 OFF-2 the public sees it where the gallery would hear it and the body is public live', () => {
    for (const one of situations)
      expect({ ...one, seen: sees(meetingIn(one), PUBLIC_AUDIENCE) }).toEqual({
        ...one,
        seen: one.live && galleryHears(one),
      });
  });

  it('SEC-1 technicians see it unless it is or has been behind closed doors', () => {
    for (const one of situations)
      expect({ ...one, seen: sees(meetingIn(one), { kind: 'support' }) }).toEqual({ ...one, seen: !shut(one) });
  });

  it('KL 5:47, 6:30 one in conflict is in a council among the gallery, in a board outside; one who is not sees it', () => {
    for (const one of situations)
      for (const kind of ['presidium', 'participants'] as const) {
        expect(sees(meetingIn(one), { kind, barredFrom: [] })).toBe(true);
        expect(sees(meetingIn(one), { kind, barredFrom: [itemId(119)] })).toBe(true);
        expect({ ...one, seen: sees(meetingIn(one), { kind, barredFrom: [ITEM] }) }).toEqual({
          ...one,
          seen: one.kind !== 'board' && galleryHears(one),
        });
      }
  });

  it('an item that is not on the list has no doors that were closed', () => {
    expect(wasClosed(bases.true, itemId(4711))).toBe(false);
  });

  it('an item that is not on the list is hidden from the public', () => {
    const unknown: MeetingEvent = { type: 'DebateBegun', item: itemId(4711) };
    expect(show(unknown, PUBLIC_AUDIENCE, bases.true)).toBeNull();
  });
});

const member = person('Jonas Fridh');
const remote = person('Birgitta Nordin');
const duties: readonly (readonly [Duty, string])[] = [
  ['commissioner', 'Rådet'],
  ['hallDevice', 'Skärmen'],
  ['external', 'Parten'],
];
const council: MeetingPlan = (() => {
  const plan = councilPlan({ settings: { remoteForSecretItems: 'protected' } });
  return { ...plan, duties: [...plan.duties, ...duties.map(([duty, name]) => ({ duty, person: person(name) }))] };
})();
const PRESIDIUM = ['Marie Sandell', 'Carl Bergendal', 'Lena Torstensson', 'Åsa Lindvall', 'Mirja Aho'];

function there(name: string, presence: Partial<Presence> | 'away', meeting: Meeting): Meeting {
  const who = person(name);
  const { [who]: _gone, ...others } = meeting.attendance.present;
  const here: Presence = {
    person: who,
    mode: 'room',
    identified: 'bankId',
    since: 0,
    admitted: true,
    fulfilled: true,
    ...(presence === 'away' ? {} : presence),
  };
  return {
    ...meeting,
    attendance: { ...meeting.attendance, present: presence === 'away' ? others : { ...others, [who]: here } },
  };
}

describe('whose eyes a person has', () => {
  const open: Meeting = { ...inSession(council).meeting, plan: withoutClosed(council) };
  const calm: Meeting = {
    ...open,
    agenda: { ...open.agenda, order: open.agenda.order.filter((item) => item !== itemId(123)) },
  };

  it.each([
    ...PRESIDIUM.map((name) => [name, 'presidium'] as const),
    ['Jonas Fridh', 'participants'],
    ['Per Wahlund', 'participants'],
    ['Lars-Göran Åberg', 'participants'],
    ['Maria Forsgren', 'participants'],
    ['Rådet', 'participants'],
    ['Skärmen', 'participants'],
    ['Jesper Holm', 'support'],
    ['Parten', 'public'],
    ['Någon annan', 'public'],
  ] as const)('%s: %s', (name, kind) => {
    const eyes = kind === 'presidium' || kind === 'participants' ? { kind, barredFrom: [] } : { kind };
    expect(audienceOf(there(name, 'away', calm), person(name))).toEqual(eyes);
    expect(audienceOf(there(name, {}, calm), person(name))).toEqual(eyes);
  });

  it('a substitute on a list is one of the meeting, also away; one who waits outside is the public', () => {
    const [list] = council.substitutes;
    const substitute = list?.persons[0] ?? member;
    for (const who of [member, substitute])
      expect(audienceOf(calm, who)).toEqual({ kind: 'participants', barredFrom: [] });
    const waiting = (name: string) => audienceOf(there(name, { admitted: false }, calm), person(name));
    expect(waiting('Jonas Fridh')).toEqual(PUBLIC_AUDIENCE);
    expect(waiting('Per Wahlund')).toEqual(PUBLIC_AUDIENCE);
    expect(waiting('Åsa Lindvall')).toEqual({ kind: 'presidium', barredFrom: [] });
  });

  it('who leads sees as the presidium, whoever that is', () => {
    expect(audienceOf({ ...calm, agenda: { ...calm.agenda, leader: member } }, member)).toEqual({
      kind: 'presidium',
      barredFrom: [],
    });
  });

  it('has one key for the same bytes, whatever the order, and another for other eyes', () => {
    const [a, b] = [itemId(1), itemId(2)];
    expect(audienceKey({ kind: 'participants', barredFrom: [b, a] })).toBe('participants:item-1:item-2');
    expect(audienceKey({ kind: 'presidium', barredFrom: [] })).toBe('presidium');
    expect(audienceKey(PUBLIC_AUDIENCE)).toBe('public');
    expect(audienceKey({ kind: 'support' })).toBe('support');
  });
});

function withoutClosed(plan: MeetingPlan): MeetingPlan {
  return { ...plan, items: plan.items.map((one) => ({ ...one, doors: 'open' })) };
}

describe('items that one is out of', () => {
  const CLOSED = itemId(123);
  const base = inSession(council).meeting;
  type Where = 'away' | 'outside' | 'in the hall' | 'at a distance' | 'in a declared room';

  function standing(
    who: PersonId,
    where: Where,
    more: Partial<Meeting['agenda']['items'][ItemId]>,
    now: boolean,
  ): Meeting {
    const linked = where === 'at a distance' || where === 'in a declared room';
    const presence: Presence = {
      person: who,
      mode: linked ? 'remote' : 'room',
      identified: 'bankId',
      since: 0,
      admitted: where !== 'outside',
      fulfilled: true,
    };
    const { [who]: _gone, ...others } = base.attendance.present;
    return {
      ...base,
      agenda: {
        ...base.agenda,
        items: { ...base.agenda.items, [CLOSED]: { ...base.agenda.items[CLOSED]!, ...more } },
      },
      attendance: { ...base.attendance, present: where === 'away' ? others : { ...others, [who]: presence } },
      secrecy: {
        ...base.secrecy,
        ...(now ? { closedFor: CLOSED } : {}),
        declarations: where === 'in a declared room' ? { [CLOSED]: { [who]: 1 } } : {},
      },
    };
  }

  /** KL 5:42, 6:25, OSL: those of the body, its presidium and commissioners, and who presents it; behind the doors only who is there. */
  function isOut(role: 'officer' | 'of the body' | 'presenter' | 'other', where: Where, begun: boolean): boolean {
    if (role === 'other') return true;
    if (!begun) return false;
    if (where === 'in the hall' || where === 'in a declared room') return false;
    return where === 'at a distance' || role !== 'officer';
  }

  const roles = [
    ['Marie Sandell', 'officer'],
    ['Åsa Lindvall', 'officer'],
    ['Mirja Aho', 'officer'],
    ['Rådet', 'officer'],
    ['Jonas Fridh', 'of the body'],
    ['Emma Gradin', 'of the body'],
    ['Per Wahlund', 'presenter'],
    ['Lars-Göran Åberg', 'other'],
    ['Maria Forsgren', 'other'],
    ['Skärmen', 'other'],
  ] as const;
  const places: readonly Where[] = ['away', 'outside', 'in the hall', 'at a distance', 'in a declared room'];

  it.each(roles)('SEC-2 DIST-6 %s (%s), wherever the person is and however far the item has come', (name, role) => {
    const who = person(name);
    for (const where of places)
      for (const [stage, now] of [
        ['waiting', false],
        ['waiting', true],
        ['debate', false],
        ['debate', true],
        ['closed', false],
      ] as const) {
        const meeting = standing(who, where, { stage, presenter: person('Per Wahlund') }, now);
        const seen = audienceOf(meeting, who);
        const barred = 'barredFrom' in seen ? seen.barredFrom : 'public';
        const out = isOut(role, where, stage !== 'waiting' || now);
        const turnedAway = where === 'outside' && !PRESIDIUM.includes(name);
        const expected = turnedAway ? 'public' : out ? [CLOSED] : [];
        expect({ where, stage, now, barred }).toEqual({ where, stage, now, barred: expected });
      }
  });

  it('one who leads without a duty in the presidium is an officer too', () => {
    const meeting = standing(member, 'away', { stage: 'debate' }, true);
    expect(audienceOf({ ...meeting, agenda: { ...meeting.agenda, leader: member } }, member)).toMatchObject({
      barredFrom: [],
    });
  });

  it('who presents another item is no presenter of this one', () => {
    const meeting = standing(person('Per Wahlund'), 'in the hall', { stage: 'debate' }, true);
    expect(audienceOf(meeting, person('Per Wahlund'))).toMatchObject({ barredFrom: [CLOSED] });
  });

  it('one in conflict is out of that item alone, and items come sorted', () => {
    const [high, low] = [itemId(121), itemId(119)];
    const scene = inSession(council).recorded(
      { type: 'ConflictDeclared', item: high, person: member },
      { type: 'ConflictDeclared', item: low, person: member },
    );
    expect(audienceOf(scene.meeting, member)).toEqual({ kind: 'participants', barredFrom: [low, high] });
    expect(audienceOf(scene.meeting, remote)).toMatchObject({ barredFrom: [] });
    const turned = { ...scene.meeting, agenda: { ...scene.meeting.agenda, order: [high, low, itemId(123)] } };
    expect(audienceOf(turned, member)).toEqual({ kind: 'participants', barredFrom: [low, high] });
  });

  it('a board’s exercise of authority is closed by law: an official who has no part in it is out', () => {
    const plan = boardPlan();
    const [authority] = plan.items.filter((one) => one.exerciseOfAuthority);
    const open = { ...plan, items: plan.items.map((one) => ({ ...one, doors: 'open' as const })) };
    const seen = audienceOf(inSession(open).meeting, person('Inger Falkman'));
    expect(seen).toMatchObject({ kind: 'participants' });
    expect('barredFrom' in seen && seen.barredFrom).toContain(authority?.id);
    expect('barredFrom' in seen && seen.barredFrom).not.toContain(itemId(86));
  });
});
