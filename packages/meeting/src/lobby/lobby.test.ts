import { describe, expect, it } from 'vitest';
import { audienceOf, PUBLIC_AUDIENCE } from '../audience/audience.ts';
import { foldFor } from '../audience/fold.ts';
import { identityTalkOf, servingSeatOf } from '../selectors.ts';
import { arrives, boardPlan, inSession, itemId, linkUp, person, withItem } from '../testing/index.ts';

const sofia = person('Sofia Elmgren');
const helena = person('Helena Ståhl');
const mirja = person('Mirja Aho');
const elsa = person('Elsa Enskild');
const board = (remoteForSecretItems: 'never' | 'protected' = 'protected') =>
  inSession(boardPlan({ settings: { remoteForSecretItems } }), { remote: [sofia] });
const byLink = (remoteForSecretItems?: 'never') =>
  withItem(board(remoteForSecretItems), 88).after(
    { type: 'checkIn', person: elsa, mode: 'remote', identified: 'oneTimeLink' },
    elsa,
  );
const ask = { type: 'beginIdentityCheck', person: elsa } as const;
const sure = { type: 'endIdentityCheck', person: elsa, proofs: ['picture', 'agreedControl'] } as const;

describe('EXT-03 one who comes by a link', () => {
  it('is let in when the desk has talked with the person, and was sure', () => {
    const waiting = byLink();
    waiting.when({ type: 'admitExternal', person: elsa }, mirja).refuses('MTG-EXTERNAL', { why: 'unchecked' });
    const talks = waiting.when(ask, mirja).then({ type: 'IdentityCheckBegun', person: elsa, by: mirja });
    talks.when({ type: 'admitExternal', person: elsa }, mirja).refuses('MTG-EXTERNAL', { why: 'unchecked' });
    talks
      .after(sure, mirja)
      .when({ type: 'admitExternal', person: elsa }, mirja)
      .then({ type: 'ExternalAdmitted', item: itemId(88), person: elsa });
  });

  it('is not let in when nothing showed that it was the person, nor from another device than the one that was seen', () => {
    const unsure = byLink().after(ask, mirja).after({ type: 'endIdentityCheck', person: elsa, proofs: [] }, mirja);
    unsure.when({ type: 'admitExternal', person: elsa }, mirja).refuses('MTG-EXTERNAL', { why: 'unchecked' });
    byLink()
      .after(ask, mirja)
      .after(sure, mirja)
      .after({ type: 'checkIn', person: elsa, mode: 'remote', identified: 'oneTimeLink' }, elsa)
      .when({ type: 'admitExternal', person: elsa }, mirja)
      .refuses('MTG-EXTERNAL', { why: 'unchecked' });
  });

  it('DIST-6 is heard in the hall, where the body hears nobody at a distance behind closed doors', () => {
    const seen = byLink('never').after(ask, mirja).after(sure, mirja);
    seen.when({ type: 'admitExternal', person: elsa }, mirja).refuses('DIST-6', { why: 'never' });
  });

  it('EXT-02 is out before the body deliberates, and nobody comes in while it decides', () => {
    const heard = byLink().after(ask, mirja).after(sure, mirja).after({ type: 'admitExternal', person: elsa }, mirja);
    heard.when({ type: 'beginDebate' }, helena).refuses('MTG-EXTERNAL', { why: 'stillIn' });
    const debated = heard.after({ type: 'endExternal', person: elsa }, mirja).after({ type: 'beginDebate' }, helena);
    expect(debated.meeting.agenda.items[itemId(88)]?.stage).toBe('debate');
    const again = byLink().after(ask, mirja).after(sure, mirja).after({ type: 'beginDebate' }, helena);
    again
      .after({ type: 'admitExternal', person: elsa }, mirja)
      .when({ type: 'closeDebate' }, helena)
      .refuses('MTG-EXTERNAL', { why: 'stillIn' });
    again
      .after({ type: 'closeDebate' }, helena)
      .when({ type: 'admitExternal', person: elsa }, mirja)
      .refuses('MTG-EXTERNAL', { why: 'late' });
  });
});

describe('MTG-LOBBY a talk outside the meeting', () => {
  it('is between two, and each has one at a time', () => {
    const talks = byLink().after(ask, mirja);
    expect(identityTalkOf(talks.meeting, mirja)).toEqual(identityTalkOf(talks.meeting, elsa));
    expect(talks.when(ask, mirja).then().meeting.lobby).toEqual(talks.meeting.lobby);
    const ended = talks.after(sure, mirja);
    expect(identityTalkOf(ended.meeting, mirja)).toBeUndefined();
    ended.when(sure, mirja).refuses('MTG-LOBBY', { why: 'notAsked' });
  });

  it('takes nobody out of the meeting who is needed there, and is for those who wait', () => {
    byLink().when(ask, helena).refuses('MTG-LOBBY', { why: 'leads' });
    byLink().when({ type: 'beginIdentityCheck', person: sofia }, mirja).refuses('MTG-LOBBY', { why: 'inside' });
    board().when(ask, mirja).refuses('MTG-ABSENT');
  });

  it('IDA-09 is known to the presidium and to the one who is asked, and to nobody else', () => {
    const asked = byLink().after(ask, mirja).after(sure, mirja);
    const seen = (audience: Parameters<typeof foldFor>[1]) => {
      const now = foldFor(asked.facts, audience);
      return now.plan === undefined ? undefined : now.lobby.checks[elsa]?.proofs;
    };
    expect(seen(PUBLIC_AUDIENCE)).toBeUndefined();
    expect(seen(audienceOf(asked.meeting, sofia))).toBeUndefined();
    expect(seen(audienceOf(asked.meeting, mirja))).toEqual(['picture', 'agreedControl']);
  });
});

describe('RSK-05 somebody else at the screen', () => {
  const out = { type: 'doubtIdentity', person: sofia } as const;

  it('is out of seat and meeting at once, and nothing bars the real person', () => {
    const sent = board()
      .when(out, mirja)
      .thenAmong({ type: 'SeatLeft', person: sofia, barredToday: false }, { type: 'IdentityDoubted', person: sofia });
    expect(servingSeatOf(sent.meeting, sofia)).toBeUndefined();
    expect(audienceOf(sent.meeting, sofia)).toEqual(PUBLIC_AUDIENCE);
    expect(sent.meeting.attendance.present[sofia]).not.toHaveProperty('conditions');
  });

  it('does not come back by checking in again, but by a check that the desk was sure of', () => {
    const back = arrives(board().after(out, mirja), sofia, 'remote');
    expect(back.meeting.attendance.present[sofia]?.admitted).toBe(false);
    back.when({ type: 'admit', person: sofia }, mirja).refuses('MTG-LOBBY', { why: 'doubted' });
    const known = linkUp(
      back
        .after({ type: 'beginIdentityCheck', person: sofia }, mirja)
        .after({ type: 'endIdentityCheck', person: sofia, proofs: ['picture'] }, mirja)
        .after({ type: 'admit', person: sofia }, mirja),
      sofia,
    );
    expect(servingSeatOf(known.meeting, sofia)).toBeDefined();
    expect(known.meeting.lobby.doubted).toEqual({});
  });

  it('MTG-LOBBY the one who leads is not sent out, and nobody sends out oneself', () => {
    board().when({ type: 'doubtIdentity', person: helena }, mirja).refuses('MTG-LOBBY', { why: 'leader' });
    board().when({ type: 'doubtIdentity', person: mirja }, mirja).refuses('MTG-LOBBY', { why: 'leader' });
  });
});
