import { currentFrame, currentQuestion } from '../decisions/frames.ts';
import type { Alternative, Choice, Question, Vote } from '../decisions/types.ts';
import type { AlternativeId, PersonId, ProposalId } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import type { ProposalsCommand } from '../proposals/types.ts';
import type { Scene } from './given.ts';
import { listsOf, partyId, peopleOf, person, personOf, seatsOf } from './people.ts';
import { councilPlan, type PlanChange } from './plans.ts';
import { inSession, withItem } from './sessions.ts';

/** Seats of each party, the chair the first of the first. */
export type Parties = Readonly<Record<string, number>>;
export type PartyVotes = Readonly<Record<string, Choice | 'absent'>>;

/** Göteborg's council 2022–2026: 81 seats. */
export const GOTEBORG: Parties = { S: 23, V: 12, MP: 5, M: 15, D: 6, L: 5, KD: 3, SD: 9, C: 3 };

/** Nobody is named: `S 1` is the first of S, and the chair if S comes first. */
export function member(party: string, number = 1): PersonId {
  return person(`${party} ${number}`);
}

export const SECRETARY = person('Åsa Lindvall');

/** A council of these parties; say what differs, `items` first of all. */
export function hallOf(parties: Parties, change: PlanChange = {}): MeetingPlan {
  const members = Object.entries(parties).map(([party, seats]): readonly [string, readonly string[]] => [
    party,
    Array.from({ length: seats }, (_, index) => `${party} ${index + 1}`),
  ]);
  const [first = 'S'] = Object.keys(parties);
  const plan = councilPlan({
    parties: Object.keys(parties).map((short) => ({ id: partyId(short), short, name: short })),
    seats: seatsOf(members),
    people: [...peopleOf(members), personOf('Åsa Lindvall')],
    substitutes: listsOf([]),
    duties: [
      { person: member(first, 1), duty: 'chair' },
      { person: member(first, 2), duty: 'viceChair' },
      { person: SECRETARY, duty: 'secretary' },
    ],
    remoteGranted: [],
    ...change,
  });
  return { ...plan, body: { ...plan.body, seatsTotal: Object.values(parties).reduce((sum, seats) => sum + seats, 0) } };
}

/** The item is open and debated. */
export function inDebate(plan: MeetingPlan, number: number, absent: readonly PersonId[] = []): Scene {
  return withItem(inSession(plan, { absent }), number).after({ type: 'beginDebate' });
}

export type Moved = Omit<Extract<ProposalsCommand, { type: 'moveProposal' }>, 'type' | 'person' | 'kind' | 'text'> & {
  readonly text?: string;
};

/** Somebody moves something: the scene after it, and the proposal's id. */
export function moves(
  scene: Scene,
  by: PersonId,
  kind: Extract<ProposalsCommand, { type: 'moveProposal' }>['kind'],
  more: Moved = {},
): readonly [Scene, ProposalId] {
  const outcome = scene.when({ type: 'moveProposal', person: by, kind, text: '', ...more }, by);
  const next = outcome.thenAmong({ type: 'ProposalMoved' });
  const [event] = outcome.events;
  if (event?.type !== 'ProposalMoved') throw new Error('Nothing was moved.');
  return [next, event.proposal.id];
}

/** Debate closed, the default order proposed and approved. */
export function toDecision(scene: Scene): Scene {
  return scene.after({ type: 'closeDebate' }).after({ type: 'proposeOrder' }).after({ type: 'approveOrder' });
}

export function question(scene: Scene): Question {
  const current = currentQuestion(scene.meeting);
  if (!current) throw new Error('No question is current.');
  return current;
}

/** The alternative of the current question that is this proposal, or of this kind. */
export function alternative(scene: Scene, which: ProposalId | Alternative['kind']): AlternativeId {
  const found = question(scene).alternatives.find((a) => a.proposal === which || a.kind === which);
  if (!found) throw new Error(`No alternative ${which} among ${JSON.stringify(question(scene).alternatives)}`);
  return found.id;
}

/** The question is put and the chair states the finding. */
export function finds(scene: Scene, which: ProposalId | Alternative['kind']): Scene {
  return scene.after({ type: 'putQuestion' }).after({ type: 'stateFinding', alternative: alternative(scene, which) });
}

export function demands(scene: Scene, by: PersonId): Scene {
  return scene.after({ type: 'demandVote', person: by }, by);
}

export function gavel(scene: Scene): Scene {
  return scene.after({ type: 'strikeGavel' });
}

export function vote(scene: Scene): Vote {
  const id = scene.meeting.decisions.openVote ?? currentFrame(question(scene)).vote;
  const found = id ? scene.meeting.decisions.votes[id] : undefined;
  if (!found) throw new Error('No vote.');
  return found;
}

/** A vote by button, in which each party votes as one; `except` for single members. */
export function votes(scene: Scene, byParty: PartyVotes, except: Readonly<Record<PersonId, Choice>> = {}): Scene {
  const open = scene.after({ type: 'openVote', method: 'buttons' });
  const { id, electors } = vote(open);
  return electors.reduce((s, { person: elector }) => {
    const party = elector.slice(0, elector.lastIndexOf('-')).toUpperCase();
    const choice = except[elector] ?? byParty[party] ?? 'abstain';
    return choice === 'absent' ? s : s.after({ type: 'castVote', vote: id, choice }, elector);
  }, open);
}

/** The last vote as the minutes read: `29–9–43`, yes, no, abstaining. */
export function outcome(scene: Scene): string {
  const results = Object.values(scene.meeting.decisions.votes).flatMap((v) => (v.result ? [v.result] : []));
  const last = results.at(-1);
  return last ? `${last.yes}–${last.no}–${last.abstain}` : 'no vote';
}

export function counted(scene: Scene, byParty: PartyVotes, except: Readonly<Record<PersonId, Choice>> = {}): Scene {
  return votes(scene, byParty, except).after({ type: 'closeVote' });
}
