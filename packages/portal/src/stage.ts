import { durationText, plain, say as phrased, timeText } from '@klubba/i18n';
import {
  alternativeFound,
  currentFrame,
  currentItem,
  currentLevel,
  currentQuestion,
  isCouncil,
  type ItemState,
  lastVote,
  type Meeting,
  openVote,
  proportionalNow,
  proposalName,
  quorum,
  type ShownMoment,
  shownMoment,
} from '@klubba/meeting';
import { ballotLines } from './ballot-part.ts';
import { html, type Html } from './html.ts';
import { proportionalLine } from './proportional-part.ts';
import { capital, dayOf, label, named, type Reader, say, titleOf } from './reader.ts';
import { counts, kindOf, meaning } from './votes.ts';

/** The one thing that happens now, large: a line above, the matter, and what is said of it. */
type Scene = {
  readonly kicker?: string;
  readonly clock?: string;
  readonly headline: string;
  readonly lines?: readonly (string | Html | undefined)[];
  /** Beside what is announced: it changes too often to be read aloud. */
  readonly beside?: Html;
};

/** Stands where a player would: the meeting in words, large, as it is at this moment. */
export function stage(meeting: Meeting, reader: Reader): Html {
  const moment = shownMoment(meeting);
  const { kicker, clock, headline, lines = [], beside } = sceneOf(moment, meeting, reader);
  return html`<section class="pub-stage" aria-labelledby="now">
    <h2 id="now" class="pub-unseen">${say(reader, 'public.now')}</h2>
    <div class="pub-scene" aria-live="polite" aria-atomic="true">
      ${kicker !== undefined && html`<p class="pub-kicker">${kicker}</p>`}
      ${clock !== undefined && html`<p class="pub-big">${clock}</p>`}
      <p class="pub-headline">${headline}</p>
      ${lines.map((line) => (line === undefined ? '' : typeof line === 'string' ? html`<p>${line}</p>` : line))}
    </div>
    ${beside}
  </section>`;
}

function sceneOf(moment: ShownMoment, meeting: Meeting, reader: Reader): Scene {
  switch (moment) {
    case 'before':
      return before(meeting, reader);
    case 'closed':
      return closed(meeting, reader);
    case 'adjourned':
      return adjourned(meeting, reader);
    case 'check':
      return { headline: say(reader, 'public.check'), lines: [say(reader, 'public.check.why')] };
    case 'doorsClosed':
      return closedDoors(meeting, reader);
    case 'rollCall':
      return rollCall(meeting, reader);
    case 'between':
      return between(meeting, reader);
    case 'debate':
      return inItem(meeting, reader, debateLines(meeting, reader));
    case 'finding':
    case 'chain':
      return inItem(meeting, reader, {
        lines: heldBallot(meeting, reader) ?? decidingLines(moment, meeting, reader),
      });
    case 'voting':
      return voting(meeting, reader);
    case 'result':
      return result(meeting, reader);
  }
}

function before(meeting: Meeting, reader: Reader): Scene {
  const { plan, agenda, attendance } = meeting;
  const checkedIn = Object.keys(attendance.present).length;
  return {
    kicker: say(reader, 'public.before.kicker'),
    clock: timeText(plan.startsAt),
    headline: say(reader, 'public.before.text', { ...dayOf(plan.date, reader), place: plan.place }),
    lines: [
      agenda.phase === 'checkIn' ? say(reader, 'public.before.checkedIn', { count: checkedIn }) : undefined,
      say(reader, 'public.before.stay'),
    ],
  };
}

function closed({ agenda }: Meeting, reader: Reader): Scene {
  const decided = Object.values(agenda.items).filter((item) => item.outcome === 'decided').length;
  const { closedAt } = agenda;
  return {
    kicker: say(reader, 'public.closed.kicker'),
    headline:
      closedAt === undefined
        ? say(reader, 'public.phase.closed')
        : say(reader, 'public.closed', { time: timeText(closedAt) }),
    lines: [say(reader, 'public.closed.decided', { count: decided }), say(reader, 'public.closed.why')],
  };
}

