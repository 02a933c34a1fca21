import type { AlternativeId, Choice, Item, PersonId, QuestionId } from '@klubba/meeting';
import { CHAIR, inFullNumber, presentToBe } from './hall.ts';

/** One row of the remits file: a vote on referral back in the council. */
export type Remit = {
  readonly id: string;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly absent: number;
  readonly present: number;
  readonly third: number;
  readonly earlierMinority: boolean;
  /** The addressee was a municipal company, which prepares nothing (ORD-5). */
  readonly company: boolean;
  readonly outcome: string;
};

export function readRemits(text: string): readonly Remit[] {
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/u, '')
    .trim()
    .split(/\r?\n/u);
  const names = head.split(';').map((n) => n.trim());
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split(';');
      const cell = (name: string) => cells[names.indexOf(name)]?.trim() ?? '';
      const outcome = cell('utfall_enligt_protokoll');
      return {
        id: cell('id'),
        for: Number(cell('for')),
        against: Number(cell('mot')),
        abstain: Number(cell('avstar')),
        absent: Number(cell('franvarande')),
        present: Number(cell('narvarande')),
        third: Number(cell('tredjedel')),
        earlierMinority: /^(true|ja|1)$/iu.test(cell('tidigare_minoritet')),
        company: /bolag/iu.test(outcome),
        outcome,
      };
    });
}

const COUNCIL_SEATS = 81;
const ITEM = 'item-1' as Item['id'];

/** The referral is moved, put, found to fall, voted on and closed; its outcome is compared with the minutes'. */
export function replayRemit(remit: Remit): readonly string[] {
  const { id, outcome } = remit;
  try {
    const [carried, by, present] = carry(remit);
    const told = carried ? (by === 'minority' ? 'minoritetsaterremiss' : 'aterremiss majoritet') : 'faller';
    const same = outcome.startsWith(told) || (told === 'aterremiss majoritet' && outcome.startsWith('aterremiss'));
    const cast = remit.for + remit.against + remit.abstain;
    const third = Math.ceil(present / 3);
    return [
      ...(same
        ? []
        : [
            `${id}: ${told}, in the minutes “${outcome}” (${remit.for}–${remit.against}–${remit.abstain}, a third of ${present} is ${third})`,
          ]),
      ...(remit.present === cast
        ? []
        : [
            `${id}: the votes ${remit.for} + ${remit.against} + ${remit.abstain} are ${cast}, and “${remit.present}” are said to be present`,
          ]),
      ...(third === remit.third ? [] : [`${id}: a third of ${present} is ${third}, said to be “${remit.third}”`]),
    ];
  } catch (error) {
    return [`${id}: ${error instanceof Error ? error.message : String(error)}; in the minutes “${outcome}”`];
  }
}

function carry(remit: Remit): readonly [carried: boolean, by: string | undefined, present: number] {
  const cast = remit.for + remit.against + remit.abstain;
  const item: Partial<Item> = {
    preparedBy: ['kommunstyrelsen'],
    ...(remit.earlierMinority ? { earlierMinorityReferral: { date: '', section: '' } } : {}),
  };
  const date = /\d{4}-\d{2}-\d{2}/u.exec(remit.id)?.[0] ?? '2024-01-01';
  const stage = inFullNumber('council', Math.max(COUNCIL_SEATS, cast), date, [item]);
  const mover = 'seat-3' as PersonId;
  stage.do({ type: 'openItem', item: ITEM });
  stage.do({ type: 'beginDebate' });
  const addressee = remit.company ? 'ett kommunalt bolag' : 'kommunstyrelsen';
  stage.do({ type: 'moveProposal', person: mover, kind: 'referralBack', text: '', reason: remit.id, addressee }, mover);
  const proposal = stage.meeting.proposals.order.at(-1);
  if (!proposal) throw new Error('nothing was moved');
  stage.do({ type: 'closeDebate' });
  const today = 'q1-1' as AlternativeId;
  const back = 'q1-2' as AlternativeId;
  stage.do({
    type: 'proposeOrder',
    questions: [
      {
        id: 'q1' as QuestionId,
        kind: 'referralBack',
        threshold: { kind: 'simple' },
        alternatives: [
          { id: today, kind: 'decideToday', implicit: true },
          { id: back, kind: 'referBack', proposal },
        ],
      },
    ],
  });
  stage.do({ type: 'approveOrder' });
  stage.do({ type: 'putQuestion' });
  stage.do({ type: 'stateFinding', alternative: today });
  stage.do({ type: 'demandVote', person: mover }, mover);
  presentToBe(stage, cast);
  stage.do({ type: 'openVote', method: 'buttons' });
  const vote = stage.meeting.decisions.openVote;
  const open = vote && stage.meeting.decisions.votes[vote];
  if (!vote || !open) throw new Error('no vote is open');
  const chair: Choice = remit.against > 0 ? 'yes' : 'no';
  const left: Record<Choice, number> = { yes: remit.against, no: remit.for, abstain: remit.abstain };
  left[chair] -= 1;
  const choices = (['yes', 'no', 'abstain'] as const).flatMap((c) =>
    Array.from({ length: Math.max(0, left[c]) }, () => c),
  );
  for (const { person } of open.electors) {
    const choice = person === CHAIR ? chair : choices.shift();
    if (choice) stage.do({ type: 'castVote', vote, choice }, person);
  }
  stage.do({ type: 'closeVote' });
  stage.do({ type: 'strikeGavel' });
  const settled = stage.meeting.decisions.questions['q1' as QuestionId];
  return [settled?.outcome === back, settled?.settledBy, open.electors.length];
}
