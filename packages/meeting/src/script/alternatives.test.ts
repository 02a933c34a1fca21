import { describe, expect, it } from 'vitest';
import type { AlternativeId, PersonId, ProposalId } from '../ids.ts';
import { nameKey } from '../minutes/passage-key.ts';
import type { Phrase, PhraseValue } from '../phrase.ts';
import type { Item, MeetingPlan } from '../plan.ts';
import { companyPlan, inSession, item, itemId, person, type Scene, withItem } from '../testing/index.ts';
import { gapsText } from '../testing/phrase-text.ts';
import { hallOf, inDebate, member, moves, question, toDecision } from '../testing/procedure.ts';
import { tabledProposalId } from '../proposals/evolve.ts';
import {
  alternativeDecided,
  alternativeFound,
  alternativeName,
  alternativeNoun,
  partiesBehind,
  proposalName,
} from './alternatives.ts';

const M1 = '{name: name.moved {name: M 1; others: no}}';
const COMMITTEE = '{name: name.organ {organ: Kommunstyrelsen’s}}';

const text = (value: PhraseValue): string => gapsText({ value }, String).replace(/^ \{value: (.*)\}$/su, '$1');
const phraseText = ({ key, values }: Phrase): string => text({ key, values });

/** Each alternative of the current question, as told in its three forms (the same gaps in all) and in short. */
function forms(scene: Scene): readonly string[] {
  const { meeting } = scene;
  const current = question(scene);
  return current.alternatives.map(({ id }) => {
    const [noun, found, decided] = [
      alternativeNoun(meeting, current, id),
      alternativeFound(meeting, current, id),
      alternativeDecided(meeting, current, id),
    ].map(phraseText);
    const bare = noun?.replace(/^noun\./u, '');
    expect([found, decided]).toEqual([`found.${bare}`, `decided.${bare}`]);
    return `${bare} | ${text(alternativeName(meeting, current, id))}`;
  });
}

const hall = (change: Partial<Item> = {}, kind: Item['kind'] = 'matter'): MeetingPlan =>
  hallOf({ S: 4, M: 3, C: 2 }, { items: [item(4, 'Skolan', kind, change)] });
const debated = (change: Partial<Item> = {}, kind: Item['kind'] = 'matter'): Scene => inDebate(hall(change, kind), 4);
const moved = (
  scene: Scene,
  party: string,
  kind: Parameters<typeof moves>[2],
  more: Parameters<typeof moves>[3] = {},
) => moves(scene, member(party), kind, { text: 'Ett förslag.', ...more })[0];
const nominations = (places: number, ...who: readonly PersonId[]) =>
  who.reduce(
    (scene, one) => moves(scene, member('M'), 'nomination', { candidates: [one] })[0],
    debated({ election: { office: 'revisor', places } }, 'election'),
  );
const toQuestion = (scene: Scene, enBlocAdditions = false) =>
  scene.after({ type: 'closeDebate' }).after({ type: 'proposeOrder', enBlocAdditions }).after({ type: 'approveOrder' });
const gavelled = (scene: Scene) => {
  const put = scene.after({ type: 'putQuestion' });
  const [first] = question(put).alternatives;
  if (first === undefined) throw new Error('Nothing is put.');
  return put.after({ type: 'stateFinding', alternative: first.id }).after({ type: 'strikeGavel' });
};

