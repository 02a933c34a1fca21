import type { ItemState } from '../agenda/types.ts';
import type { Frame, Question, Vote, VoteResult } from '../decisions/types.ts';
import { type Phrase, type PhraseValue, personWithParty, phrase } from '../phrase.ts';
import {
  alternativeDecided,
  alternativeFound,
  alternativeName,
  alternativeNoun,
  alternativeOf,
} from '../script/alternatives.ts';
import type { Fact } from '../types.ts';
import type { Passage } from './shape.ts';
import { ballotPassages } from './closed-ballots.ts';
import { proportionalPassages } from './proportional.ts';
import { factsOf } from './facts-by-item.ts';
import { factsOfType, type Known, passage } from './known.ts';
import { passageKey } from './passage-key.ts';

type Told = {
  readonly known: Known;
  readonly item: ItemState;
  readonly question: Question;
  readonly facts: readonly Fact[];
};

/** Beslutsgång: the order, each proposition with the chair's finding, each vote with its approved proposition and figures (KL 5:67 p. 2–3). */
export function procedurePassages(known: Known, item: ItemState): readonly Passage[] {
  const facts = factsOf(known.byItem, item.id).own;
  const order = factsOfType(facts, 'OrderApproved').slice(-1);
  const approved = order.map((fact) =>
    passage(
      'procedure',
      passageKey(item.id, 'order'),
      'orderApproved',
      { body: { organ: known.meeting.plan.body.name } },
      [fact],
    ),
  );
  // They stand in the order in which they are put.
  const questions = Object.values(known.meeting.decisions.questions).filter(
    (q) => q.item === item.id && q.frames[0]?.put !== undefined,
  );
  return [
    ...(questions.length > 1 ? approved : []),
    ...questions.flatMap((question) => told({ known, item, question, facts })),
    ...ballotPassages(known, item, facts),
    ...proportionalPassages(known, item, facts),
  ];
}

function told(question: Told): readonly Passage[] {
  return [
    ...question.question.frames.flatMap((frame, level) => proposition(question, frame, level)),
    ...votesTold(question),
  ];
}

/** Proposition, finding and demand on one level of the chain. */
function proposition(told: Told, frame: Frame, level: number): readonly Passage[] {
  const { item, question } = told;
  if (frame.found === undefined) return [];
  const found = frame.found;
  const put = factsOfType(told.facts, 'QuestionPut', 'FindingStated').filter(
    (f) => f.event.question === question.id && f.event.level === level,
  );
  const finding = passage(
    'procedure',
    passageKey(item.id, 'finding', question.id, level),
    ...findingWords(told, frame, level, found),
    put,
  );
  if (frame.demandedBy === undefined) return [finding];
  const demand = factsOfType(told.facts, 'VoteDemanded').filter(
    (f) => f.event.question === question.id && f.event.level === level,
  );
  const name = alternativeName(told.known.meeting, question, found);
  const last = frame.alternatives.length <= 2;
  const words = last ? 'demand.plain' : level === 0 ? 'demand.main' : 'demand.counter';
  return [
    finding,
    passage('procedure', passageKey(item.id, 'demand', question.id, level), words, last ? {} : { name }, demand),
  ];
}

function findingWords(
  told: Told,
  frame: Frame,
  level: number,
  found: NonNullable<Frame['found']>,
): [string, Readonly<Record<string, PhraseValue>>] {
  const { meeting } = told.known;
  const { question } = told;
  if (level > 0) return ['finding.counter', { finding: alternativeFound(meeting, question, found, true) }];
  const finding = alternativeFound(meeting, question, found);
  const moved = question.alternatives.filter((a) => !a.implicit && frame.alternatives.includes(a.id));
  const [only] = moved;
  const plain = question.kind === 'main' || question.kind === 'clause' || question.kind === 'election';
  if (plain && moved.length === 1 && only)
    return ['finding.single', { name: alternativeName(meeting, question, only.id), finding }];
  const form = plain ? alternativeName : alternativeNoun;
  return ['finding.several', { alternatives: frame.alternatives.map((id) => form(meeting, question, id)), finding }];
}

function votesTold(told: Told): readonly Passage[] {
  // In the order in which they were opened, one at a time.
  const votes = Object.values(told.known.meeting.decisions.votes).filter((vote) => vote.question === told.question.id);
  return votes.flatMap((vote) => (vote.state === 'annulled' ? annulled(told, vote) : closed(told, vote)));
}

function annulled({ item, facts }: Told, vote: Vote): readonly Passage[] {
  const annulment = factsOfType(facts, 'VoteAnnulled').filter((f) => f.event.vote === vote.id);
  return [
    passage('procedure', passageKey(item.id, 'annulled', vote.id), 'voteAnnulled', {}, annulment, {
      verbatim: annulment.map((f) => f.event.reason),
    }),
  ];
}

