import { inConflict, type ItemState, type Meeting, personName, quorum, type Seat } from '@klubba/meeting';
import { html, type Html } from './html.ts';
import { documentsPart } from './item-part.ts';
import { anchorOf, label, named, type Reader, say, titleOf } from './reader.ts';

const OVER: readonly ItemState['stage'][] = ['closed', 'tabled', 'withdrawn'];

/** The agenda with what has become of each item. */
export function agendaPart(meeting: Meeting, reader: Reader): Html {
  const items = meeting.agenda.order.flatMap((id) => meeting.agenda.items[id] ?? []);
  const done = items.filter((item) => OVER.includes(item.stage)).length;
  return html`<section aria-labelledby="agenda">
    ${heading('agenda', say(reader, 'public.agenda'), say(reader, 'public.agenda.count', { done, all: items.length }))}
    <ol class="pub-agenda">
      ${items.map((item) => agendaRow(meeting, item, reader))}
    </ol>
  </section>`;
}

function agendaRow(meeting: Meeting, item: ItemState, reader: Reader): Html {
  const current = meeting.agenda.current === item.id;
  const row = html`<span>§ ${item.number}</span> <span>${titleOf(item, reader)}</span> <span>${outcomeText(meeting, item, reader)}</span>`;
  if (!meeting.plan.body.settings.publicLive.value) return html`<li><p>${row}</p></li>`;
  return html`<li class="${current ? 'pub-is-now' : ''}">
    <a href="#${current ? 'arende' : anchorOf(item)}" ${current && html`aria-current="step"`}>${row}</a>
  </li>`;
}

/** "beslutad", "pågår", "återremiss"; nothing while it waits. */
export function outcomeText(meeting: Meeting, item: ItemState, reader: Reader): string {
  if (meeting.secrecy.closedFor === item.id) return say(reader, 'public.doors.tag');
  if (item.stage === 'withdrawn') return say(reader, 'public.agenda.withdrawn');
  if (item.stage === 'closed' || item.stage === 'tabled')
    return say(reader, `public.agenda.${item.outcome ?? (item.stage === 'tabled' ? 'tabled' : 'noted')}`);
  return meeting.agenda.current === item.id ? say(reader, 'public.agenda.current') : '';
}

/** Who has the floor and who waits for it, as on every other screen. */
export function queuePart(meeting: Meeting, item: ItemState, reader: Reader): Html {
  const { queue, speaking } = meeting.floor;
  const place = new Map(queue.filter(({ kind }) => kind === 'speech').map(({ id }, index) => [id, index + 1]));
  const has = speaking !== undefined && speaking.to === undefined ? speaking : undefined;
  return html`<section aria-labelledby="queue">
    ${heading('queue', say(reader, 'public.queue', { number: item.number }), say(reader, 'public.queue.count', { count: queue.length }))}
    <ol class="pub-queue">
      ${has && html`<li class="pub-is-now"><span>${say(reader, 'public.queue.speaking')}</span> <span>${named(meeting, has.person)}</span></li>`}
      ${queue.map(({ id, kind, person }) => html`<li id="begaran-${id}"><span>${kind === 'speech' ? (place.get(id) ?? '') : say(reader, `public.queue.${kind}`)}</span> <span>${named(meeting, person)}</span></li>`)}
    </ol>
    ${queue.length === 0 && has === undefined && html`<p class="pub-quiet">${say(reader, 'public.queue.empty')}</p>`}
  </section>`;
}

/** How many are there, whether that is enough, and who they are. */
export function presencePart(meeting: Meeting, reader: Reader): Html {
  const { present, seats, required, quorate, exception, remote } = quorum(meeting);
  const enough = quorate || exception === 'conflict';
  return html`<section aria-labelledby="presence">
    ${heading('presence', say(reader, 'public.presence'), say(reader, 'public.presence.count', { present, seats }))}
    ${cells(present, seats, required)}
    <p>${say(reader, enough ? 'public.presence.quorate' : 'public.presence.notQuorate', { present, seats, required })} ${say(reader, 'public.presence.remote', { count: remote })}</p>
    <details id="presence-names">
      <summary>${say(reader, 'public.presence.byName')}</summary>
      ${byParty(meeting, reader)}
    </details>
  </section>`;
}

