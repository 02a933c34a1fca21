import type { ItemState } from '../agenda/types.ts';
import type { Adjournment } from '../adjournment/types.ts';
import type { PersonId } from '../ids.ts';
import { personWithParty } from '../phrase.ts';
import type { Fact } from '../types.ts';
import type { Passage } from './shape.ts';
import { factsOf } from './facts-by-item.ts';
import { factsOfType, type Known, passage } from './known.ts';
import { passageKey } from './passage-key.ts';

/** Around the debate: who is in conflict, comes and goes, presents, is handed what; closed doors and adjournments with their cause. */
export function duringPassages(known: Known, item: ItemState): readonly Passage[] {
  const { own, during } = factsOf(known.byItem, item.id);
  return [
    ...conflicts(known, item, own),
    ...belowQuorum(known, item, own),
    ...doors(known, item, own),
    ...quorate(known, item, during),
    ...(item.kind === 'rollCall' ? [] : presence(known, item, during)),
    ...presentation(known, item, own),
    ...questions(known, item, own),
    ...documents(item, own),
    ...adjournments(known, item, during),
  ];
}

function conflicts(known: Known, item: ItemState, own: readonly Fact[]): readonly Passage[] {
  const { conflicts: state, plan } = known.meeting;
  const away = (state.byItem[item.id] ?? []).filter((c) => c.state === 'declared' || c.state === 'established');
  if (away.length === 0) return [];
  const persons = away.map((c) => personWithParty(plan, c.person));
  const facts = factsOfType(own, 'ConflictDeclared', 'ConflictDecided').filter((f) =>
    away.some((c) => c.person === f.event.person),
  );
  return [passage('conflict', passageKey(item.id, 'conflict'), 'conflict', { persons, count: persons.length }, facts)];
}

/** By which exception the item was taken up by fewer than the law asks for (KL 5:45–46). */
function belowQuorum(known: Known, item: ItemState, own: readonly Fact[]): readonly Passage[] {
  return factsOfType(own, 'ItemOpened').flatMap((fact) => {
    const { present, required, exception } = fact.event;
    if (exception === undefined) return [];
    const values = { body: { organ: known.meeting.plan.body.name }, present, required, form: exception };
    return [passage('presence', passageKey(item.id, 'belowQuorum'), 'belowQuorum', values, [fact])];
  });
}

function doors(known: Known, item: ItemState, own: readonly Fact[]): readonly Passage[] {
  const closed = factsOfType(own, 'DoorsClosed');
  if (closed.length === 0) return [];
  return [
    passage('doors', passageKey(item.id, 'doors'), 'doors', { body: { organ: known.meeting.plan.body.name } }, [
      ...closed,
      ...factsOfType(own, 'DoorsOpened'),
    ]),
  ];
}

function quorate(known: Known, item: ItemState, during: readonly Fact[]): readonly Passage[] {
  return factsOfType(during, 'DeclaredQuorate').map((fact) => {
    const { present, required } = fact.event;
    return passage(
      'presence',
      passageKey(item.id, 'quorate', fact.seq),
      'quorate',
      { body: { organ: known.meeting.plan.body.name }, present, required },
      [fact],
    );
  });
}

/** Coming and going in the middle of the meeting (KL 5:66). The list of attendance has the whole of it. */
function presence(known: Known, item: ItemState, during: readonly Fact[]): readonly Passage[] {
  const name = (person: PersonId): string => personWithParty(known.meeting.plan, person);
  const noted = factsOfType(during, 'NotedAbsent');
  return factsOfType(during, 'SeatTaken', 'SeatLeft', 'NotedAbsent', 'ModeChanged').flatMap((fact) => {
    const { event } = fact;
    const key = passageKey(item.id, 'presence', fact.seq);
    const person = name(event.person);
    const at = { at: fact.at };
    switch (event.type) {
      case 'SeatTaken':
        return event.inPlaceOf === undefined
          ? [passage('presence', key, 'seatTaken', { person, at }, [fact])]
          : [passage('presence', key, 'seatTakenFor', { person, inPlaceOf: name(event.inPlaceOf), at }, [fact])];
      case 'SeatLeft': {
        const told = event.cause !== 'left' && event.cause !== 'otherHindrance';
        return told || noted.some((n) => n.event.person === event.person && n.at === fact.at)
          ? []
          : [passage('presence', key, 'seatLeft', { person, at }, [fact])];
      }
      case 'NotedAbsent':
        return [
          passage(
            'presence',
            key,
            'notedAbsent',
            { person, at, form: event.cause === 'connectionLost' ? 'link' : 'other' },
            [fact],
          ),
        ];
      case 'ModeChanged':
        return [passage('presence', key, 'modeChanged', { person, at, form: event.mode }, [fact])];
    }
  });
}

