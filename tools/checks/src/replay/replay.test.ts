import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { replayAttendance } from './attendance.ts';
import { readParagraph } from './minutes.ts';
import { readRemits, replayRemit } from './remits.ts';
import { replayFiles } from './replay.ts';
import { replayParagraph } from './votes.ts';

const CASES = fileURLToPath(new URL('../../../../../shared/cases/', import.meta.url));

function paragraph(beslutsgang: string, id = 'kf-2024-01-01-§1') {
  return readParagraph({
    id,
    organ: id.slice(0, 2).toUpperCase(),
    datum: id.slice(3, 13),
    omrostningar: [],
    beslutsgang,
  });
}

const CHAIN =
  'Propositionsordning Ordföranden finner att kommunstyrelsens förslag har bifallits. Omröstning begärs. Återstående yrkanden ställs under proposition. ' +
  'Ordföranden finner att yrkandet från A antagits som motförslag i huvudvoteringen. Omröstning begärs. Omröstning - Motförslag i huvudvoteringen ' +
  'Godkänd voteringsproposition: ”Ja för bifall till yrkandet från A. Nej för bifall till yrkandet från B.” Omröstningen utfaller med 9 Ja mot 29 Nej. 43 ledamöter avstår från att rösta. ' +
  'Omröstning - Huvudvotering Godkänd voteringsproposition: ”Ja för bifall till kommunstyrelsens förslag. Nej för bifall till yrkandet från B.” Omröstningen utfaller med 43 Ja mot 29 Nej. Nio ledamöter avstår från att rösta.';
const REFERRAL =
  'Omröstning Godkänd voteringsproposition: ”Ja för ärendets avgörande idag och Nej för ärendets återremiss.” Omröstningen utfaller med 43 Ja mot 38 Nej. ' +
  'Ordföranden finner att kommunfullmäktige beslutat återremittera ärendet till kommunstyrelsen (minoritetsåterremiss).';
const CASTING =
  'Godkänd voteringsproposition: "Ja för bifall till Anna Bergs yrkande och Nej för bifall till Karl Dals yrkande." Bo Ek (S), Åsa Lo (S), Eva Ny (V), Ulf Sjö (S) och ordföranden Anna Berg (S) röstar Ja (5). ' +
  'Karl Dal (M), Lo Vik (M), Per Ås (L), Siv Ö (KD) och tjänstgörande ersättaren Ola Ö (M) röstar Nej (5). Kommunstyrelsen beslutar med ordförandens utslagsröst att bifalla Anna Bergs yrkande.';

describe('published votes through the heart', () => {
  test('a chain of counter-propositions ends as in the minutes', () => {
    expect(replayParagraph(paragraph(CHAIN))).toEqual({ votes: 2, deviations: [], remarks: [] });
  });
  test('broken lines, page heads and numbers in words are read as the sentences they were', () => {
    const machineRead = CHAIN.replaceAll(' Nej', '\nNej')
      .replace(
        'Nio ledamöter',
        'Göteborgs Stad kommunfullmäktige, protokoll 19 (58) Kommunfullmäktige Protokoll nr 11 Nio\nledamöter',
      )
      .replace('43 ledamöter', 'Fyrtiotre ledamöter');
    const { votes } = paragraph(machineRead);
    expect(votes.map((vote) => vote.counts)).toEqual([
      { yes: 9, no: 29, abstain: 43 },
      { yes: 43, no: 29, abstain: 9 },
    ]);
    expect(replayParagraph(paragraph(machineRead))).toEqual({ votes: 2, deviations: [], remarks: [] });
  });
  test('a counter-proposition that did not win the vote before is a deviation', () => {
    const wrong = CHAIN.replace('9 Ja mot 29 Nej', '29 Ja mot 9 Nej');
    expect(replayParagraph(paragraph(wrong)).deviations).toHaveLength(1);
  });
  test('a third of those present refer the matter back', () => {
    expect(replayParagraph(paragraph(REFERRAL)).deviations).toEqual([]);
  });
  test('a referral that too few asked for is a deviation, with the minutes quoted', () => {
    const wrong = REFERRAL.replace('43 Ja mot 38', '55 Ja mot 26');
    expect(replayParagraph(paragraph(wrong)).deviations.join()).toContain('minoritetsåterremiss');
  });
  test('a referral to a municipal company takes the majority', () => {
    const company = REFERRAL.replace('till kommunstyrelsen', 'till Förvaltnings AB Framtiden');
    expect(replayParagraph(paragraph(company)).deviations).toHaveLength(1);
  });
  test('equal votes in the executive board: the side of the chair', () => {
    expect(replayParagraph(paragraph(CASTING, 'ks-2024-01-01-§1')).deviations).toEqual([]);
    const other = CASTING.replace('bifalla Anna Bergs yrkande', 'bifalla Karl Dals yrkande').replace(
      'ordföranden Anna Berg',
      'Anna Berg',
    );
    expect(replayParagraph(paragraph(other, 'ks-2024-01-01-§1')).deviations).toEqual([]);
  });
  test('nothing below quorum', () => {
    const few = REFERRAL.replace('43 Ja mot 38', '20 Ja mot 20');
    expect(replayParagraph(paragraph(few)).deviations.join()).toContain('NAR-1');
  });
});

describe('published attendance through the heart', () => {
  const half = Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`p${n}`, ['18:00–21:00']]));
  test('coming, going, a substitute and a return', () => {
    const log = {
      mandat: 7,
      narvaro: { ...half, a: ['18:00–19:00'], b: ['19:01–21:00'], p5: ['18:00–18:30', '18:45–21:00'] },
    };
    expect(replayAttendance('kf-2024-01-01', log).deviations).toEqual([]);
  });
  test('more serving at once than there are seats', () => {
    const log = { mandat: 5, narvaro: half };
    expect(replayAttendance('kf-2024-01-01', log).deviations.join()).toContain('6 serving at once in 5 seats');
  });
});

describe('published referrals through the heart', () => {
  const head = 'id;for;mot;avstar;franvarande;narvarande;tredjedel;tidigare_minoritet;utfall_enligt_protokoll\n';
  const replayed = (row: string) => readRemits(`${head}${row}\n`).flatMap(replayRemit);
  test.each([
    'kf-2024-01-01-§1;27;54;0;0;81;27;False;minoritetsaterremiss',
    'kf-2024-01-01-§2;26;54;1;0;81;27;False;faller',
    'kf-2024-01-01-§3;38;43;0;0;81;27;True;faller',
    'kf-2024-01-01-§4;41;40;0;0;81;27;False;aterremiss majoritet',
    'kf-2024-01-01-§5;29;40;12;0;81;27;False;faller (bolag, majoritet kravs)',
  ])('%s', (row) => {
    expect(replayed(row)).toEqual([]);
  });
  test('an outcome that the numbers do not bear is a deviation', () => {
    expect(replayed('kf-2024-01-01-§1;26;55;0;0;81;27;False;minoritetsaterremiss')).toHaveLength(1);
  });
});

test.runIf(existsSync(CASES))(
  'Göteborg 2023–2024: every published vote, meeting and referral ends as in its minutes',
  { timeout: 120_000 },
  async () => {
    const { deviations, votes, meetings, remits } = await replayFiles({
      votes: `${CASES}goteborg-votes-2023-2024.json`,
      attendance: `${CASES}goteborg-attendance-2023-2024.json`,
      remits: `${CASES}goteborg-remits-2023-2024.csv`,
    });
    expect(deviations).toEqual([]);
    expect({ votes, meetings, remits }).toEqual({ votes: 290, meetings: 20, remits: 22 });
  },
);
