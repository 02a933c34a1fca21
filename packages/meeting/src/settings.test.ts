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
});
