import type {
  Alternative,
  AlternativeId,
  Choice,
  Item,
  PersonId,
  ProposalId,
  Question,
  QuestionDraft,
  QuestionId,
  QuestionKind,
  SettledBy,
} from '@klubba/meeting';
import { CHAIR, inFullNumber, presentToBe, type Stage } from './hall.ts';
import { type MinutedVote, type Paragraph, sameAlternative } from './minutes.ts';
import type { Remit } from './remits.ts';

const SEATS: Readonly<Record<string, number>> = { KF: 81, KS: 13 };
const COUNCIL = 'KF';
const ITEM = 'item-1' as Item['id'];
const OTHER = 'a proposal that fell without a vote';

/** One vote with what it settles. `counter`: it chooses the counter-proposition of the vote that follows. */
type Vote = MinutedVote & { readonly kind: QuestionKind; readonly wanted?: 'yes' | 'no'; readonly counter: boolean };
/** A question as the minutes put it: the main vote last, counter-proposition votes before it. */
type Put = { readonly kind: QuestionKind; readonly votes: readonly Vote[]; readonly addressee?: string };

export type Replayed = {
  readonly votes: number;
  readonly deviations: readonly string[];
  readonly remarks: readonly string[];
};

/** Moves, puts, finds, votes and closes everything that the paragraph tells of, and compares each outcome with the minutes. */
export function replayParagraph(paragraph: Paragraph, remits: readonly Remit[] = []): Replayed {
  const deviations: string[] = [];
  const remarks: string[] = [];
  for (const matter of mattersOf(paragraph, remits)) {
    try {
      replayMatter(paragraph, matter, remits, deviations, remarks);
    } catch (error) {
      const quote = matter.at(-1)?.votes.at(-1)?.after.slice(0, 200) ?? '';
      deviations.push(
        `${paragraph.id}: ${error instanceof Error ? error.message : String(error)}; the minutes: “${quote}”`,
      );
    }
  }
  return { votes: paragraph.votes.length, deviations, remarks };
}

/** Whether an interpellation or a question may be put is one matter for each; everything else in the paragraph is one matter. */
function mattersOf(paragraph: Paragraph, remits: readonly Remit[]): readonly (readonly Put[])[] {
  const puts = putsOf(paragraph.votes.map(classified), remits);
  const asked = puts.filter((put) => put.kind === 'admission').map((put) => [put]);
  const rest = puts.filter((put) => put.kind !== 'admission');
  return rest.length > 0 ? [...asked, rest] : asked;
}

function classified(vote: MinutedVote): Vote {
  const sides = { yes: vote.yes.toLowerCase(), no: vote.no.toLowerCase() };
  const side = (pattern: RegExp) => (pattern.test(sides.yes) ? 'yes' : pattern.test(sides.no) ? 'no' : undefined);
  const header = vote.before.slice(vote.before.lastIndexOf('. ') + 1);
  const about = `${sides.yes} ${sides.no}`;
  const made = (kind: QuestionKind, wanted?: 'yes' | 'no'): Vote => ({
    ...vote,
    kind,
    ...(wanted ? { wanted } : {}),
    counter: kind === 'main' && /motförslag/iu.test(header),
  });
  if (/(framställas|ställas)$/u.test(sides.yes) || /få (framställas|ställas)/u.test(about))
    return made('admission', /inte (ska )?få|inte ska/u.test(sides.yes) ? 'no' : 'yes');
  if (/återremi|remittera/u.test(about))
    return made(
      'referralBack',
      side(/^(för )?ärendets återremiss|^bifall|^att (åter)?remittera|återremiss(?!yrkande)/u) ?? 'no',
    );
  if (/bordlägg/u.test(about))
    return made('tabling', side(/^(?:för )?ärendets bordlägg|^bifall|^att bordlägga/u) ?? 'no');
  const refusing = side(/^avslag/u);
  if (!refusing || /huvudvotering|motförslag/iu.test(header)) return made('main');
  const plain = /kommunstyrelsens förslag|kontorets förslag/u.test(about) && !/tillägg/u.test(about);
  return plain ? made('main') : made('addition', refusing === 'yes' ? 'no' : 'yes');
}