function adjourned({ adjournment }: Meeting, reader: Reader): Scene {
  const { current } = adjournment;
  if (current === undefined) return { headline: say(reader, 'public.adjourned') };
  const kicker = say(reader, 'public.adjourned.kicker', { time: timeText(current.from) });
  const why = `${label(reader, 'adjournment', current.cause)}.`;
  return current.until === undefined
    ? { kicker, headline: say(reader, 'public.adjourned'), lines: [why] }
    : { kicker, clock: timeText(current.until), headline: say(reader, 'public.adjourned.continues'), lines: [why] };
}

function closedDoors(meeting: Meeting, reader: Reader): Scene {
  const { closedFor } = meeting.secrecy;
  const number = closedFor === undefined ? 0 : (meeting.agenda.items[closedFor]?.number ?? 0);
  const council = isCouncil(meeting.plan.body.kind);
  const secret = closedFor !== undefined && meeting.agenda.items[closedFor]?.doors === 'secret';
  return {
    headline: say(reader, 'public.doors'),
    lines: [
      say(reader, council ? 'public.doors.council' : 'public.doors.other', { number }),
      council && !secret ? say(reader, 'public.doors.decision') : undefined,
      say(reader, 'public.doors.stay'),
    ],
  };
}

function rollCall(meeting: Meeting, reader: Reader): Scene {
  const { rollCall: call } = meeting.attendance;
  const seat = meeting.plan.seats.find((one) => one.id === call.called);
  const person = seat && (meeting.attendance.serving[seat.id]?.person ?? seat.holder);
  const answered = Object.values(call.answers).filter((answer) => answer === 'yes').length;
  const { seats, required } = quorum(meeting);
  return {
    kicker: say(reader, 'public.rollCall.kicker'),
    headline: person === undefined ? say(reader, 'public.rollCall.begins') : named(meeting, person),
    beside: html`<p class="pub-beside">${say(reader, 'public.rollCall.answered', { answered, seats, required })}</p>`,
  };
}

function between({ agenda }: Meeting, reader: Reader): Scene {
  const next = agenda.order.map((id) => agenda.items[id]).find((item) => item?.stage === 'waiting');
  return next === undefined
    ? { headline: say(reader, 'public.between.last') }
    : {
        kicker: say(reader, 'public.between.kicker'),
        headline: say(reader, 'public.between.next', { number: next.number, title: titleOf(next, reader) }),
      };
}

function inItem(meeting: Meeting, reader: Reader, scene: Pick<Scene, 'lines' | 'beside'>): Scene {
  const item = currentItem(meeting);
  if (item === undefined) return { headline: meeting.plan.body.name, ...scene };
  return { kicker: kickerOf(item, label(reader, 'stage', item.stage)), headline: titleOf(item, reader), ...scene };
}

/** A closed ballot is held in the item, or was counted in it. */
function heldBallot(meeting: Meeting, reader: Reader): readonly string[] | undefined {
  const item = currentItem(meeting);
  return item && ballotLines(meeting, item, reader);
}

function kickerOf(item: ItemState, what: string): string {
  return `§ ${item.number} · ${what}`;
}

function debateLines(meeting: Meeting, reader: Reader): Pick<Scene, 'lines' | 'beside'> {
  const speech = meeting.floor.speaking;
  const item = currentItem(meeting);
  const election = item && proportionalNow(meeting) && proportionalLine(meeting, item, reader);
  if (election !== undefined) return { lines: [election] };
  if (speech === undefined || speech.to !== undefined)
    return { lines: item?.stage === 'debate' ? [say(reader, 'public.speaking.nobody')] : [] };
  const remote = meeting.attendance.present[speech.person]?.mode === 'remote';
  const limit =
    speech.limit === null ? undefined : say(reader, 'public.speaking.of', { limit: durationText(speech.limit) });
  return {
    lines: [
      html`<p class="pub-speaker"><b>${say(reader, 'public.speaking', { name: named(meeting, speech.person) })}</b>${remote && html` <span>${say(reader, 'public.speaking.remote')}</span>`}</p>`,
    ],
    beside: html`<p class="pub-beside"><span class="pub-unseen">${say(reader, 'public.speaking.time')}</span> <span class="pub-clock" data-since="${speech.from}">${durationText((reader.now - speech.from) / 1000)}</span> ${limit}</p>`,
  };
}

