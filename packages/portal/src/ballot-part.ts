import {
  type ClosedBallot,
  closedBallotOf,
  codeOf,
  electedBy,
  type ItemState,
  type Meeting,
  othersPrevail,
} from '@klubba/meeting';
import { html, type Html } from './html.ts';
import { named, type Reader, say } from './reader.ts';

/** Where a closed ballot stands, as everybody may know it: never a figure before all is counted. Undefined: none is held here. */
export function ballotLines(meeting: Meeting, item: ItemState, reader: Reader): readonly string[] | undefined {
  const ballot = closedBallotOf(meeting, item.id);
  if (ballot === undefined) return undefined;
  const names = ballot.candidates.map((person) => named(meeting, person)).join(', ');
  const code = ballot.end === undefined ? [] : [say(reader, 'public.ballot.code', { code: codeOf(ballot.end.head) })];
  if (ballot.result !== undefined) return [outcome(meeting, ballot, reader), ...code];
  return [
    say(reader, 'public.ballot.candidates', { names }),
    say(reader, ballot.means === 'paper' ? 'public.ballot.paper' : 'public.ballot.sealed'),
    say(reader, `public.ballot.phase.${phaseOf(ballot)}`, { cast: ballot.end?.cast ?? 0 }),
    ...code,
  ];
}

function phaseOf({ state, means }: ClosedBallot): 'list' | 'open' | 'ended' | 'counting' {
  switch (state) {
    case 'registering':
    case 'listing':
    case 'listed':
      return 'list';
    case 'voting':
      return 'open';
    case 'closed':
      return means === 'paper' ? 'counting' : 'ended';
    case 'ended':
      return 'ended';
    case 'counting':
    case 'counted':
    case 'annulled':
      return 'counting';
  }
}

function outcome(meeting: Meeting, ballot: ClosedBallot, reader: Reader): string {
  if (othersPrevail(ballot)) return say(reader, 'public.ballot.others.prevail');
  const elected = electedBy(ballot);
  if (elected === undefined) return say(reader, 'public.ballot.tied');
  const names = elected.map((person) => named(meeting, person)).join(', ');
  return say(reader, 'public.ballot.most', { names, lot: ballot.lot === undefined ? 'no' : 'yes' });
}

/** The figures of a counted ballot, and its file, with which anybody can count again. */
export function ballotPart(meeting: Meeting, item: ItemState, reader: Reader): Html | undefined {
  const ballot = closedBallotOf(meeting, item.id);
  const { result } = ballot ?? {};
  if (ballot === undefined || result === undefined) return undefined;
  const rows = [
    ...ballot.candidates
      .map((person) => ({ name: named(meeting, person), votes: result.votes[person] ?? 0 }))
      .toSorted((a, b) => b.votes - a.votes),
    ...(result.others === undefined ? [] : [{ name: say(reader, 'public.ballot.others'), votes: result.others }]),
    { name: say(reader, 'public.ballot.blank'), votes: result.blank },
    { name: say(reader, 'public.ballot.invalid'), votes: result.invalid },
  ];
  const [of, id] = [meeting.plan.meeting, ballot.id].map(encodeURIComponent);
  return html`<section><h4>${say(reader, 'public.ballot')}</h4>
    <ul>${rows.map(({ name, votes }) => html`<li>${say(reader, 'public.ballot.row', { name, votes })}</li>`)}</ul>
    ${
      ballot.means === 'sealed' &&
      html`<p>${say(reader, 'public.ballot.final', { code: codeOf(ballot.resultHead) })}</p>
    <p><a href="/api/meetings/${of}/ballots/${id}/archive" download>${say(reader, 'public.ballot.file')}</a></p>`
    }
  </section>`;
}
