import {
  type Choice,
  currentItem,
  type Meeting,
  type MeetingCommand,
  type PersonId,
  type ProposalKind,
  script,
  type Step,
} from '@klubba/meeting';
import type { Draw } from '../seeded.ts';
import type { Client, Company } from './company.ts';
import type { Ledger } from './ledger.ts';

const LOOK_EVERY_MS = 30;
const CHAIR_WAITS_MS = 15;
/** Before the gavel the chair looks up: does anybody demand a vote? */
const GAVEL_WAITS_MS = 150;
const REFUSED_WAITS_MS = 300;
/** The chair lets the debate go on until its share of the kills has fallen, so that every kind of moment is met. */
export type Pace = {
  mayEndDebate(done: number, all: number): boolean;
  /** Nobody wants anything more of their own accord: the evening draws to its end. */
  isLate(): boolean;
};

export type Play = {
  /** Resolves when the chair has closed the meeting. */
  readonly closed: Promise<void>;
  /** When the chair last took a step, ms since the program began. */
  movedAt(): number;
  stop(): Promise<void>;
  /** What was refused, how often: the law at work, or a sign that something is wrong. */
  readonly refusals: ReadonlyMap<string, number>;
};

/** Everybody does their part: the chair takes the script's next lawful step, members do what their own picture of the meeting calls for. */
export function play(company: Company, ledger: Ledger, draw: Draw, pace: Pace): Play {
  const refusals = new Map<string, number>();
  let stopped = false;
  let movedAt = performance.now();
  const press = async ({ bot }: Client, command: MeetingCommand): Promise<boolean> => {
    const outcome = await ledger.send(bot, command);
    if (outcome.kind === 'done') return true;
    const what = `${command.type}: ${outcome.refusal.rule}`;
    refusals.set(what, (refusals.get(what) ?? 0) + 1);
    return false;
  };

  const chair = company.of('chair');
  const lead = async (): Promise<void> => {
    let lookedUpAt = -1;
    while (!stopped) {
      const meeting = chair.bot.meeting();
      if (meeting.plan !== undefined && meeting.agenda.phase === 'closed') return;
      const step = meeting.plan === undefined ? undefined : nextStep(meeting, chair, draw, pace);
      if (step === undefined || !isFull(meeting)) {
        await pause(LOOK_EVERY_MS);
        continue;
      }
      if (step.command.type === 'strikeGavel' && lookedUpAt !== meeting.seq) {
        lookedUpAt = meeting.seq;
        await pause(GAVEL_WAITS_MS);
        continue;
      }
      const accepted = await press(chair, step.command);
      if (accepted) movedAt = performance.now();
      if (accepted && step.then !== undefined) await press(chair, step.then);
      await pause(accepted ? CHAIR_WAITS_MS + draw(4 * CHAIR_WAITS_MS) : REFUSED_WAITS_MS);
    }
  };

  const follow = async (client: Client): Promise<void> => {
    while (!stopped) {
      const meeting = client.bot.meeting();
      const command =
        meeting.plan === undefined || client.person === null ? undefined : wanted(meeting, client.person, draw, pace);
      const accepted = command === undefined || (await press(client, command));
      await pause(accepted ? LOOK_EVERY_MS + draw(LOOK_EVERY_MS) : REFUSED_WAITS_MS);
    }
  };

  const closed = lead();
  const others = company.clients.filter((client) => client.person !== null).map(follow);
  const all = Promise.all([closed, ...others]);
  // Whoever waits for either hears of it; when nobody does, the evening was given up for another reason.
  for (const promise of [closed, all, ...others]) promise.catch(() => undefined);
  return {
    closed,
    movedAt: () => movedAt,
    refusals,
    async stop() {
      stopped = true;
      await all;
    },
  };
}

/** Nobody opens a meeting before all have come. */
function isFull(meeting: ReturnType<Client['bot']['meeting']>): boolean {
  if (meeting.plan === undefined || meeting.agenda.phase !== 'checkIn') return true;
  const { present } = meeting.attendance;
  return meeting.plan.seats.every(({ holder }) => holder === undefined || present[holder] !== undefined);
}

function nextStep(meeting: Meeting, chair: Client, draw: Draw, pace: Pace): Step | undefined {
  if (chair.person === null) return undefined;
  const { primary, others } = script(meeting, chair.person, Date.now());
  if (primary === null) return undefined;
  const ends = primary.command.type === 'closeDebate' || primary.command.type === 'closeItem';
  const items = meeting.agenda.order.map((id) => meeting.agenda.items[id]);
  const done = items.filter((item) => item?.stage === 'closed' || item?.stage === 'tabled').length;
  if (!ends || currentItem(meeting)?.stage !== 'debate' || pace.mayEndDebate(done, items.length)) return primary;
  const speaking = others.find((step) => step.command.type === 'endSpeech');
  return draw(3) === 0 ? speaking : undefined;
}