function decidingLines(moment: 'finding' | 'chain', meeting: Meeting, reader: Reader): readonly string[] {
  const question = currentQuestion(meeting);
  if (question === undefined) return [];
  const frame = currentFrame(question);
  const chain =
    moment === 'chain'
      ? [
          `${say(reader, 'public.chain', { count: question.frames[0]?.alternatives.length ?? 0 })}. ${say(reader, 'public.chain.meaning')}`,
        ]
      : [];
  if (frame.found === undefined) {
    const names = question.alternatives.flatMap((one) => (one.proposal === undefined ? [] : [one.proposal]));
    const put = names.map((id) => capital(String(plain(reader.language, proposalName(meeting, id))))).join(' · ');
    return [...chain, say(reader, 'public.put'), put];
  }
  const found = phrased(reader.language, alternativeFound(meeting, question, frame.found, currentLevel(question) > 0));
  return [
    ...chain,
    say(reader, 'public.finding', { found: `${found}.` }),
    say(reader, frame.demandedBy === undefined ? 'public.finding.may' : 'public.finding.demanded'),
  ];
}

function voting(meeting: Meeting, reader: Reader): Scene {
  const vote = openVote(meeting.decisions);
  const item = currentItem(meeting);
  if (vote === undefined || item === undefined) return { headline: meeting.plan.body.name };
  const shown = meeting.plan.body.settings.whoHasVotedIsShown.value;
  const values = { voted: Object.keys(vote.cast).length, electors: vote.electors.length };
  const headline =
    vote.state === 'tied'
      ? 'public.vote.tied'
      : vote.state === 'frozen'
        ? 'public.vote.frozen'
        : 'public.vote.openUncounted';
  const counted = shown && vote.state === 'open';
  return {
    kicker: kickerOf(item, kindOf(meeting.decisions.questions[vote.question], vote, reader)),
    headline: say(reader, headline),
    lines: [...meaning(meeting, vote, reader), vote.state === 'open' ? say(reader, 'public.vote.hint') : undefined],
    ...(counted ? { beside: html`<p class="pub-beside">${say(reader, 'public.vote.open', values)}</p>` } : {}),
  };
}

function result(meeting: Meeting, reader: Reader): Scene {
  const vote = lastVote(meeting);
  const item = currentItem(meeting);
  const question = vote && meeting.decisions.questions[vote.question];
  const ballot = heldBallot(meeting, reader);
  if (ballot !== undefined) return inItem(meeting, reader, { lines: ballot });
  if (vote?.result === undefined || item === undefined || question === undefined)
    return inItem(meeting, reader, debateLines(meeting, reader));
  const { outcome } = vote.result;
  const found = capital(phrased(reader.language, alternativeFound(meeting, question, outcome, vote.level > 0)));
  return {
    kicker: kickerOf(item, kindOf(question, vote, reader)),
    headline: `${found}.`,
    lines: [html`<div>${counts(vote.result, reader)}</div>`, ...meaning(meeting, vote, reader)],
  };
}

/** A body whose meetings are not the public's: that it meets, where, and how far it has come. */
export function notPublicStage({ plan, agenda }: Meeting, reader: Reader): Html {
  const when =
    agenda.phase === 'closed' && agenda.closedAt !== undefined
      ? say(reader, 'public.notPublic.closed', { time: timeText(agenda.closedAt) })
      : agenda.phase === 'open' && agenda.openedAt !== undefined
        ? say(reader, 'public.notPublic.open', { time: timeText(agenda.openedAt) })
        : say(reader, 'public.notPublic.planned', { time: timeText(plan.startsAt) });
  return html`<section class="pub-stage" aria-labelledby="now">
    <h2 id="now" class="pub-unseen">${say(reader, 'public.now')}</h2>
    <div class="pub-scene" aria-live="polite" aria-atomic="true">
      <p class="pub-kicker">${when}</p>
      <p class="pub-headline">${say(reader, 'public.notPublic')}</p>
      <p>${say(reader, 'public.notPublic.text', { body: String(plain(reader.language, { organ: plan.body.name })) })}</p>
    </div>
  </section>`;
}

/** Below the stage while there is a meeting to follow: why there is no picture. */
export function noPicture(meeting: Meeting, reader: Reader): Html | undefined {
  if (meeting.agenda.phase === 'closed') return undefined;
  return html`<p class="pub-note">${say(reader, 'public.noPicture')}</p>`;
}