/** One cell for each seat, and a line where the body is quorate. Drawn only: the words below say the same. */
function cells(present: number, seats: number, required: number): Html {
  const cell = Array.from(
    { length: seats },
    (_, index) =>
      html`<rect x="${index * 10 + 1}" y="6" width="8" height="14" class="${index < present ? 'on' : ''}"></rect>`,
  );
  return html`<svg class="pub-cells" viewBox="0 0 ${seats * 10} 26" preserveAspectRatio="none" aria-hidden="true">${cell}<rect x="${(required - 1) * 10 + 9}" y="0" width="2" height="26" class="line"></rect></svg>`;
}

function byParty(meeting: Meeting, reader: Reader): Html {
  const { parties, seats, duties } = meeting.plan;
  const inOrder = seats.toSorted((a, b) => a.number - b.number);
  const groups = [
    ...parties.map((party) => ({ name: party.name, seats: inOrder.filter((seat) => seat.party === party.id) })),
    { name: '', seats: inOrder.filter((seat) => seat.party === undefined) },
  ];
  const others = duties
    .filter(
      ({ person, duty }) =>
        meeting.attendance.present[person]?.admitted === true &&
        (duty === 'secretary' ||
          duty === 'official' ||
          duty === 'presenter' ||
          duty === 'auditor' ||
          duty === 'commissioner'),
    )
    .map(
      ({ person, duty }) =>
        html`<li>${personName(meeting, person)} <span>${label(reader, 'duty', duty).toLocaleLowerCase('sv')}</span></li>`,
    );
  return html`<div class="pub-parties">
    ${groups.filter((group) => group.seats.length > 0).map((group) => html`<section>${group.name !== '' && html`<h3>${group.name}</h3>`}<ul>${group.seats.map((seat) => seatRow(meeting, seat, reader))}</ul></section>`)}
    ${others.length > 0 && html`<section><h3>${say(reader, 'public.presence.others')}</h3><ul>${others}</ul></section>`}
  </div>`;
}

function seatRow(meeting: Meeting, seat: Seat, reader: Reader): Html {
  const service = meeting.attendance.serving[seat.id];
  const person = service?.person ?? seat.holder;
  if (person === undefined) return html`<li class="pub-gone">${say(reader, 'public.presence.vacant')}</li>`;
  const presence = meeting.attendance.present[person];
  const here = presence !== undefined && presence.admitted && presence.fulfilled;
  const marks = [
    meeting.agenda.leader === person && here ? say(reader, 'public.presence.leads') : undefined,
    service?.inPlaceOf === undefined
      ? undefined
      : say(reader, 'public.presence.inPlaceOf', { name: personName(meeting, service.inPlaceOf) }),
    inConflict(meeting, meeting.agenda.current).has(person) ? say(reader, 'public.presence.conflict') : undefined,
    here
      ? presence.mode === 'remote'
        ? say(reader, 'public.speaking.remote')
        : undefined
      : say(reader, 'public.presence.away'),
  ].filter((mark) => mark !== undefined);
  return html`<li class="${here ? '' : 'pub-gone'}">${personName(meeting, person)}${marks.length > 0 && html` <span>${marks.join(', ')}</span>`}</li>`;
}

export function currentDocuments(meeting: Meeting, item: ItemState, reader: Reader): Html | undefined {
  const documents = documentsPart(meeting, item, reader);
  if (documents === undefined) return undefined;
  return html`<section aria-labelledby="documents">
    ${heading('documents', say(reader, 'public.documents.in', { number: item.number }))}
    ${documents}
  </section>`;
}

function heading(id: string, words: string, aside?: string): Html {
  return html`<div class="pub-heading"><h2 id="${id}">${words}</h2>${aside !== undefined && html`<p>${aside}</p>`}</div>`;
}