function closed(told: Told, vote: Vote): readonly Passage[] {
  const { known, item, question, facts } = told;
  const { result } = vote;
  if (result === undefined) return [];
  const about = factsOfType(facts, 'VoteOpened', 'VoteTied', 'VoteClosed', 'LotDrawn').filter(
    (f) => f.event.vote === vote.id,
  );
  const { yes, no, abstain, absent } = result;
  const values = {
    yesFor: alternativeNoun(known.meeting, question, vote.yes),
    noFor: alternativeNoun(known.meeting, question, vote.no),
    yes,
    no,
    abstain,
    absent,
    annex: known.votes.find((annex) => annex.vote === vote.id)?.number ?? 0,
  };
  const figures = passage('procedure', passageKey(item.id, 'vote', vote.id), 'vote', values, about, {
    heading: voteHeading(question, vote),
  });
  return [figures, ...consequence(told, vote, result, about)];
}

function voteHeading(question: Question, vote: Vote): Phrase {
  if (vote.level > 0) return phrase('minutes.heading.counterVote');
  return phrase(question.frames.length > 1 ? 'minutes.heading.mainVote' : 'minutes.heading.vote');
}

/** What follows from the figures where they do not speak for themselves. */
function consequence(
  { known, item, question }: Told,
  vote: Vote,
  result: VoteResult,
  facts: readonly Fact[],
): readonly Passage[] {
  const { meeting } = known;
  const body = { organ: meeting.plan.body.name };
  const key = passageKey(item.id, 'consequence', vote.id);
  const decided =
    vote.level > 0
      ? phrase('alternative.decided.counter', { name: alternativeName(meeting, question, result.outcome) })
      : alternativeDecided(meeting, question, result.outcome);
  switch (result.settledBy) {
    case 'castingVote':
      return [passage('procedure', key, 'castingVote', { body, decided }, facts)];
    case 'lot':
      return [passage('procedure', key, 'lot', { body, decided, witness: witness(known, facts) }, facts)];
    case 'minority':
      return [passage('procedure', key, 'minority', { body, decided }, facts)];
    case 'vote':
    case 'acclamation':
      return vote.level > 0 ? [passage('procedure', key, 'counterChosen', { body, decided }, facts)] : [];
  }
}

function witness(known: Known, facts: readonly Fact[]): string {
  const [drawn] = factsOfType(facts, 'LotDrawn');
  return drawn === undefined ? '' : personWithParty(known.meeting.plan, drawn.event.witness);
}

/** What was decided, with the words that now are the body's (KL 5:67 p. 4). */
export function decisionPassages(known: Known, item: ItemState): readonly Passage[] {
  const { meeting } = known;
  const facts = factsOf(known.byItem, item.id).own;
  const settled = (meeting.decisions.decided[item.id] ?? []).flatMap(({ question: id, outcome }) => {
    const question = meeting.decisions.questions[id];
    if (question === undefined || alternativeOf(question, outcome)?.kind === 'decideToday') return [];
    const about = factsOfType(facts, 'QuestionSettled').filter((f) => f.event.question === id);
    const values = { body: { organ: meeting.plan.body.name }, decided: alternativeDecided(meeting, question, outcome) };
    return [
      passage('decision', passageKey(item.id, 'decision', id), 'decision', values, about, {
        verbatim: wordsOf(known, item, question, outcome),
      }),
    ];
  });
  const closing = factsOfType(facts, 'ItemClosed');
  const quiet = settled.length === 0 && (item.outcome === 'noted' || item.outcome === 'carriedOver');
  return quiet
    ? [
        passage(
          'decision',
          passageKey(item.id, 'outcome'),
          `outcome.${item.outcome}`,
          { body: { organ: meeting.plan.body.name } },
          closing,
        ),
      ]
    : settled;
}

/** The decided proposal word for word: its own text, or the preparing body's clauses. */
function wordsOf(
  known: Known,
  item: ItemState,
  question: Question,
  outcome: NonNullable<Question['outcome']>,
): readonly string[] {
  const alternative = alternativeOf(question, outcome);
  const proposal = alternative?.proposal === undefined ? undefined : known.meeting.proposals.byId[alternative.proposal];
  if (proposal === undefined) return [];
  if (alternative?.kind === 'referBack') return [proposal.reason ?? ''];
  if (proposal.organ === undefined || item.tabled === undefined) return [proposal.text];
  const { clauses, text } = item.tabled;
  if (question.clause !== undefined) return [clauses?.[question.clause - 1] ?? text];
  if (clauses === undefined || clauses.length === 0) return [text];
  const alone = clausesDecidedAlone(known, item);
  return clauses.filter((_, index) => !alone.has(index + 1));
}

/** A clause that had a question of its own is decided there, maybe in other words. */
function clausesDecidedAlone({ meeting: { decisions } }: Known, item: ItemState): ReadonlySet<number> {
  const decided = decisions.decided[item.id] ?? [];
  return new Set(decided.flatMap(({ question }) => decisions.questions[question]?.clause ?? []));
}
