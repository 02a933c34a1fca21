import type { Alternative, Question } from '../decisions/types.ts';
import type { AlternativeId, ProposalId } from '../ids.ts';
import { nameKey } from '../minutes/passage-key.ts';
import { type Phrase, type PhraseValue, personWithParty, phrase, plainName } from '../phrase.ts';
import type { Meeting } from '../types.ts';

type Known = Pick<Meeting, 'plan' | 'proposals' | 'minutes' | 'agenda'>;

/**
 * What a proposal is called in script, propositions and minutes: "kommunstyrelsens förslag", "yrkandet från Karin Ahlqvist m.fl.".
 * The secretary may name it ("förslaget från M, D, L och KD"); the name then stands everywhere.
 */
export function proposalName(meeting: Known, id: ProposalId): PhraseValue {
  const proposal = meeting.proposals.byId[id];
  if (proposal === undefined) return phrase('alternative.name.unknown');
  const worded = meeting.minutes.wordings[nameKey(proposal.item, id)];
  if (worded !== undefined) return worded;
  if (proposal.organ !== undefined) return phrase('alternative.name.organ', { organ: { owner: proposal.organ } });
  if (proposal.kind === 'nomination')
    return phrase('alternative.name.nomination', { persons: personsOf(meeting, proposal.candidates ?? []) });
  if (proposal.mover === undefined) return phrase('alternative.name.unknown');
  const form = proposal.kind === 'addition' ? 'addition' : proposal.kind === 'referralBack' ? 'referralBack' : 'moved';
  const others = proposal.supporters.some((supporter) => supporter !== proposal.mover);
  return phrase(`alternative.name.${form}`, {
    name: plainName(meeting.plan, proposal.mover),
    others: others ? 'yes' : 'no',
  });
}

export function alternativeOf(question: Question, id: AlternativeId): Alternative | undefined {
  return question.alternatives.find((alternative) => alternative.id === id);
}

/** "bifall till kommunstyrelsens förslag": what a Yes or a No is for. */
export function alternativeNoun(meeting: Known, question: Question, id: AlternativeId): Phrase {
  return inForm('noun', meeting, question, id);
}

/** "kommunstyrelsens förslag har bifallits": what the chair finds. `asCounter`: "… har antagits som motförslag". */
export function alternativeFound(meeting: Known, question: Question, id: AlternativeId, asCounter = false): Phrase {
  const alternative = alternativeOf(question, id);
  if (asCounter && alternative)
    return phrase('alternative.found.counter', { name: alternativeName(meeting, question, id) });
  return inForm('found', meeting, question, id);
}

/** "att bifalla kommunstyrelsens förslag": what the body decides. */
export function alternativeDecided(meeting: Known, question: Question, id: AlternativeId): Phrase {
  return inForm('decided', meeting, question, id);
}

/** "kommunstyrelsens förslag": as in the chain's boxes. */
export function alternativeName(meeting: Known, question: Question, id: AlternativeId): PhraseValue {
  const alternative = alternativeOf(question, id);
  const proposal = subjectOf(question, alternative);
  if (alternative?.proposal !== undefined && alternative.kind === 'proposal')
    return proposalName(meeting, alternative.proposal);
  return phrase(
    `alternative.short.${formOf(question, alternative)}`,
    proposal === undefined ? {} : { name: proposalName(meeting, proposal) },
  );
}

/** Who stands behind it, for the second line of a box: "M, L och KD". */
export function partiesBehind(meeting: Known, question: Question, id: AlternativeId): readonly string[] {
  const proposal = alternativeOf(question, id)?.proposal;
  const known = proposal === undefined ? undefined : meeting.proposals.byId[proposal];
  if (known === undefined) return [];
  const approving = Object.values(meeting.proposals.byId).filter((p) => p.of === known.id && p.state === 'onTable');
  const persons = [known, ...approving].flatMap((p) => [p.mover, ...p.supporters]);
  const behind = new Set(persons.map((person) => meeting.plan.people.find((p) => p.id === person)?.party));
  return meeting.plan.parties.filter((party) => behind.has(party.id)).map((party) => party.short);
}

function inForm(use: 'noun' | 'found' | 'decided', meeting: Known, question: Question, id: AlternativeId): Phrase {
  const alternative = alternativeOf(question, id);
  const subject = subjectOf(question, alternative);
  const proposal = subject === undefined ? undefined : meeting.proposals.byId[subject];
  return phrase(`alternative.${use}.${formOf(question, alternative)}`, {
    ...(subject === undefined ? {} : { name: proposalName(meeting, subject) }),
    ...(alternative?.kind === 'referBack'
      ? { addressee: proposal?.addressee ?? '', form: proposal?.addressee === undefined ? 'none' : 'to' }
      : {}),
    ...(question.kind === 'admission' ? { asker: askerOf(meeting, question) } : {}),
  });
}

/** The proposal that the alternative is about: its own, or for the other side of a yes-or-no question the one it denies. */
function subjectOf(question: Question, alternative: Alternative | undefined): ProposalId | undefined {
  return (
    alternative?.proposal ??
    (alternative?.implicit ? question.alternatives.find((a) => a.proposal !== undefined)?.proposal : undefined)
  );
}

/** One grammatical form for each kind of alternative in each kind of question. */
function formOf(question: Question, alternative: Alternative | undefined): string {
  if (alternative === undefined) return 'unknown';
  const alone = subjectOf(question, alternative) === undefined;
  switch (alternative.kind) {
    case 'admit':
    case 'refuse':
      return question.kind === 'admission' ? `${alternative.kind}Question` : `${alternative.kind}Proposal`;
    case 'adopt':
    case 'decline':
      if (alone) return question.kind === 'addition' ? `${alternative.kind}Bloc` : `${alternative.kind}Plain`;
      return question.alternatives.some((a) => a.kind === 'rejection') ? `${alternative.kind}Plain` : alternative.kind;
    case 'rejection':
      return alone || !alternative.implicit ? 'rejectionPlain' : 'rejection';
    case 'proposal':
    case 'decideToday':
    case 'referBack':
    case 'table':
      return alternative.kind;
  }
}

function askerOf(meeting: Known, question: Question): string {
  const asker = meeting.agenda.items[question.item]?.asker;
  return asker === undefined ? '' : personWithParty(meeting.plan, asker);
}

function personsOf(meeting: Known, persons: readonly Parameters<typeof personWithParty>[1][]): readonly string[] {
  return persons.map((person) => personWithParty(meeting.plan, person));
}
