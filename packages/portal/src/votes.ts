import { say as phrased, timeText } from '@klubba/i18n';
import { alternativeNoun, type Meeting, partiesBehind, personName, type Question, type Vote } from '@klubba/meeting';
import { html, type Html } from './html.ts';
import { named, type Reader, say } from './reader.ts';

/** What Ja and Nej stand for, in the words of the approved proposition. */
export function meaning(meeting: Meeting, vote: Vote, reader: Reader): readonly [yes: string, no: string] {
  const question = meeting.decisions.questions[vote.question];
  const side = (id: Vote['yes']): string => {
    if (question === undefined) return '';
    const what = phrased(reader.language, alternativeNoun(meeting, question, id));
    const parties = partiesBehind(meeting, question, id);
    return parties.length === 0 ? what : `${what} (${parties.join(', ')})`;
  };
  return [
    say(reader, 'public.vote.yesFor', { what: side(vote.yes) }),
    say(reader, 'public.vote.noFor', { what: side(vote.no) }),
  ];
}

/** "Huvudvotering", "Omröstning om motförslag", or simply "Omröstning". */
export function kindOf(question: Question | undefined, vote: Vote, reader: Reader): string {
  const chain = (question?.frames.length ?? 0) > 1;
  return say(reader, 'public.vote.kind', { kind: chain ? (vote.level === 0 ? 'main' : 'counter') : 'only' });
}

/** A closed vote: what was asked, the figures, and name by name. */
export function votePart(meeting: Meeting, vote: Vote, reader: Reader): Html | undefined {
  const { result, closedAt } = vote;
  if (vote.state === 'annulled') return html`<p class="pub-quiet">${say(reader, 'public.vote.annulled')}</p>`;
  if (result === undefined) return undefined;
  const question = meeting.decisions.questions[vote.question];
  const settled =
    result.settledBy === 'castingVote'
      ? 'public.vote.castingVote'
      : result.settledBy === 'lot'
        ? 'public.vote.lot'
        : undefined;
  return html`<div class="pub-vote" id="vote-${vote.id}">
    <h4>${kindOf(question, vote, reader)}${closedAt !== undefined && html` <span>${say(reader, 'public.vote.at', { time: timeText(closedAt) })}</span>`}</h4>
    ${counts(result, reader)}
    ${meaning(meeting, vote, reader).map((line) => html`<p>${line}</p>`)}
    ${settled !== undefined && html`<p>${say(reader, settled)}</p>`}
    <details id="names-${vote.id}">
      <summary>${say(reader, 'public.vote.byName')}</summary>
      ${byName(meeting, result, reader)}
    </details>
  </div>`;
}

/** The three figures, alike in size, each with its word and its shape. */
export function counts(
  result: { readonly yes: number; readonly no: number; readonly abstain: number },
  reader: Reader,
): Html {
  const figures = [
    ['ja', 'common.yes', result.yes],
    ['nej', 'common.no', result.no],
    ['avstar', 'common.abstain', result.abstain],
  ] as const;
  return html`<dl class="pub-counts">
    ${figures.map(([choice, word, count]) => html`<div class="pub-${choice}"><dt>${say(reader, word)}</dt><dd>${count}</dd></div>`)}
  </dl>`;
}

function byName(meeting: Meeting, result: NonNullable<Vote['result']>, reader: Reader): Html {
  const groups = [
    ['yes', 'common.yes'],
    ['no', 'common.no'],
    ['abstain', 'common.abstain'],
    ['absent', 'label.choice.absent'],
  ] as const;
  return html`<div class="pub-ballots">
    ${groups.map(([choice, word]) => {
      const ballots = result.ballots.filter((ballot) => ballot.choice === choice);
      const names = ballots.toSorted((a, b) =>
        personName(meeting, a.person).localeCompare(personName(meeting, b.person), 'sv'),
      );
      return html`<section>
        <h5>${say(reader, word)} <span>${ballots.length}</span></h5>
        ${names.length === 0 ? html`<p>${say(reader, 'public.vote.none')}</p>` : html`<ul>${names.map((ballot) => html`<li>${named(meeting, ballot.person)}</li>`)}</ul>`}
      </section>`;
    })}
  </div>`;
}
