import { plain, say as phrased, timeText } from '@klubba/i18n';
import { alternativeDecided, type ItemState, type Meeting, type Proposal, proposalName } from '@klubba/meeting';
import { ballotPart } from './ballot-part.ts';
import { html, type Html } from './html.ts';
import { proportionalPart } from './proportional-part.ts';
import { capital, label, named, type Reader, say } from './reader.ts';
import { votePart } from './votes.ts';

/** May its inside be read by everybody? A closed or secret item shows what has been opened, and nothing while the doors are closed. */
function isShut(meeting: Meeting, item: ItemState): boolean {
  return meeting.secrecy.closedFor === item.id;
}

/** Everything that everybody may read of an item: what was decided, the proposals word for word, votes, documents. */
export function itemParts(meeting: Meeting, item: ItemState, reader: Reader): readonly Html[] {
  if (isShut(meeting, item)) return [html`<p>${say(reader, 'public.withheld')}</p>`];
  const parts = [
    decisionPart(meeting, item, reader),
    proposalsPart(meeting, item, reader),
    votesPart(meeting, item, reader),
    ballotPart(meeting, item, reader),
    proportionalPart(meeting, item, reader),
    reservationsPart(meeting, item, reader),
  ];
  return parts.filter((part) => part !== undefined);
}

function decisionPart(meeting: Meeting, item: ItemState, reader: Reader): Html | undefined {
  const settled = meeting.decisions.decided[item.id] ?? [];
  const elected = meeting.elections.elected.filter((one) => one.item === item.id);
  const kinds = ['main', 'clause', 'addition', 'tabling', 'referralBack', 'election', 'admission', 'overruleRefusal'];
  const told = settled.flatMap(({ question: id, outcome, by, at }) => {
    const question = meeting.decisions.questions[id];
    if (question === undefined || !kinds.includes(question.kind)) return [];
    const winner = question.alternatives.find((one) => one.id === outcome)?.proposal;
    const text = winner === undefined ? '' : (meeting.proposals.byId[winner]?.text ?? '');
    const what = phrased(reader.language, alternativeDecided(meeting, question, outcome));
    const how = say(reader, 'public.decision.after', { by: label(reader, 'settledBy', by), time: timeText(at) });
    return [
      html`<div class="pub-decision">
        <p><b>${capital(what)}.</b></p>
        ${text !== '' && html`<blockquote>${paragraphs(text)}</blockquote>`}
        <p class="pub-quiet">${how}</p>
      </div>`,
    ];
  });
  const persons = elected.flatMap((one) => one.persons.map((person) => named(meeting, person)));
  if (told.length === 0 && persons.length === 0) return undefined;
  return html`<section><h4>${say(reader, 'public.decision')}</h4>
    ${told}
    ${persons.length > 0 && html`<p><b>${say(reader, 'public.decision.elected', { names: persons.join(', ') })}.</b></p>`}
  </section>`;
}

function proposalsPart(meeting: Meeting, item: ItemState, reader: Reader): Html | undefined {
  const all = meeting.proposals.order.flatMap((id) => meeting.proposals.byId[id] ?? []);
  const own = all.filter((proposal) => proposal.item === item.id);
  if (own.length === 0) return undefined;
  return html`<section><h4>${say(reader, 'public.proposals')}</h4>
    <ul class="pub-proposals">${own.map((proposal) => proposalRow(meeting, proposal, reader))}</ul>
  </section>`;
}

