import type { ChainDiagramProps, QueueEntry, SeatState, TrailStep, VoteButtonsProps, VoteChoice } from '../ui/index.ts';

/** § 118 in Exempelköping, the evening every picture shows. */
export const VOTE_WORDS: Readonly<Record<VoteChoice, string>> = { ja: 'Ja', nej: 'Nej', avstar: 'Avstår' };

export const VOTE_ANSWERS: VoteButtonsProps['answers'] = {
  ja: { word: 'Ja', meaning: 'bifall till kommunstyrelsens förslag (S, V, MP)' },
  nej: { word: 'Nej', meaning: 'bifall till Karin Ahlqvists yrkande (M, L, KD)' },
  avstar: { word: 'Avstår', meaning: 'du röstar varken ja eller nej' },
};

export const SEAT_WORDS: Readonly<Record<SeatState, string>> = {
  ...VOTE_WORDS,
  voted: 'Röstat',
  waiting: 'Inte röstat',
  absent: 'Frånvarande',
  called: 'Ropas upp',
  present: 'Närvarande',
};

export const TIMER = { of: 'av', over: 'över tiden', meter: 'Använd talartid' };

export const STEPS: readonly TrailStep[] = [
  { id: '1', label: 'Föredragning, klar', state: 'done' },
  { id: '2', label: 'Överläggning', state: 'now' },
  { id: '3', label: 'Proposition', state: 'later' },
  { id: '4', label: 'Omröstning, om den begärs', state: 'later' },
  { id: '5', label: 'Klubbslag', state: 'later' },
];

export const QUEUE: readonly QueueEntry[] = [
  { id: 'a', kind: 'reply', name: 'Helena Ståhl (S)', kindWord: 'replik', where: 'salen' },
  { id: 'b', kind: 'speech', place: 1, name: 'Jonas Fridh (V)', where: 'salen' },
  { id: 'c', kind: 'speech', place: 2, name: 'Mats Öberg (SD)', where: 'salen' },
  { id: 'd', kind: 'speech', place: 3, name: 'Birgitta Nordin (C)', where: 'anslutning bruten' },
  { id: 'e', kind: 'speech', place: 4, name: 'Christina Falk (L)', where: 'distans', own: true },
  { id: 'f', kind: 'speech', place: 5, name: 'Daniel Hållén (KD)', where: 'salen' },
];

export const LINES = [
  ['Kommunstyrelsens förslag', 'S, V, MP'],
  ['Karin Ahlqvist (M) m.fl.', 'M, L, KD'],
  ['Mats Öberg (SD)', 'SD'],
  ['Birgitta Nordin (C)', 'C'],
] as const;

export const CHAIN: ChainDiagramProps = {
  label: 'Så når vi ett beslut',
  mainId: 'ks',
  proposals: [
    { id: 'ks', title: 'Kommunstyrelsens förslag', note: 'S, V och MP. Huvudförslag' },
    { id: 'ka', title: 'Karin Ahlqvist (M) m.fl.', note: 'M, L och KD, bilaga 6' },
    { id: 'mo', title: 'Mats Öberg (SD)', note: 'SD, bilaga 4' },
    { id: 'bn', title: 'Birgitta Nordin (C)', note: 'C, bilaga 5. Föll 20.36', fallen: true },
  ],
  votes: [
    {
      id: 'v1',
      heading: 'Nu: omröstning 1 av 2, motförslag',
      state: 'now',
      ja: { from: 'ka', title: 'Karin Ahlqvist m.fl.' },
      nej: { from: 'mo', title: 'Mats Öberg' },
    },
    {
      id: 'v2',
      heading: 'Sedan: omröstning 2 av 2, beslut',
      state: 'later',
      ja: { from: 'ks', title: 'Kommunstyrelsens förslag' },
      nej: {
        from: 'v1',
        title: 'Motförslaget',
        note: 'vinnaren i omröstning 1. Flest röster blir fullmäktiges beslut.',
      },
    },
  ],
  words: {
    proposals: 'Fyra förslag',
    ja: 'Ja',
    nej: 'Nej',
    aside: 'ställt åt sidan, väntar till sist',
    winner: 'vinnaren',
  },
  below:
    'Med ja-rop fann du att Mats Öbergs yrkande hade antagits framför Birgitta Nordins. Ingen begärde omröstning, så den frågan är avgjord.',
};

export const LONG_CHAIN: ChainDiagramProps = {
  ...CHAIN,
  label: 'Fem förslag, tre omröstningar',
  proposals: [
    { id: 'ks', title: 'Kommunstyrelsens förslag', note: 'Huvudförslag' },
    { id: 'a', title: 'Ann-Charlotte von Sydow-Lindeborg (KD) m.fl.', note: 'KD, bilaga 2' },
    { id: 'b', title: 'Mats Öberg (SD)', note: 'SD, bilaga 4' },
    { id: 'c', title: 'Lena Torstensson (V)', note: 'V, bilaga 7' },
  ],
  votes: [
    {
      id: 'v1',
      heading: 'Klar: omröstning 1 av 3',
      state: 'done',
      ja: { from: 'a', title: 'von Sydow-Lindeborg', note: '28 röster' },
      nej: { from: 'b', title: 'Öberg', note: '11 röster' },
    },
    {
      id: 'v2',
      heading: 'Nu: omröstning 2 av 3',
      state: 'now',
      ja: { from: 'v1', title: 'von Sydow-Lindeborg' },
      nej: { from: 'c', title: 'Torstensson' },
    },
    {
      id: 'v3',
      heading: 'Sedan: omröstning 3 av 3, beslut',
      state: 'later',
      ja: { from: 'ks', title: 'Kommunstyrelsens förslag' },
      nej: { from: 'v2', title: 'Motförslaget' },
    },
  ],
  words: { ...CHAIN.words, proposals: 'Fyra förslag' },
  below: undefined,
};