describe('what a question may be answered with, in words', () => {
  it.each<[string, () => Scene, readonly string[]]>([
    [
      'a proposal alone: yes, or no to it',
      () => toQuestion(debated()),
      [
        `proposal ${COMMITTEE} | name.organ {organ: Kommunstyrelsen’s}`,
        `rejection ${COMMITTEE} | short.rejection ${COMMITTEE}`,
      ],
    ],
    [
      'two proposals: each for itself',
      () => toQuestion(moved(debated(), 'M', 'amendment')),
      [
        `proposal ${COMMITTEE} | name.organ {organ: Kommunstyrelsen’s}`,
        `proposal ${M1} | name.moved {name: M 1; others: no}`,
      ],
    ],
    [
      'a rejection that somebody has moved: plain, whatever it is moved against',
      () => toQuestion(moved(debated(), 'M', 'rejection')),
      [
        `proposal ${COMMITTEE} | name.organ {organ: Kommunstyrelsen’s}`,
        `rejectionPlain ${M1} | short.rejectionPlain ${M1}`,
      ],
    ],
    [
      'a rejection alone: to adopt is to say no to it',
      () => toQuestion(moved(debated({ tabled: undefined } as never), 'M', 'rejection')),
      [`rejectionPlain ${M1} | short.rejectionPlain ${M1}`, `adoptPlain ${M1} | short.adoptPlain ${M1}`],
    ],
    [
      'tabling: today, or later',
      () => toQuestion(moved(debated(), 'M', 'tabling')),
      [`decideToday ${M1} | short.decideToday ${M1}`, `table ${M1} | short.table ${M1}`],
    ],
    [
      'an addition: adopted or not',
      () => gavelled(toQuestion(moved(debated(), 'M', 'addition'))),
      [
        'adopt {name: name.addition {name: M 1; others: no}} | short.adopt {name: name.addition {name: M 1; others: no}}',
        'decline {name: name.addition {name: M 1; others: no}} | short.decline {name: name.addition {name: M 1; others: no}}',
      ],
    ],
    [
      'additions together: all or none',
      () => gavelled(toQuestion(moved(moved(debated(), 'M', 'addition'), 'C', 'addition'), true)),
      ['adoptBloc | short.adoptBloc', 'declineBloc | short.declineBloc'],
    ],
    [
      'a proposal refused as unlawful: put all the same, or not',
      () => {
        const [scene, proposal] = moves(debated(), member('M'), 'amendment', { text: 'Olagligt.' });
        return toQuestion(scene.after({ type: 'refuseProposal', proposal, ground: 'unlawful' }));
      },
      [`refuseProposal ${M1} | short.refuseProposal ${M1}`, `admitProposal ${M1} | short.admitProposal ${M1}`],
    ],
    [
      'one nominated: elected or not',
      () => toQuestion(nominations(1, member('S', 3))),
      [
        'proposal {name: name.nomination {persons: [S 3 (S)]}} | name.nomination {persons: [S 3 (S)]}',
        'decline {name: name.nomination {persons: [S 3 (S)]}} | short.decline {name: name.nomination {persons: [S 3 (S)]}}',
      ],
    ],
    [
      'as many nominated as there are places: together',
      () => toQuestion(nominations(2, member('S', 3), member('C', 2))),
      ['adoptPlain | short.adoptPlain', 'declinePlain | short.declinePlain'],
    ],
    [
      'in a company: neither proposal may reach what the law asks for',
      () => {
        const annika = person('Annika Stjernholm');
        const open = withItem(inSession(companyPlan({ items: [item(63, 'Investering')] })), 63);
        const [scene] = moves(open.after({ type: 'beginDebate' }), annika, 'amendment', { text: 'Mindre.' });
        return toQuestion(scene);
      },
      [
        `proposal ${COMMITTEE} | name.organ {organ: Kommunstyrelsen’s}`,
        'proposal {name: name.moved {name: Annika Stjernholm; others: no}} | name.moved {name: Annika Stjernholm; others: no}',
        `rejection ${COMMITTEE} | short.rejection ${COMMITTEE}`,
      ],
    ],
  ])('%s', (_, scene, expected) => {
    expect(forms(scene())).toEqual(expected);
  });

  it.each<[string, Parameters<typeof moves>[3], string]>([
    ['back to an organ', { reason: 'Utreds.', addressee: 'Byggnadsnämnden' }, 'addressee: Byggnadsnämnden; form: to'],
    ['back to whoever prepared it', { reason: 'Utreds.' }, 'addressee: ; form: none'],
  ])('a referral %s', (_, more, to) => {
    const name = 'name: name.referralBack {name: M 1; others: no}';
    expect(forms(toQuestion(moved(debated(), 'M', 'referralBack', more)))).toEqual([
      `decideToday {${name}} | short.decideToday {${name}}`,
      `referBack {${name}; ${to}} | short.referBack {${name}}`,
    ]);
  });

  it.each<[string, Partial<Item>, string]>([
    ['by whom', { asker: member('M') }, ' {asker: M 1 (M)}'],
    ['by nobody known', {}, ' {asker: }'],
  ])('KL 5:62 whether an interpellation may be put, asked %s', (_, change, asker) => {
    const open = withItem(inSession(hall(change, 'interpellation')), 4);
    const scene = open.after({ type: 'proposeOrder' }).after({ type: 'approveOrder' });
    expect(forms(scene)).toEqual([
      `admitQuestion${asker} | short.admitQuestion`,
      `refuseQuestion${asker} | short.refuseQuestion`,
    ]);
  });

  it('a counter-proposition is found as that, whatever it is', () => {
    const scene = toQuestion(moved(moved(debated(), 'M', 'amendment'), 'C', 'rejection'));
    const current = question(scene);
    const asCounter = current.alternatives.map(({ id }) =>
      phraseText(alternativeFound(scene.meeting, current, id, true)),
    );
    expect(asCounter).toEqual([
      `found.counter ${COMMITTEE}`,
      `found.counter ${M1}`,
      'found.counter {name: short.rejectionPlain {name: name.moved {name: C 1; others: no}}}',
    ]);
  });

  it('one that is not among the question’s is unknown', () => {
    const scene = toQuestion(debated());
    const no = 'another' as AlternativeId;
    const current = question(scene);
    const said = [
      alternativeNoun(scene.meeting, current, no),
      alternativeFound(scene.meeting, current, no, true),
      alternativeDecided(scene.meeting, current, no),
    ];
    expect(said.map(phraseText)).toEqual(['noun.unknown', 'found.unknown', 'decided.unknown']);
    expect(text(alternativeName(scene.meeting, current, no))).toBe('short.unknown');
    expect(partiesBehind(scene.meeting, current, no)).toEqual([]);
  });
});

