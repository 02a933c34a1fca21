import {
  type Actor,
  currentItem,
  decide,
  type Meeting,
  type MeetingCommand,
  type PersonId,
  script,
} from '@klubba/meeting';
import type { Started } from '@klubba/server';

export type Running = NonNullable<Awaited<ReturnType<Started['meetings']['find']>>>;
const STEPS_MAX = 2_000;

/** Leads a meeting inside the server's own process, past the wire: what comes before the moment that is measured. */
export type Lead = {
  readonly chair: PersonId;
  readonly secretary: PersonId;
  readonly members: readonly PersonId[];
  now(): Meeting;
  press(command: MeetingCommand, actor: Actor): Promise<void>;
  /** The script's next lawful steps, one after another, until `there`. */
  until(there: (meeting: Meeting) => boolean): Promise<void>;
};

export function leadMeeting({ live }: Running): Lead {
  let pressed = 0;
  const now = (): Meeting => {
    const meeting = live.now();
    if (meeting.plan === undefined) throw new Error('The meeting is planned.');
    return meeting;
  };
  const { plan } = now();
  const holder = (duty: 'chair' | 'secretary'): PersonId => {
    const found = plan.duties.find((one) => one.duty === duty)?.person;
    if (found === undefined) throw new Error(`Nobody is ${duty}.`);
    return found;
  };
  const chair = holder('chair');
  const press = async (command: MeetingCommand, actor: Actor): Promise<void> => {
    pressed += 1;
    const id = `lead-${pressed}-${process.hrtime.bigint()}`;
    const outcome = await live.submit({ id, made: id, command, actor, at: Date.now() });
    if (outcome.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
  };
  return {
    chair,
    secretary: holder('secretary'),
    members: plan.seats.flatMap((seat) => seat.holder ?? []),
    now,
    press,
    async until(there) {
      for (let step = 0; !there(now()); step += 1) {
        const { primary } = script(now(), chair, Date.now());
        if (primary === null || step > STEPS_MAX) throw new Error(`No next step at fact ${now().seq}.`);
        await press(primary.command, chair);
      }
    },
  };
}

/** Everybody in, in the hall unless `remote` says otherwise; the roll called, the first matter open and debated. */
export async function toDebate(lead: Lead, remote: (person: PersonId) => boolean = () => false): Promise<void> {
  await lead.press({ type: 'openCheckIn' }, lead.secretary);
  for (const person of [...lead.members, lead.secretary]) await comeIn(lead, person, remote(person));
  await lead.until((meeting) => {
    const item = currentItem(meeting);
    return item?.kind === 'matter' && item.stage === 'debate';
  });
}

const ALL_WELL = {
  seesHearsPresidium: true,
  seesSpeaker: true,
  seesRoom: true,
  seesHearsOthers: true,
  isSeenAndHeard: true,
};
const TESTED = { camera: true, microphone: true, sound: true, connection: true };

async function comeIn(lead: Lead, person: PersonId, isRemote: boolean): Promise<void> {
  if (lead.now().attendance.present[person] !== undefined) return;
  if (!isRemote) {
    await lead.press({ type: 'checkIn', person, mode: 'room', identified: 'secretaryInRoom' }, lead.secretary);
    return;
  }
  await lead.press({ type: 'checkIn', person, mode: 'remote', identified: 'demoLink', deviceTest: TESTED }, person);
  await lead.press({ type: 'reportLink', person, conditions: ALL_WELL }, 'system');
}

/** A proposal and its rejection, and a vote between them, opened by buttons. */
export async function toOpenVote(lead: Lead, remote?: (person: PersonId) => boolean): Promise<void> {
  await toDebate(lead, remote);
  const [, first, second] = lead.members;
  if (first === undefined || second === undefined) throw new Error('A council has members.');
  await lead.press(
    { type: 'moveProposal', person: first, kind: 'amendment', text: 'Anslaget höjs med en krona.' },
    first,
  );
  await lead.press({ type: 'moveProposal', person: second, kind: 'rejection', text: '' }, second);
  await openVote(lead);
}

/** The vote that was closed did not end the matter: the debate is opened again, and it is voted on once more. */
export async function toOpenVoteAgain(lead: Lead): Promise<void> {
  await lead.press({ type: 'reopenDebate', reason: 'Omröstningen görs om.' }, lead.chair);
  await openVote(lead);
}

async function openVote(lead: Lead): Promise<void> {
  const [, , third] = lead.members;
  if (third === undefined) throw new Error('A council has members.');
  await lead.until(mayDemandVote);
  await lead.press({ type: 'demandVote', person: third }, third);
  await lead.press({ type: 'openVote', method: 'buttons' }, lead.chair);
}

/** The chair has stated a finding, and the gavel has not fallen. */
function mayDemandVote(meeting: Meeting): boolean {
  const third = meeting.plan.seats[2]?.holder;
  if (third === undefined || currentItem(meeting)?.stage !== 'deciding') return false;
  const at = Date.now();
  return decide(meeting, { type: 'demandVote', person: third }, { at, actor: third, id: 'asked' }).ok;
}
