import { type Fact, type Meeting, minutesDocument, nameKey, type Passage, type ProposalId } from '@klubba/meeting';
import {
  councilPlan,
  counted,
  demands,
  finds,
  GOTEBORG,
  gavel,
  hallOf,
  inDebate,
  item,
  itemId,
  member,
  moves,
  type Scene,
  SECRETARY,
  toDecision,
} from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { groupHeading, passageText } from './minutes-text.ts';

const section451 = itemId(451);

function named(scene: Scene, proposal: ProposalId, name: string): Scene {
  return scene.after({ type: 'wordPassage', passage: nameKey(section451, proposal), text: name }, SECRETARY);
}

function backed(scene: Scene, proposal: ProposalId, ...parties: readonly string[]): Scene {
  return parties.reduce(
    (s, party) => s.after({ type: 'supportProposal', proposal, person: member(party) }, member(party)),
    scene,
  );
}

/** Göteborg, 7 November 2024, § 451: four budgets, a vote on the counter-proposition, the main vote. */
function budgetEvening(): Scene {
  const plan = hallOf(GOTEBORG, {
    items: [item(451, 'Förslag till budget 2025 och flerårsplaner 2026–2027', 'bill', { diaryNumber: '0452/24' })],
  });
  let [scene, left] = moves(inDebate(plan, 451), member('S'), 'amendment', {
    text: 'Socialdemokraternas, Vänsterpartiets och Miljöpartiets förslag till budget 2025 antas.',
  });
  let right: ProposalId;
  let sd: ProposalId;
  let c: ProposalId;
  [scene, right] = moves(scene, member('M'), 'amendment', {
    text: 'Moderaternas, Demokraternas, Liberalernas och Kristdemokraternas förslag till budget 2025 antas.',
  });
  [scene, sd] = moves(scene, member('SD'), 'amendment', {
    text: 'Sverigedemokraternas förslag till budget 2025 antas.',
  });
  [scene, c] = moves(scene, member('C'), 'amendment', { text: 'Centerpartiets förslag till budget 2025 antas.' });
  scene = backed(backed(scene, left, 'V', 'MP'), right, 'D', 'L', 'KD');
  scene = named(scene, left, 'förslaget från S, V och MP');
  scene = named(scene, right, 'förslaget från M, D, L och KD');
  scene = named(named(scene, sd, 'förslaget från SD'), c, 'förslaget från C');
  scene = demands(finds(toDecision(scene), left), member('M'));
  scene = gavel(finds(demands(finds(scene, right), member('SD')), sd));
  scene = counted(scene, { M: 'yes', D: 'yes', L: 'yes', KD: 'yes', SD: 'no' });
  scene = counted(scene, { S: 'yes', V: 'yes', MP: 'yes', M: 'no', D: 'no', L: 'no', KD: 'no' });
  return gavel(scene)
    .after({ type: 'reserve', person: member('SD'), item: section451, text: '', inFavourOf: sd }, member('SD'))
    .after({ type: 'reserve', person: member('SD', 2), item: section451, text: '', inFavourOf: sd }, member('SD', 2))
    .after({ type: 'closeItem' });
}

function passagesOf(
  { meeting, facts }: { readonly meeting: Meeting; readonly facts: readonly Fact[] },
  number: number,
): readonly Passage[] {
  return minutesDocument(meeting, facts).sections.find((section) => section.number === number)?.passages ?? [];
}

describe('the minutes of § 451, in Swedish', () => {
  const scene = budgetEvening();
  const passages = passagesOf(scene, 451);
  const written = passages
    .map((passage) => [passageText('sv', passage), ...(passage.verbatim ?? [])].join(' '))
    .join('\n');

  it('tell both votes with their approved propositions and figures', () => {
    expect(written).toContain(
      'Godkänd voteringsproposition: ”Ja för bifall till förslaget från M, D, L och KD. Nej för bifall till förslaget från SD.”',
    );
    expect(written).toContain('Omröstningen utfaller med 29 Ja mot 9 Nej. 43 ledamöter avstår från att rösta.');
    expect(written).toContain(
      'Godkänd voteringsproposition: ”Ja för bifall till förslaget från S, V och MP. Nej för bifall till förslaget från M, D, L och KD.”',
    );
    expect(written).toContain('Omröstningen utfaller med 40 Ja mot 29 Nej. 12 ledamöter avstår från att rösta.');
  });

  it('tell how the counter-proposition was found', () => {
    expect(written).toContain('Ordföranden finner att förslaget från M, D, L och KD har antagits som motförslag.');
    expect(written).toContain('Ordföranden antecknar förslaget från S, V och MP som Ja-proposition i huvudvoteringen.');
    expect(written).toContain(
      'Kommunfullmäktige har beslutat att anta förslaget från M, D, L och KD som motförslag i huvudvoteringen.',
    );
  });

  it('quote what was moved, with everyone behind it, and what was decided', () => {
    expect(written).toContain(
      'S 1 (S), V 1 (V) och MP 1 (MP) yrkar följande: Socialdemokraternas, Vänsterpartiets och Miljöpartiets förslag till budget 2025 antas.',
    );
    expect(written).toContain('Kommunfullmäktige beslutar att bifalla förslaget från S, V och MP.');
    expect(written).toContain('SD 1 (SD) och SD 2 (SD) reserverar sig mot beslutet till förmån för förslaget från SD.');
  });

  it('carry a list of 81 names for each vote', () => {
    const { votes } = minutesDocument(scene.meeting, scene.facts);
    expect(votes.map((vote) => [vote.figures.yes, vote.figures.no, vote.figures.abstain, vote.ballots.length])).toEqual(
      [
        [29, 9, 43, 81],
        [40, 29, 12, 81],
      ],
    );
    expect(votes[1]?.parties.find((row) => row.party === 'SD')).toMatchObject({ yes: 0, no: 0, abstain: 9 });
  });

  it('rest every passage on facts, under a key of its own', () => {
    expect(new Set(passages.map((p) => p.key)).size).toBe(passages.length);
    expect(passages.filter((p) => p.seqs.length === 0)).toEqual([]);
  });
});

describe('the secretary’s wording', () => {
  const scene = budgetEvening();
  const vote = passagesOf(scene, 451).find((passage) => passage.phrase.key === 'minutes.vote');
  const key = vote?.key ?? '';

  it('replaces the prose and keeps the facts, which it cannot write', () => {
    const text =
      'Ställningen är {yes} mot {no}, {abstain} avstår, {absent} frånvarande: {yesFor} mot {noFor}, bilaga {annex}.';
    const worded = scene.after({ type: 'wordPassage', passage: key, text }, SECRETARY);
    const found = passagesOf(worded, 451).find((passage) => passage.key === key);
    expect(found && passageText('sv', found)).toContain('Ställningen är 29 mot 9, 43 avstår');
  });

  it('does not stand when a fact has been left out of it', () => {
    const worded = scene.after(
      { type: 'wordPassage', passage: key, text: 'Omröstningen utföll med 50 Ja.' },
      SECRETARY,
    );
    const found = passagesOf(worded, 451).find((passage) => passage.key === key);
    expect(found?.lacks).toContain('yes');
    expect(found && passageText('sv', found)).toContain('29 Ja mot 9 Nej');
  });
});

describe('headings', () => {
  it('name whose decision it is', () => {
    expect(groupHeading('sv', 'decision', councilPlan().body.name)).toBe('Kommunfullmäktiges beslut');
    expect(groupHeading('en', 'proposals', 'X')).toBe('Proposals');
  });
});
