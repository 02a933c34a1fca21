import { describe, expect, it } from 'vitest';
import type { BodyKind } from './body.ts';
import { defaultSettings } from './settings.ts';

const kinds: readonly BodyKind[] = [
  'council',
  'executiveBoard',
  'board',
  'committee',
  'draftingCommittee',
  'federationCouncil',
  'federationBoard',
  'jointBoard',
  'companyBoard',
  'generalMeeting',
];

describe('a body that has registered no rules of its own', () => {
  it.each(kinds)('%s is held to the safe reading: nobody at a distance, nothing closed is heard outside', (kind) => {
    const settings = defaultSettings(kind, '2026-01-15');
    expect(settings.remoteAllowed.value).toBe(false);
    expect(settings.remoteForSecretItems.value).toBe('never');
    expect(settings.remoteClosedBallot.value).toBe(false);
    expect(settings.pictureRequired.value).toBe(true);
    expect(settings.memberMayResumeAfterHindrance.value).toBe(false);
    expect(settings.mustBeInRoom.value).toContain('chair');
    expect(settings.interpellationsBelowQuorum.value).toBe(false);
  });

  it('councils are open, boards closed', () => {
    expect(defaultSettings('council', '2026-01-15').doors.value).toBe('open');
    expect(defaultSettings('federationCouncil', '2026-01-15').doors.value).toBe('open');
    expect(defaultSettings('board', '2026-01-15').doors.value).toBe('closed');
    expect(defaultSettings('board', '2026-01-15').publicLive.value).toBe(false);
  });

  it('DIST-3 the council’s presidium is in the room: by caution before 1 July 2026, by statute after', () => {
    const before = defaultSettings('council', '2026-06-30').mustBeInRoom;
    const after = defaultSettings('council', '2026-07-01').mustBeInRoom;
    expect(before.value).toEqual(['chair', 'viceChair', 'secondViceChair']);
    expect(before.source.kind).toBe('unsettledDefault');
    expect(after.source.kind).toBe('statuteDefault');
  });

  it('every value says where it comes from', () => {
    for (const setting of Object.values(defaultSettings('board', '2026-01-15')))
      expect(setting.source.kind).toMatch(/Default$/u);
  });

  it.each([
    ['council', 'open', true, ['chair', 'viceChair', 'secondViceChair'], 'perParty', 'statuteDefault', true],
    ['federationCouncil', 'open', true, ['chair', 'viceChair', 'secondViceChair'], 'perParty', 'statuteDefault', true],
    ['executiveBoard', 'closed', false, ['chair'], 'bodyOrder', 'statuteDefault', false],
    ['jointBoard', 'closed', false, ['chair'], 'bodyOrder', 'statuteDefault', false],
    ['companyBoard', 'closed', false, ['chair'], 'bodyOrder', 'unsettledDefault', false],
    ['generalMeeting', 'closed', false, ['chair'], 'bodyOrder', 'unsettledDefault', false],
  ] as const)('%s has what is its own kind’s', (kind, doors, live, inRoom, order, picture, watch) => {
    const settings = defaultSettings(kind, '2026-01-15');
    expect(settings.doors.value).toBe(doors);
    expect(settings.publicLive.value).toBe(live);
    expect(settings.mustBeInRoom.value).toEqual(inRoom);
    expect(settings.substituteOrder.value).toBe(order);
    expect(settings.pictureRequired.source.kind).toBe(picture);
    expect(settings.conflictInCouncilMayWatch.value).toBe(watch);
  });

  it('and the rest alike in every kind', () => {
    for (const kind of kinds)
      expect(defaultSettings(kind, '2026-01-15')).toMatchObject({
        remoteMaximum: { value: null },
        closedBallotRevote: { value: true },
        closedBallotOthers: { value: false },
        degradedLinkStops: { value: false },
        lossPolicy: { value: { kind: 'absentAfter', seconds: 300 } },
        speechSeconds: { value: null },
        replySeconds: { value: 120 },
        repliesPerSpeech: { value: 2 },
        proposalsInWriting: { value: true },
        rollCallOrder: { value: 'seat' },
        openVoteMethod: { value: 'either' },
        castingVoteFollowsOwn: { value: true },
        nonServingMaySpeak: { value: false },
        whoHasVotedIsShown: { value: true },
        memberReturnsBetweenItems: { value: true },
        chat: { value: false },
        protectedNamesPublic: { value: false },
        quorumNumber: { value: null },
      });
  });
});
