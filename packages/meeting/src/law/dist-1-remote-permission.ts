import { isElected, personName } from '../attendance/seats.ts';
import { isCouncil } from '../body.ts';
import type { PersonId } from '../ids.ts';
import type { Duty } from '../plan.ts';
import type { Meeting } from '../types.ts';
import { digitalGeneralMeeting } from './abl-9-general-meeting.ts';
import { remoteRegime } from './dist-2-remote-presence.ts';
import { kl, order, type Refusal, rule } from './rule.ts';

/** No remote seat before the council has decided so, and the body's rules say to what extent. */
export const dist1 = rule({ id: 'DIST-1', statutes: [kl(5, 16), kl(5, 72), kl(6, 24)], bodies: 'all' });
/** From 2026-07-01 the council's presidium takes no part at a distance (prop. 2025/26:164; the final wording was not at hand). */
export const dist3 = rule({
  id: 'DIST-3',
  statutes: [kl(5, 16)],
  from: '2026-07-01',
  bodies: ['council', 'federationCouncil'],
  unsettled: true,
});
/** The body's own rule on who must be in the room. */
export const mtgInRoom = rule({ id: 'MTG-IN-ROOM', statutes: [order], bodies: 'all' });
/** Each takes part at a distance by the chair's permission, within the number that the body allows. */
export const mtgPermission = rule({ id: 'MTG-PERMISSION', statutes: [order], bodies: 'all' });
/** No more at a distance than the body has decided, so that everyone can be seen at once; the next in the queue takes a place that falls free. */
export const mtgRemoteCap = rule({ id: 'MTG-REMOTE-CAP', statutes: [order], bodies: 'all' });
/** A permission may hold from the municipality’s own premises alone, in the room that the chair named (REM-09). */
export const mtgPremises = rule({ id: 'MTG-PREMISES', statutes: [order], bodies: 'all' });

const PRESIDIUM: readonly Duty[] = ['chair', 'viceChair', 'secondViceChair'];

function dutiesOf(meeting: Pick<Meeting, 'plan'>, person: PersonId): readonly Duty[] {
  return meeting.plan.duties.filter((d) => d.person === person).map((d) => d.duty);
}

/** Could this person be permitted to take part at a distance in this meeting at all? */
export function remoteGround(meeting: Pick<Meeting, 'plan'>, person: PersonId): Refusal | null {
  const { body, date, form } = meeting.plan;
  const general = isElected(meeting, person) ? digitalGeneralMeeting(meeting) : null;
  if (general) return general;
  const duties = dutiesOf(meeting, person);
  if (isElected(meeting, person) && (!body.settings.remoteAllowed.value || form === 'physical'))
    return { rule: dist1.id };
  const presidium = duties.find((duty) => PRESIDIUM.includes(duty));
  if (presidium && isCouncil(body.kind) && remoteRegime(body, date) === 'confirmedByChair')
    return { rule: dist3.id, detail: { duty: presidium } };
  const bound = duties.find((duty) => body.settings.mustBeInRoom.value.some((must) => must === duty));
  return bound ? { rule: mtgInRoom.id, detail: { duty: bound } } : null;
}

/** May this person check in at a distance now? Elected persons need the chair's permission; officials only a way in. */
export function remoteGate(meeting: Meeting, person: PersonId, room?: string): Refusal | null {
  const ground = remoteGround(meeting, person);
  if (ground) return ground;
  if (!isElected(meeting, person)) return null;
  const permission = meeting.remote.permissions[person];
  if (permission?.state !== 'granted')
    return { rule: mtgPermission.id, detail: { person: personName(meeting, person) } };
  const { premises } = permission;
  return premises === undefined || premises === room ? null : { rule: mtgPremises.id, detail: { room: premises } };
}

/** Someone who may lead has to be where the meeting is held (REM-07); one who has answered that one cannot come will not be. */
export function presidiumStaysInRoom(meeting: Meeting, person: PersonId): boolean {
  const presidium = meeting.plan.duties.filter((d) => PRESIDIUM.includes(d.duty)).map((d) => d.person);
  if (!presidium.includes(person)) return true;
  return presidium.some(
    (other) =>
      other !== person &&
      meeting.remote.permissions[other]?.state !== 'granted' &&
      meeting.notice.answers[other]?.answer !== 'absent',
  );
}