/** Counter-proposition votes belong to the main vote that they lead to. */
function putsOf(votes: readonly Vote[], remits: readonly Remit[]): readonly Put[] {
  const puts: Put[] = [];
  let chain: Vote[] = [];
  let referrals = 0;
  for (const [index, vote] of votes.entries()) {
    chain.push(vote);
    const next = votes[index + 1];
    const leads =
      vote.counter || (next !== undefined && vote.kind === 'main' && next.kind === 'main' && leadsTo(vote, next));
    if (leads && next?.kind === 'main') continue;
    const addressee = vote.kind === 'referralBack' ? addresseeOf(vote, remits[referrals]) : undefined;
    if (vote.kind === 'referralBack') referrals += 1;
    puts.push({ kind: vote.kind, votes: chain, ...(addressee === undefined ? {} : { addressee }) });
    chain = [];
  }
  return puts;
}

function leadsTo(vote: Vote, next: Vote): boolean {
  const winner = vote.counts.yes > vote.counts.no ? vote.yes : vote.no;
  return sameAlternative(winner, next.no) && !sameAlternative(vote.yes, next.yes);
}

/** To whom the minutes say that the matter goes, or would have gone. */
function addresseeOf(vote: Vote, remit: Remit | undefined): string | undefined {
  const told = /återremittera[^.]*? till ([\p{L} -]+?)(?= enligt| genom| \(|\.|$)/u.exec(vote.after)?.[1];
  if (told) return told.trim();
  return remit?.company === true ? 'ett kommunalt bolag AB' : undefined;
}

function isCompany(organ: string): boolean {
  return /\bAB\b|bolag/iu.test(organ);
}

function replayMatter(
  paragraph: Paragraph,
  puts: readonly Put[],
  remits: readonly Remit[],
  deviations: string[],
  remarks: string[],
): void {
  const stage = staged(paragraph, puts, remits);
  stage.do({ type: 'openItem', item: ITEM });
  const admission = puts[0]?.kind === 'admission';
  if (!admission) stage.do({ type: 'beginDebate' });
  const drafts = puts.map((put, index) => ({ put, draft: draftOf(stage, put, index) }));
  const goesOn =
    puts.some((p) => p.kind === 'referralBack' || p.kind === 'tabling') && !puts.some((p) => p.kind === 'main');
  const matter = goesOn ? draftOf(stage, { kind: 'main', votes: [] }, puts.length) : undefined;
  if (!admission) stage.do({ type: 'closeDebate' });
  stage.do({ type: 'proposeOrder', questions: [...drafts.map((d) => d.draft), ...(matter ? [matter] : [])] });
  stage.do({ type: 'approveOrder' });
  for (const { put, draft } of drafts) {
    if (stage.meeting.decisions.questions[draft.id]?.state !== 'current') {
      deviations.push(
        `${paragraph.id}: “${put.votes.at(-1)?.yes}” is voted on in the minutes, but has fallen in the heart`,
      );
      continue;
    }
    driven(stage, draft, put);
    compare(paragraph, stage, draft, put, deviations, remarks);
  }
  const left = matter && stage.meeting.decisions.questions[matter.id];
  if (left?.state === 'current') {
    const [found] = left.alternatives;
    stage.do({ type: 'putQuestion' });
    if (found) stage.do({ type: 'stateFinding', alternative: found.id });
    stage.do({ type: 'strikeGavel' });
  }
  if (!admission || stage.meeting.agenda.items[ITEM]?.stage === 'decided') stage.do({ type: 'closeItem' });
}

function staged({ organ, date, text }: Paragraph, puts: readonly Put[], remits: readonly Remit[]): Stage {
  const earlier = remits.length > 0 ? remits.some((r) => r.earlierMinority) : earlierMinorityIn(text);
  const organs = puts.flatMap((p) => (p.addressee && !isCompany(p.addressee) ? [p.addressee] : []));
  const admission =
    puts[0]?.kind === 'admission'
      ? /interpellation/iu.test(puts[0].votes[0]?.yes ?? '')
        ? 'interpellation'
        : 'question'
      : 'matter';
  const largest = Math.max(...puts.flatMap((p) => p.votes.map(presentIn)));
  const item: Partial<Item> = {
    kind: admission,
    preparedBy: ['kommunstyrelsen', ...organs],
    ...(earlier ? { earlierMinorityReferral: { date: '', section: '' } } : {}),
  };
  const seats = Math.max(SEATS[organ] ?? largest, largest);
  return inFullNumber(organ === COUNCIL ? 'council' : 'executiveBoard', seats, date, [item]);
}

/** An earlier minority referral of the same matter uses the right up, unless it was annulled (ORD-2, ORD-6). */
function earlierMinorityIn(text: string): boolean {
  return /återremitterades[^.]*minoritetsåterremiss/u.test(text) && !/upphäv|undanröj/u.test(text);
}

function presentIn({ counts }: MinutedVote): number {
  return counts.yes + counts.no + counts.abstain;
}

/** Moves what the question stands between, and makes the question of it. */
function draftOf(stage: Stage, put: Put, index: number): QuestionDraft {
  const id = `q${index + 1}` as QuestionId;
  const moved = (
    kind: 'amendment' | 'addition' | 'rejection' | 'referralBack' | 'tabling',
    text: string,
  ): ProposalId => {
    const mover = `seat-${3 + (stage.meeting.proposals.order.length % 5)}` as PersonId;
    const more =
      kind === 'referralBack' ? { reason: text, ...(put.addressee ? { addressee: put.addressee } : {}) } : {};
    const events = stage.do({ type: 'moveProposal', person: mover, kind, text, ...more }, mover);
    const [event] = events;
    if (event?.type !== 'ProposalMoved') throw new Error('nothing was moved');
    return event.proposal.id;
  };
  const alternatives: Omit<Alternative, 'id'>[] = [];
  const [first] = put.votes;
  switch (put.kind) {
    case 'admission':
      alternatives.push({ kind: 'admit' }, { kind: 'refuse', implicit: true });
      break;
    case 'referralBack':
      alternatives.push(
        { kind: 'decideToday', implicit: true },
        { kind: 'referBack', proposal: moved('referralBack', first?.no ?? OTHER) },
      );
      break;
    case 'tabling':
      alternatives.push({ kind: 'decideToday', implicit: true }, { kind: 'table', proposal: moved('tabling', '') });
      break;
    case 'addition':
      alternatives.push(
        { kind: 'adopt', proposal: moved('addition', first?.no ?? OTHER) },
        { kind: 'decline', implicit: true },
      );
      break;
    default:
      for (const words of wordings(put)) {
        const rejects = /^avslag/iu.test(words);
        alternatives.push(
          rejects
            ? { kind: 'rejection', proposal: moved('rejection', '') }
            : { kind: 'proposal', proposal: moved('amendment', words) },
        );
      }
      if (alternatives.length === 1) alternatives.push({ kind: 'rejection', implicit: true });
  }
  return {
    id,
    kind: put.kind,
    threshold: { kind: 'simple' },
    alternatives: alternatives.map((a, n) => ({ ...a, id: `${id}-${n + 1}` as AlternativeId })),
  };
}

/** All that the main question stands between, once each, and one more for each that fell before a vote without being voted on. */
function wordings(put: Put): readonly string[] {
  const seen: string[] = [];
  for (const vote of put.votes.toReversed())
    for (const words of [vote.yes, vote.no]) if (!seen.some((s) => sameAlternative(s, words))) seen.push(words);
  if (seen.length === 0) return [OTHER];
  return fallsUnvoted(put) ? [...seen, OTHER] : seen;
}

/** A counter-proposition was found and no vote on it demanded: somebody else's proposal fell there. */
function fallsUnvoted({ votes }: Put): boolean {
  const told = votes[0]?.before ?? '';
  const findings =
    told.match(/finner[^.]*?(?:m\.?\s?fl\.?[^.]*?)?(?:antagits|antas|utsetts|blir)[^.]*motförslag/giu)?.length ?? 0;
  return findings >= votes.length;
}

/** Puts, finds and votes as the minutes do: the main finding first, then each counter-proposition, then the votes from the deepest up. */
function driven(stage: Stage, draft: QuestionDraft, put: Put): void {
  const votes = put.votes.toReversed();
  const deepest = votes.at(-1);
  const unvoted = draft.alternatives.find(
    (a) => a.proposal && stage.meeting.proposals.byId[a.proposal]?.text === OTHER,
  );
  for (const vote of votes) {
    found(stage, sideOf(stage, draft, vote, 'yes'));
    const demands = stage.meeting.plan.seats.find((s) => s.number === 3)?.holder ?? CHAIR;
    stage.do({ type: 'demandVote', person: demands }, demands);
  }
  if (unvoted && deepest && votes.length > 0) {
    found(stage, sideOf(stage, draft, deepest, 'no'));
    stage.do({ type: 'strikeGavel' });
  }
  for (const vote of put.votes) balloted(stage, draft, vote);
  stage.do({ type: 'strikeGavel' });
}

function found(stage: Stage, alternative: AlternativeId): void {
  stage.do({ type: 'putQuestion' });
  stage.do({ type: 'stateFinding', alternative });
}

function sideOf(stage: Stage, draft: QuestionDraft, vote: Vote, side: 'yes' | 'no'): AlternativeId {
  const wantedKinds: readonly Alternative['kind'][] = ['admit', 'referBack', 'table', 'adopt'];
  const found =
    vote.kind === 'main'
      ? draft.alternatives.find((a) => {
          const words = a.proposal ? stage.meeting.proposals.byId[a.proposal] : undefined;
          return words?.kind === 'rejection'
            ? /^avslag/iu.test(vote[side])
            : words !== undefined && sameAlternative(words.text, vote[side]);
        })
      : draft.alternatives.find((a) => wantedKinds.includes(a.kind) === (vote.wanted === side));
  if (!found) throw new Error(`no alternative “${vote[side]}”`);
  return found.id;
}

function balloted(stage: Stage, draft: QuestionDraft, vote: Vote): void {
  presentToBe(stage, presentIn(vote));
  stage.do({ type: 'openVote', method: 'buttons' });
  const id = stage.meeting.decisions.openVote;
  const open = id && stage.meeting.decisions.votes[id];
  if (!id || !open) throw new Error('no vote is open');
  const chair = tied(vote) ? tieBreak(vote) : vote.counts.yes > 0 ? 'yes' : 'no';
  const left: Record<Choice, number> = { ...vote.counts };
  left[chair] -= 1;
  const choices: Choice[] = (['yes', 'no', 'abstain'] as const).flatMap((c) =>
    Array.from({ length: Math.max(0, left[c]) }, () => c),
  );
  for (const { person } of open.electors) {
    const choice = person === CHAIR ? chair : choices.shift();
    if (choice) stage.do({ type: 'castVote', vote: id, choice }, person);
  }
  stage.do({ type: 'closeVote' });
  if (sideOf(stage, draft, vote, 'yes') !== open.yes) throw new Error('the yes proposition is not the one found');
}

function tied({ counts }: MinutedVote): boolean {
  return counts.yes === counts.no;
}

/** How the chair voted: told by name, or by what the casting vote carried. */
function tieBreak(vote: Vote): 'yes' | 'no' {
  const named = /ordföranden [^()]*\([^()]*\)[^.()]*röstar (Ja|Nej)/u.exec(vote.after)?.[1];
  if (named) return named === 'Ja' ? 'yes' : 'no';
  const carried = /utslagsröst[^.]*/u.exec(vote.after)?.[0] ?? '';
  return sameAlternative(carried.split('att ').at(-1) ?? '', vote.no) ? 'no' : 'yes';
}

type Published = { readonly side: 'yes' | 'no'; readonly by: SettledBy; readonly words: string };

/** The outcome that the minutes record: in words where they have them, else by the numbers they give. */
function published(paragraph: Paragraph, vote: Vote, next: Vote | undefined): Published {
  const { counts, after, wanted } = vote;
  const words = /Omröstningen utfaller.*|röstar Ja.*/su.exec(after)?.[0].slice(0, 320) ?? after.slice(0, 320);
  const majority = counts.yes === counts.no ? tieBreak(vote) : counts.yes > counts.no ? 'yes' : 'no';
  const by: SettledBy = counts.yes === counts.no ? 'castingVote' : 'vote';
  if (vote.counter && next) {
    const side = sameAlternative(vote.yes, next.no) ? 'yes' : sameAlternative(vote.no, next.no) ? 'no' : majority;
    return { side, by, words: `Nej för ${next.no}` };
  }
  if (!wanted || (vote.kind !== 'referralBack' && vote.kind !== 'tabling')) return { side: majority, by, words };
  if (/inte (?:åter)?remittera|inte bordlägga/u.test(after))
    return { side: wanted === 'yes' ? 'no' : 'yes', by, words };
  if (paragraph.organ === COUNCIL && /minoritets(?:återremiss|bordläggning)/u.test(after))
    return { side: wanted, by: 'minority', words };
  return { side: majority, by, words };
}

function compare(
  paragraph: Paragraph,
  stage: Stage,
  draft: QuestionDraft,
  put: Put,
  deviations: string[],
  remarks: string[],
): void {
  const question: Question | undefined = stage.meeting.decisions.questions[draft.id];
  const results = Object.values(stage.meeting.decisions.votes).filter((v) => v.question === draft.id);
  for (const [index, vote] of put.votes.entries()) {
    const result = results[index]?.result;
    const main = index === put.votes.length - 1;
    const expected = published(paragraph, vote, put.votes[index + 1]);
    const outcome = main ? question?.outcome : result?.outcome;
    const by = main ? question?.settledBy : result?.settledBy;
    const wins = sideOf(stage, draft, vote, expected.side);
    const name = `${paragraph.id}, “Ja för ${vote.yes}. Nej för ${vote.no}”`;
    if (
      !result ||
      result.yes !== vote.counts.yes ||
      result.no !== vote.counts.no ||
      result.abstain !== vote.counts.abstain
    )
      deviations.push(
        `${name}: counted ${result?.yes}–${result?.no}–${result?.abstain}; the minutes: “${expected.words}”`,
      );
    if (outcome !== wins || by !== expected.by)
      deviations.push(
        `${name}: ${outcome === wins ? 'the same side' : 'the other side'} by ${by}, published by ${expected.by}; the minutes: “${expected.words}”`,
      );
    if (!fallsUnvoted(put)) remarks.push(...remarkOn(paragraph, vote));
  }
}

/** Minutes that find one proposal and then ask for Ja to another: told, for the outcome is the same. */
function remarkOn({ id }: Paragraph, vote: Vote): readonly string[] {
  const finding = vote.before
    .match(/finner att ([^.]*(?:m\.fl\.[^.]*)?)/gu)
    ?.at(-1)
    ?.replace(/^finner att /u, '');
  if (!vote.counter || !finding) return [];
  const who = (words: string) => words.replace(/^bifall till (?:förslaget|yrkandet) från /u, '').slice(0, 12);
  return finding.includes(who(vote.no)) && !finding.includes(who(vote.yes))
    ? [`${id}: the chair “finner att ${finding.trim()}”, and the vote asks Ja for ${vote.yes}`]
    : [];
}
