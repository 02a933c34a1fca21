import { timeText } from '@klubba/i18n';
import { currentItem, type ItemState, type Meeting, shownMoment } from '@klubba/meeting';
import { chainPart } from './chain-part.ts';
import { framed } from './frame.ts';
import { html, type Html } from './html.ts';
import { documentsPart, itemParts, speechesPart } from './item-part.ts';
import { anchorOf, dayOf, headingOf, pathOf, type Reader, say } from './reader.ts';
import { agendaPart, currentDocuments, outcomeText, presencePart, queuePart } from './side.ts';
import { noPicture, notPublicStage, stage } from './stage.ts';

/** One meeting as everybody may know it: `meeting` is the public audience's own fold. Complete without JavaScript. */
export function meetingPage(meeting: Meeting, reader: Reader): Html {
  const { plan } = meeting;
  const path = pathOf(plan.meeting);
  return framed(
    {
      owner: plan.municipality,
      path,
      dataPath: `/public/api/meetings/${encodeURIComponent(plan.meeting)}`,
      content: plan.body.settings.publicLive.value ? followed(meeting, reader) : announced(meeting, reader),
    },
    reader,
  );
}

/** "Kommunfullmäktige, torsdag 13 november 2025". */
export function meetingTitle({ plan }: Meeting, reader: Reader): string {
  return say(reader, 'public.title', { body: plan.body.name, ...dayOf(plan.date, reader) });
}

function followed(meeting: Meeting, reader: Reader): Html {
  const item = currentItem(meeting);
  const open = meeting.agenda.phase === 'open';
  const shut = meeting.secrecy.closedFor !== undefined;
  return html`<main id="main" class="pub-meeting" tabindex="-1">
    <div class="pub-main">
      ${top(meeting, reader)}
      ${meeting.notice.calledOff === undefined && stage(meeting, reader)}
      ${meeting.notice.calledOff === undefined && noPicture(meeting, reader)}
      ${item !== undefined && open && currentPart(meeting, item, reader)}
    </div>
    <div class="pub-side">
      ${agendaPart(meeting, reader)}
      ${item !== undefined && open && !shut && queuePart(meeting, item, reader)}
      ${item !== undefined && open && currentDocuments(meeting, item, reader)}
      ${open && presencePart(meeting, reader)}
    </div>
    ${itemsPart(meeting, reader)}
  </main>`;
}

/** A body that does not meet in public: the notice, and how far it has come. */
function announced(meeting: Meeting, reader: Reader): Html {
  return html`<main id="main" class="pub-meeting pub-announced" tabindex="-1">
    <div class="pub-main">
      ${top(meeting, reader)}
      ${meeting.notice.calledOff === undefined && notPublicStage(meeting, reader)}
      ${agendaPart(meeting, reader)}
    </div>
  </main>`;
}

function top(meeting: Meeting, reader: Reader): Html {
  return html`<h1>${meetingTitle(meeting, reader)}</h1>
    <p class="pub-status">${stateOf(meeting, reader)} <span>${meeting.plan.place}</span></p>
    ${meeting.notice.calledOff !== undefined && html`<p class="pub-warning">${say(reader, 'public.calledOff', { reason: meeting.notice.calledOff.reason })}</p>`}
    ${meeting.plan.rehearsal === true && html`<p class="pub-warning">${say(reader, 'public.rehearsal')}</p>`}
    ${reader.freshness.is === 'lost' && html`<p class="pub-warning" role="status">${say(reader, 'public.link.lost', { time: timeText(reader.freshness.since) })}</p>`}`;
}

function stateOf(meeting: Meeting, reader: Reader): Html {
  const { agenda, adjournment, plan, notice } = meeting;
  if (notice.calledOff !== undefined) return html`<b>${say(reader, 'public.phase.calledOff')}</b>`;
  if (agenda.phase === 'closed')
    return html`<b>${agenda.closedAt === undefined ? say(reader, 'public.phase.closed') : say(reader, 'public.status.ended', { time: timeText(agenda.closedAt) })}</b>`;
  if (agenda.phase !== 'open') return html`<b>${say(reader, 'public.phase.planned')}</b>`;
  if (!plan.body.settings.publicLive.value) return html`<b>${say(reader, 'public.phase.open')}</b>`;
  if (adjournment.current !== undefined)
    return html`<b>${say(reader, 'public.status.paused', { time: timeText(adjournment.current.from) })}</b>`;
  if (shownMoment(meeting) === 'doorsClosed') return html`<b>${say(reader, 'public.status.closedDoors')}</b>`;
  return html`<b class="pub-live">${say(reader, 'public.status.live')}</b>${agenda.openedAt !== undefined && html` <span>${say(reader, 'public.status.began', { time: timeText(agenda.openedAt) })}</span>`}`;
}

/** The item under treatment: what lies on the table, and who has spoken. */
function currentPart(meeting: Meeting, item: ItemState, reader: Reader): Html {
  return html`<article class="pub-item" id="arende">
    <h3>${headingOf(item, reader)}</h3>
    ${chainPart(meeting, item, reader)}
    ${itemParts(meeting, item, reader)}
    ${speechesPart(meeting, item, reader)}
  </article>`;
}

/** Every other item, folded: before the meeting its documents, afterwards also what was decided. */
function itemsPart(meeting: Meeting, reader: Reader): Html {
  const { agenda } = meeting;
  const others = agenda.order
    .flatMap((id) => agenda.items[id] ?? [])
    .filter(
      (item) => agenda.phase !== 'open' || item.id !== agenda.current || !meeting.plan.body.settings.publicLive.value,
    );
  return html`<section class="pub-rest" aria-labelledby="items">
    <div class="pub-heading"><h2 id="items">${say(reader, 'public.items')}</h2></div>
    <p class="pub-quiet">${say(reader, 'public.items.hint')}</p>
    ${others.map((item) => foldedItem(meeting, item, reader))}
  </section>`;
}

function foldedItem(meeting: Meeting, item: ItemState, reader: Reader): Html {
  const parts = [
    ...itemParts(meeting, item, reader),
    documentsPart(meeting, item, reader),
    speechesPart(meeting, item, reader),
  ];
  const shown = parts.filter((part) => part !== undefined);
  const nothing =
    item.doors === 'open' ? 'public.empty' : item.doors === 'secret' ? 'public.withheld' : 'public.closedItem';
  // A browser opens a folded part by itself when an address leads into it: the mark stands inside.
  return html`<details class="pub-folded" id="item-${item.id}">
    <summary><h3>${headingOf(item, reader)}</h3><span>${outcomeText(meeting, item, reader)}</span></summary>
    <div class="pub-item" id="${anchorOf(item)}">
      ${shown.length > 0 ? shown : html`<p class="pub-quiet">${say(reader, nothing)}</p>`}
    </div>
  </details>`;
}
