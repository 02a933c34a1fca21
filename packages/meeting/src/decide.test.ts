import { describe, expect, it } from 'vitest';
import { BODY_KINDS, isCompany, isCouncil } from './body.ts';
import { decide } from './decide.ts';
import type { PersonId } from './ids.ts';
import { evolve, fold, planned, unplanned } from './meeting.ts';
import { fullName, partyNameOf, personText, personWithParty, plainName } from './phrase.ts';
import { unreachable } from './result.ts';
import { councilPlan, given, inSession, item, person, personOf } from './testing/index.ts';
import type { Context } from './types.ts';

const plan = councilPlan();
const system: Context = { at: 5, actor: 'system', id: 'x' };
const karin = person('Karin Ahlqvist');
const secretary = person('Åsa Lindvall');
const nobody = 'okand' as PersonId;

describe('MTG-PLANNED a meeting', () => {
  it('begins with its plan and nothing else, once', () => {
    expect(decide(unplanned, { type: 'planMeeting', plan }, system)).toEqual({
      ok: true,
      value: [{ type: 'MeetingPlanned', plan }],
    });
    const no = { ok: false, refusal: { rule: 'MTG-PLANNED' } };
    expect(decide(unplanned, { type: 'openCheckIn' }, system)).toEqual(no);
    expect(decide(planned(plan, 1), { type: 'planMeeting', plan }, system)).toEqual(no);
  });

  it('DEC-14 is not planned at a distance with what is barred from that', () => {
    const barred = councilPlan({
      items: [item(4, 'Val', 'election', { election: { office: 'Ledamot', places: 1, closed: true } })],
    });
    expect(decide(unplanned, { type: 'planMeeting', plan: barred }, system)).toEqual({
      ok: false,
      refusal: { rule: 'MTG-BALLOT-PLANNED', detail: { number: 4 } },
    });
    expect(decide(unplanned, { type: 'planMeeting', plan: { ...barred, form: 'physical' } }, system).ok).toBe(true);
  });

  it('is nothing before its plan, whatever is told of it', () => {
    const fact = { seq: 7, at: 5, actor: 'system', event: { type: 'CheckInOpened' } } as const;
    expect(evolve(unplanned, fact)).toBe(unplanned);
    expect(fold([fact])).toBe(unplanned);
  });

  it('follows a fact with what the law lets follow, in its order and in the same moment', () => {
    const left = inSession(plan).when({ type: 'checkOut', person: karin, cause: 'left' }, karin);
    const scene = left.then({ type: 'SeatLeft' }, { type: 'CheckedOut' });
    expect(scene.meeting.seq).toBe(scene.facts.at(-1)?.seq);
  });

  it('MTG-CALLED-OFF is over when it is called off; that its notice was read is still noted', () => {
    const off = given(plan).after({ type: 'callOff', reason: 'För få ärenden.', by: secretary }, 'system');
    off.when({ type: 'openCheckIn' }, 'system').refuses('MTG-CALLED-OFF', { state: 'calledOff' });
    off.when({ type: 'readNotice', person: karin }, karin).then({ type: 'NoticeRead', person: karin });
  });
});

describe('Bodies', () => {
  it.each(
    BODY_KINDS.map(
      (kind) =>
        [
          kind,
          ['council', 'federationCouncil'].includes(kind),
          ['companyBoard', 'generalMeeting'].includes(kind),
        ] as const,
    ),
  )('%s is a council: %s, a company: %s', (kind, council, company) => {
    expect([isCouncil(kind), isCompany(kind)]).toEqual([council, company]);
  });
});

describe('Names', () => {
  it('of an elected person with the party, of an official without, of one whom nobody knows as the id', () => {
    expect(personWithParty(plan, karin)).toBe('Karin Ahlqvist (M)');
    expect(personWithParty(plan, secretary)).toBe('Åsa Lindvall');
    expect(personWithParty(plan, nobody)).toBe(nobody);
    expect(plainName(plan, karin)).toBe('Karin Ahlqvist');
    expect(plainName(plan, nobody)).toBe(nobody);
    expect(partyNameOf(plan, karin)).toBe('Moderaterna');
    expect(partyNameOf(plan, secretary)).toBe('');
    expect(partyNameOf(plan, nobody)).toBe('');
    expect(personText(personOf('Karin Ahlqvist'), plan.parties)).toBe('Karin Ahlqvist');
    expect(fullName({ ...personOf('Karin Ahlqvist'), givenName: '' })).toBe('Ahlqvist');
  });
});

describe('What cannot be', () => {
  it('is a bug, and says which', () => {
    expect(() => unreachable('somethingNew' as never)).toThrow('Unhandled case: "somethingNew"');
  });
});