function proposalRow(meeting: Meeting, proposal: Proposal, reader: Reader): Html {
  const { mover, organ, text, reason, state } = proposal;
  const who = mover !== undefined ? named(meeting, mover) : organ;
  const supporters = proposal.supporters.filter((person) => person !== mover).map((person) => named(meeting, person));
  const mark =
    state === 'withdrawn' ? 'public.proposal.withdrawn' : state === 'refused' ? 'public.proposal.refused' : undefined;
  return html`<li id="yrkande-${proposal.id}" class="${mark === undefined ? '' : 'pub-gone'}">
    <p class="pub-mover"><b>${who}</b> <span>${mover === undefined ? say(reader, 'public.proposal.prepared') : kindOf(meeting, proposal, reader)}</span>${mark !== undefined && html` <span>${say(reader, mark)}</span>`}</p>
    ${text !== '' && html`<blockquote>${paragraphs(text)}</blockquote>`}
    ${reason !== undefined && reason !== '' && html`<p>${say(reader, 'public.proposal.reason', { reason })}</p>`}
    ${supporters.length > 0 && html`<p class="pub-quiet">${say(reader, 'public.proposal.supported', { names: supporters.join(', ') })}</p>`}
  </li>`;
}

/** "Bifall till kommunstyrelsens förslag", or the kind alone. */
function kindOf(meeting: Meeting, proposal: Proposal, reader: Reader): string {
  const kind = label(reader, 'proposalKind', proposal.kind);
  if (proposal.of === undefined) return kind;
  const what = String(plain(reader.language, proposalName(meeting, proposal.of)));
  return say(reader, 'public.proposal.of', { kind, what });
}

function votesPart(meeting: Meeting, item: ItemState, reader: Reader): Html | undefined {
  const votes = Object.values(meeting.decisions.votes)
    .filter((vote) => meeting.decisions.questions[vote.question]?.item === item.id)
    .toSorted((a, b) => a.openedAt - b.openedAt)
    .flatMap((vote) => votePart(meeting, vote, reader) ?? []);
  return votes.length === 0
    ? undefined
    : html`<section><h4 class="pub-unseen">${say(reader, 'public.votes')}</h4>${votes}</section>`;
}

function reservationsPart(meeting: Meeting, item: ItemState, reader: Reader): Html | undefined {
  const made = meeting.decisions.reservations.filter((one) => one.item === item.id);
  if (made.length === 0) return undefined;
  return html`<section><h4>${say(reader, 'public.reservations')}</h4>
    <ul class="pub-proposals">${made.map(({ person, text }) => html`<li><p><b>${named(meeting, person)}</b></p>${text !== '' && html`<blockquote>${paragraphs(text)}</blockquote>`}</li>`)}</ul>
  </section>`;
}

export function documentsPart(meeting: Meeting, item: ItemState, reader: Reader): Html | undefined {
  if (item.documents.length === 0 || isShut(meeting, item)) return undefined;
  const folder = `/api/meetings/${encodeURIComponent(meeting.plan.meeting)}/documents`;
  return html`<ul class="pub-documents">
    ${item.documents.map(({ id, title, pages = 0 }) => html`<li><a href="${folder}/${encodeURIComponent(id)}">${say(reader, 'public.document', { title, pages })}</a></li>`)}
  </ul>`;
}

/** Everyone who has had the floor in the item, with the time. */
export function speechesPart(meeting: Meeting, item: ItemState, reader: Reader): Html | undefined {
  const { speaking, speeches } = meeting.floor;
  const all = [...speeches, ...(speaking === undefined ? [] : [speaking])].filter((one) => one.item === item.id);
  if (all.length === 0 || isShut(meeting, item)) return undefined;
  return html`<section>
    <h4>${say(reader, 'public.speeches', { number: item.number })}</h4>
    <ol class="pub-speeches">
      ${all.map((speech) => {
        const now = speech === speaking && speech.to === undefined;
        const kind = now
          ? say(reader, 'public.speeches.now')
          : label(reader, 'requestKind', speech.kind).toLocaleLowerCase('sv');
        return html`<li class="${now ? 'pub-is-now' : ''}"><span>${timeText(speech.from)}</span> <span>${named(meeting, speech.person)}</span> <span>${kind}</span></li>`;
      })}
    </ol>
  </section>`;
}

/** Empty lines divide paragraphs; other line breaks are kept. */
function paragraphs(text: string): readonly Html[] {
  return text
    .split(/\n{2,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => html`<p>${part}</p>`);
}