const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain'];
const TESTED = { camera: true, microphone: true, sound: true, connection: true };

/** What this person's own picture of the meeting calls for; now and then something of their own accord. */
function wanted(meeting: Meeting, person: PersonId, draw: Draw, pace: Pace): MeetingCommand | undefined {
  const due = duty(meeting, person, draw);
  if (due !== undefined) return due;
  // An evening in which chance never asked for a vote would show nothing of votes: the first finding is met with a demand.
  if (isFound(meeting) && Object.keys(meeting.decisions.votes).length === 0) return wish(meeting, person, draw);
  if (pace.isLate()) return undefined;
  // A finding stands for some hundredths of a second only, so everybody is quick then.
  return draw(isFound(meeting) ? 6 : 25) === 0 ? wish(meeting, person, draw) : undefined;
}

function duty(meeting: Meeting, person: PersonId, draw: Draw): MeetingCommand | undefined {
  const { agenda, attendance, adjournment, decisions, plan } = meeting;
  if (agenda.phase === 'checkIn' && attendance.present[person] === undefined) {
    const mode = meeting.remote.permissions[person]?.state === 'granted' ? 'remote' : 'room';
    return { type: 'checkIn', person, mode, identified: 'demoLink', deviceTest: TESTED };
  }
  if (adjournment.check !== undefined && !adjournment.check.confirmed.includes(person))
    return attendance.present[person] === undefined ? undefined : { type: 'confirmPresence', person };
  const seat = attendance.rollCall.called;
  if (
    attendance.rollCall.state === 'running' &&
    seat !== undefined &&
    attendance.rollCall.answers[seat] === undefined
  ) {
    const called = attendance.serving[seat]?.person ?? plan.seats.find((one) => one.id === seat)?.holder;
    if (called === person) return { type: 'answerRollCall', seat, answer: 'yes' };
  }
  const vote = decisions.openVote === undefined ? undefined : decisions.votes[decisions.openVote];
  if (vote?.state !== 'open' || vote.cast[person] !== undefined) return undefined;
  if (!vote.electors.some((one) => one.person === person)) return undefined;
  if (vote.method === 'rollCall' && vote.called !== person) return undefined;
  return { type: 'castVote', vote: vote.id, choice: CHOICES[draw(CHOICES.length)] ?? 'yes' };
}

const KINDS: readonly ProposalKind[] = ['rejection', 'amendment', 'approval', 'addition'];

function wish(meeting: Meeting, person: PersonId, draw: Draw): MeetingCommand | undefined {
  const item = currentItem(meeting);
  const isSecretary = meeting.plan.duties.some((one) => one.person === person && one.duty === 'secretary');
  if (isSecretary) return { type: 'writeNote', note: `note-${draw(5)}`, item: null, text: `Klockan slog ${draw(12)}.` };
  const mine = Object.values(meeting.attendance.serving).some((one) => one?.person === person);
  if (item === undefined || !mine) return undefined;
  // A vote in an election is a secret ballot, which is another evening.
  if (item.kind !== 'matter' && item.kind !== 'bill') return undefined;
  if (item.stage === 'debate') return inDebate(meeting, person, draw);
  if (item.stage === 'deciding') return isFound(meeting) ? { type: 'demandVote', person } : undefined;
  if (item.stage === 'decided')
    return { type: 'reserve', person, item: item.id, text: 'Förslaget borde ha avslagits.' };
  return undefined;
}

/** The chair has said what was found, and the gavel has not fallen: the moment in which a vote can be demanded. */
function isFound({ decisions }: Meeting): boolean {
  return Object.values(decisions.questions).some(
    ({ state, frames }) => state === 'current' && frames.at(-1)?.found !== undefined,
  );
}

function inDebate(meeting: Meeting, person: PersonId, draw: Draw): MeetingCommand {
  const waiting = meeting.floor.queue.find((request) => request.person === person);
  const proposal = meeting.proposals.order.at(-1 - draw(3));
  switch (draw(6)) {
    case 0: {
      const kind = KINDS[draw(KINDS.length)] ?? 'rejection';
      return { type: 'moveProposal', person, kind, text: kind === 'rejection' ? '' : `Yrkande ${draw(1_000)} i sak.` };
    }
    case 1:
    case 2:
      if (proposal !== undefined) return { type: 'supportProposal', proposal, person };
      return { type: 'requestFloor', person, kind: 'speech' };
    default:
      return waiting === undefined
        ? { type: 'requestFloor', person, kind: 'speech' }
        : { type: 'withdrawRequest', request: waiting.id };
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