describe('what a proposal is called', () => {
  const name = (scene: Scene, id: ProposalId) => text(proposalName(scene.meeting, id));

  it('with others behind it: and others; the mover’s own support is nobody else’s', () => {
    const [scene, id] = moves(debated(), member('M'), 'amendment', { text: 'Bygg.' });
    expect(name(scene, id)).toBe('name.moved {name: M 1; others: no}');
    const supported = scene.after({ type: 'supportProposal', proposal: id, person: member('C') }, member('C'));
    expect(name(supported, id)).toBe('name.moved {name: M 1; others: yes}');
    const own = scene.recorded({ type: 'ProposalSupported', proposal: id, person: member('M') });
    expect(name(own, id)).toBe('name.moved {name: M 1; others: no}');
  });

  it('as the secretary has named it, everywhere', () => {
    const [scene, id] = moves(debated(), member('M'), 'amendment', { text: 'Bygg.' });
    const named = scene.recorded({
      type: 'PassageWorded',
      passage: nameKey(itemId(4), id),
      text: 'förslaget från M och C',
    });
    expect(name(named, id)).toBe('förslaget från M och C');
  });

  it('of nobody and of no organ: the proposal', () => {
    const scene = debated();
    const id = tabledProposalId(itemId(4));
    const { organ: _, ...anonymous } = scene.meeting.proposals.byId[id]!;
    const meeting = { ...scene.meeting, proposals: { ...scene.meeting.proposals, byId: { [id]: anonymous } } };
    expect(text(proposalName(meeting, id))).toBe('name.unknown');
    expect(text(proposalName(meeting, 'none' as ProposalId))).toBe('name.unknown');
    const nomination = { ...anonymous, kind: 'nomination' as const };
    expect(
      text(proposalName({ ...meeting, proposals: { ...meeting.proposals, byId: { [id]: nomination } } }, id)),
    ).toBe('name.nomination {persons: []}');
  });
});

describe('who stands behind an alternative', () => {
  it('the mover’s party, those of the supporters, and of whoever moved approval of it, in the order of the hall', () => {
    const [amended, id] = moves(debated(), member('M'), 'amendment', { text: 'Bygg.' });
    const tabled = tabledProposalId(itemId(4));
    const approved = moves(amended, member('S', 2), 'approval', { of: tabled })[0];
    const behind = (scene: Scene) => {
      const decided = toDecision(scene);
      const current = question(decided);
      return current.alternatives.map((a) => partiesBehind(decided.meeting, current, a.id));
    };
    expect(behind(approved)).toEqual([['S'], ['M']]);
    const supported = approved
      .after({ type: 'supportProposal', proposal: id, person: member('C') }, member('C'))
      .after({ type: 'supportProposal', proposal: id, person: member('S', 3) }, member('S', 3));
    expect(behind(supported)).toEqual([['S'], ['S', 'M', 'C']]);
    const approval = Object.values(approved.meeting.proposals.byId).find((p) => p.kind === 'approval' && p.mover);
    const also = approved.after(
      { type: 'supportProposal', proposal: approval!.id, person: member('C', 2) },
      member('C', 2),
    );
    expect(behind(also)).toEqual([['S', 'C'], ['M']]);
    const withdrawn = approved.after({ type: 'withdrawProposal', proposal: approval!.id }, member('S', 2));
    expect(behind(withdrawn)).toEqual([[], ['M']]);
  });

  it('nobody behind the silent no', () => {
    const scene = toQuestion(debated());
    const current = question(scene);
    expect(current.alternatives.map((a) => partiesBehind(scene.meeting, current, a.id))).toEqual([[], []]);
  });
});
