import type { Duty, Meeting, PersonId } from '@klubba/meeting';
import type { Session } from '../identity/sessions.ts';

/** In what capacity somebody asks. A person may have several at once; the columns of `docs/reference/permissions.md`. */
export const CAPACITIES = [
  'public',
  'heard',
  'stranger',
  'member',
  'substitute',
  'leader',
  'presidium',
  'secretary',
  'technician',
  'official',
  'external',
  'hallDevice',
  'administrator',
  'apiKey',
] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** What each capacity is, for the reference. */
export const ABOUT_CAPACITIES: Readonly<Record<Capacity, string>> = {
  public: 'not logged in',
  heard: 'in by a single-use link, to be heard in one item of this meeting (EXT-05)',
  stranger: 'logged in, with no part in this meeting; a member of another body, say',
  member: 'holds a seat',
  substitute: 'stands on a list of substitutes',
  leader: 'leads the meeting now; before it is opened, its chair',
  presidium: 'chair or vice chair by duty',
  secretary: 'secretary or assistant',
  technician: 'meeting technician',
  official: 'presents, audits, or is there by office',
  external: 'called from outside, logged in as anybody',
  hallDevice: 'a screen or camera of the hall',
  administrator: 'has that role in the installation',
  apiKey:
    'another system of the municipality, with a key that has the scope named in its column; it sees of a meeting what the public sees',
};

const OF_DUTY: Readonly<Record<Duty, Capacity>> = {
  chair: 'presidium',
  viceChair: 'presidium',
  secondViceChair: 'presidium',
  secretary: 'secretary',
  assistant: 'secretary',
  technician: 'technician',
  official: 'official',
  presenter: 'official',
  auditor: 'official',
  commissioner: 'official',
  external: 'external',
  hallDevice: 'hallDevice',
};

export type Asker = Pick<Session, 'person' | 'roles' | 'onlyMeeting'>;

/** The capacities of whoever asks; with a meeting, those in that meeting. One who is heard is nothing else. */
export function capacitiesOf(asker: Asker | undefined, meeting?: Meeting): readonly Capacity[] {
  if (asker === undefined) return ['public'];
  if (asker.onlyMeeting !== undefined)
    return meeting === undefined || meeting.plan.meeting === asker.onlyMeeting ? ['heard'] : [];
  const parts = meeting === undefined ? [] : partsIn(meeting, asker.person);
  return [
    ...(parts.length === 0 ? (['stranger'] as const) : parts),
    ...(asker.roles.includes('administrator') ? (['administrator'] as const) : []),
  ];
}

function partsIn({ plan, agenda }: Meeting, person: PersonId): readonly Capacity[] {
  const chair = plan.duties.find(({ duty }) => duty === 'chair')?.person;
  const parts = new Set<Capacity>(plan.duties.flatMap((one) => (one.person === person ? OF_DUTY[one.duty] : [])));
  if ((agenda.leader ?? chair) === person) parts.add('leader');
  if (plan.seats.some(({ holder }) => holder === person)) parts.add('member');
  if (plan.substitutes.some(({ persons }) => persons.includes(person))) parts.add('substitute');
  return [...parts];
}