function presentation(known: Known, item: ItemState, own: readonly Fact[]): readonly Passage[] {
  const { presenter } = item;
  if (presenter === undefined) return [];
  const title = known.meeting.plan.people.find((p) => p.id === presenter)?.title;
  const speaking = factsOfType(own, 'FloorGiven')
    .filter((f) => f.event.request.person === presenter)
    .slice(0, 1);
  if (speaking.length === 0) return [];
  const person = personWithParty(known.meeting.plan, presenter);
  return [
    passage(
      'presentation',
      passageKey(item.id, 'presentation'),
      title === undefined ? 'presentation' : 'presentationBy',
      { person, ...(title === undefined ? {} : { title }) },
      speaking,
    ),
  ];
}

/** Which interpellations and questions were put, and which were answered (KL 5:68). */
function questions(known: Known, item: ItemState, own: readonly Fact[]): readonly Passage[] {
  if ((item.kind !== 'question' && item.kind !== 'interpellation') || item.asker === undefined) return [];
  const { plan } = known.meeting;
  const answer = factsOfType(own, 'FloorGiven')
    .filter((f) => f.event.request.person === item.answerer)
    .slice(0, 1);
  const asker = personWithParty(plan, item.asker);
  if (item.answerer === undefined || answer.length === 0)
    return [passage('question', passageKey(item.id, 'question'), 'questionPut', { asker, form: item.kind }, [])];
  return [
    passage(
      'question',
      passageKey(item.id, 'question'),
      'questionAnswered',
      { asker, answerer: personWithParty(plan, item.answerer), form: item.kind },
      answer,
    ),
  ];
}

function documents(item: ItemState, own: readonly Fact[]): readonly Passage[] {
  return factsOfType(own, 'DocumentHandedOut').map((fact) =>
    passage(
      'documents',
      passageKey(item.id, 'document', fact.event.document.id),
      'documentHandedOut',
      { title: fact.event.document.title },
      [fact],
    ),
  );
}

function adjournments(known: Known, item: ItemState, during: readonly Fact[]): readonly Passage[] {
  const { past, current } = known.meeting.adjournment;
  const checks = factsOfType(during, 'PresenceCheckCompleted');
  return factsOfType(during, 'MeetingAdjourned').flatMap((fact) => {
    const adjournment = [...past, ...(current ? [current] : [])].find((a) => a.from === fact.at);
    if (adjournment === undefined) return [];
    const check = checks.find((c) => c.seq > fact.seq);
    const reason = { verbatim: [adjournment.reason ?? ''] };
    const key = passageKey(item.id, 'adjournment', fact.seq);
    const told = passage('adjournment', key, ...adjourned(known, adjournment), check ? [fact, check] : [fact], reason);
    if (check === undefined) return [told];
    return [
      told,
      passage('adjournment', passageKey(item.id, 'check', check.seq), 'checked', { present: check.event.present }, [
        check,
      ]),
    ];
  });
}

function adjourned(known: Known, { from, to, cause, person }: Adjournment): [string, Parameters<typeof passage>[3]] {
  const values = { from: { at: from }, form: cause, ...(to === undefined ? {} : { to: { at: to } }) };
  const ended = to === undefined ? 'adjournedSince' : 'adjourned';
  if (cause !== 'connectionLost' || person === undefined) return [ended, values];
  return [`${ended}For`, { ...values, person: personWithParty(known.meeting.plan, person) }];
}
