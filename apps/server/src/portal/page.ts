import { type Item, type Meeting, type PersonId, personName, type Vote } from '@klubba/meeting';
import { dateText, isTextKey, type Language, text, type TextKey, timeText, weekdayText } from '@klubba/i18n';
import { html, type Html } from '@klubba/portal';

/** The public list of meetings, readable without JavaScript. */
export function meetingsPage(meetings: readonly Meeting[], language: Language): Html {
  return html`<main lang="${language}">
    <h1>${text(language, 'portal.meetings')}</h1>
    ${meetings.length === 0 ? html`<p>${text(language, 'portal.none')}</p>` : undefined}
    <ul>
      ${meetings.map(
        (meeting) => html`<li>
          <a href="/public/${encodeURIComponent(meeting.plan.meeting)}${query(language)}">${meeting.plan.body.name}, ${meeting.plan.municipality}</a>
          <p>${whenText(meeting, language)}. ${phaseText(meeting, language)}.</p>
        </li>`,
      )}
    </ul>
    ${otherLanguage('/public', language)}
  </main>`;
}

/** One meeting as the public may know it: `meeting` is the public audience's own fold. */
export function meetingPage(meeting: Meeting, language: Language, now: number): Html {
  const { plan, agenda } = meeting;
  const path = `/public/${encodeURIComponent(plan.meeting)}`;
  return html`<main lang="${language}">
    <p><a href="/public${query(language)}">${text(language, 'portal.allMeetings')}</a></p>
    <h1>${plan.body.name}, ${plan.municipality}</h1>
    <p>${whenText(meeting, language)}. ${plan.place}. ${phaseText(meeting, language)}.</p>
    ${agenda.phase === 'open' ? nowPart(meeting, language) : undefined}
    <h2>${text(language, 'portal.agenda')}</h2>
    <ol>
      ${agenda.order.flatMap((id) => agenda.items[id] ?? []).map((item) => itemPart(meeting, item, language))}
    </ol>
    <p>${text(language, 'portal.asOf', { time: timeText(now) })}</p>
    ${otherLanguage(path, language)}
  </main>`;
}

function nowPart(meeting: Meeting, language: Language): Html {
  const { agenda, floor, adjournment, secrecy } = meeting;
  const current = agenda.current === undefined ? undefined : agenda.items[agenda.current];
  const closed = secrecy.closedFor === undefined ? undefined : agenda.items[secrecy.closedFor];
  const speaking = floor.speaking;
  return html`<section>
    <h2>${text(language, 'portal.now')}</h2>
    ${adjournment.current === undefined ? undefined : html`<p>${text(language, 'portal.adjourned')}</p>`}
    ${closed === undefined ? undefined : html`<p>${text(language, 'portal.closedDoors', { number: closed.number })}</p>`}
    ${current === undefined ? undefined : html`<p>§ ${current.number} ${titleOf(current, language)}</p>`}
    ${speaking === undefined || speaking.to !== undefined ? undefined : html`<p>${text(language, 'portal.speaking', { name: named(meeting, speaking.person) })}</p>`}
    ${floor.queue.length === 0 ? undefined : html`<h3>${text(language, 'portal.queue')}</h3><ol>${floor.queue.map((request) => html`<li>${named(meeting, request.person)}</li>`)}</ol>`}
  </section>`;
}

function itemPart(meeting: Meeting, item: Meeting['agenda']['items'][Item['id']], language: Language): Html {
  const documents = item.documents.map(
    (document) =>
      html`<li><a href="/api/meetings/${encodeURIComponent(meeting.plan.meeting)}/documents/${encodeURIComponent(document.id)}">${document.title} (pdf)</a></li>`,
  );
  const proposals = meeting.proposals.order
    .flatMap((id) => meeting.proposals.byId[id] ?? [])
    .filter((proposal) => proposal.item === item.id && proposal.state === 'onTable' && proposal.mover !== undefined)
    .map(
      (proposal) =>
        html`<li>${proposal.mover === undefined ? '' : named(meeting, proposal.mover)}: ${label('label.proposalKind', proposal.kind, language)}. ${proposal.text}</li>`,
    );
  const votes = Object.values(meeting.decisions.votes).filter(
    (vote) => meeting.decisions.questions[vote.question]?.item === item.id,
  );
  return html`<li value="${item.number}">
    <h3>§ ${item.number} ${titleOf(item, language)}</h3>
    <p>${label('label.stage', item.stage, language)}</p>
    ${documents.length > 0 && html`<h4>${text(language, 'portal.documents')}</h4><ul>${documents}</ul>`}
    ${proposals.length > 0 && html`<h4>${text(language, 'portal.proposals')}</h4><ul>${proposals}</ul>`}
    ${votes.map((vote) => votePart(meeting, vote, language))}
  </li>`;
}

function votePart(meeting: Meeting, vote: Vote, language: Language): Html | string {
  const { result } = vote;
  if (result === undefined) return '';
  const { yes, no, abstain, absent } = result;
  return html`<h4>${text(language, 'portal.votes')}</h4>
    <p>${text(language, 'portal.vote', { yes, no, abstain, absent })}</p>
    <details>
      <summary>${text(language, 'portal.votesByName')}</summary>
      <ul>
        ${result.ballots.map((ballot) => html`<li>${named(meeting, ballot.person)}: ${label('label.choice', ballot.choice, language)}</li>`)}
      </ul>
    </details>`;
}

function named(meeting: Meeting, person: PersonId): string {
  const party = meeting.plan.people.find((one) => one.id === person)?.party;
  const short = meeting.plan.parties.find((one) => one.id === party)?.short;
  return `${personName(meeting, person)}${short === undefined ? '' : ` (${short})`}`;
}

function titleOf(item: Pick<Item, 'title'>, language: Language): string {
  return item.title === '' ? text(language, 'portal.withheldTitle') : item.title;
}

function whenText({ plan }: Meeting, language: Language): string {
  const { date, startsAt } = plan;
  return text(language, 'portal.when', {
    day: weekdayText(language, date),
    date: dateText(language, date),
    time: timeText(startsAt),
  });
}

function phaseText({ agenda }: Meeting, language: Language): string {
  return text(language, `portal.phase.${agenda.phase}`);
}

function label(list: string, value: string, language: Language): string {
  const key: TextKey | string = `${list}.${value}`;
  return isTextKey(key) ? text(language, key) : value;
}

function otherLanguage(path: string, language: Language): Html {
  const other = language === 'sv' ? 'en' : 'sv';
  return html`<p><a href="${path}${query(other)}" lang="${other}" hreflang="${other}">${text(language, 'portal.otherLanguage')}</a></p>`;
}

function query(language: Language): string {
  return language === 'sv' ? '' : `?language=${language}`;
}
