import type { Draw } from '../seeded.ts';

/** As many people as a large municipality has had in office. */
export const PEOPLE = 5_000;
const SEATS = 11;

const GIVEN =
  'Agneta Anders Anna Annika Arvid Astrid Bengt Birgitta Björn Carl Catharina Cecilia Christer Christina Daniel David Elin Emma Erik Eva Fatima Fredrik Göran Gunilla Gustav Hanna Hans Hassan Helena Henrik Ida Inger Ingrid Jenny Johan Jonas Karin Kerstin Kjell Lars Leif Lena Linnéa Magnus Malin Maria Mats Mikael Mohamed Monica Nils Nour Olof Oskar Patrik Per Petra Renée Roger Ruth Sara Sofia Staffan Stefan Therese Tomas Ulf Ulrika Viktor Yusuf Zahra Åke Åsa Östen'.split(
    ' ',
  );
const FAMILY =
  'Ahlqvist Alm Andersson Axelsson Backlund Berggren Bergström Björklund Blomqvist Boström Carlsson Dahlin Demir Ekberg Ekeroth Eklöf Engdahl Eriksson Falk Forsberg Fridh Granström Gustavsson Haddad Hägglund Hållén Hedman Holmberg Håkansson Isaksson Jönsson Karlsson Kjellberg Königsson Larsson Lindgren Lindkvist Ljungqvist Löfgren Lundmark Malmborg Mårtensson Nordin Norén Nyström Näslund Olhage Öberg Öhman Östlund Palm Persson Rosén Rydén Sandell Sjögren Söderström Stenberg Strömbäck Sundqvist Svärd Thorell Törnqvist Ulfsson Wahlberg Wallin Wester Wikström Zetterlund Ågren Åkerlund Älvgren'.split(
    ' ',
  );

/** One row a person, in `bodies` boards: members by seat, the rest substitutes in order. Addresses tell namesakes apart. */
export function bigFile(bodies: number): string {
  const each = PEOPLE / bodies;
  const rows = Array.from({ length: PEOPLE }, (_, n) => {
    const [body, place] = [Math.floor(n / each), n % each];
    const role = place < SEATS ? 'ledamot' : 'ersättare';
    const number = place < SEATS ? place + 1 : place - SEATS + 1;
    const given = GIVEN[(n * 7) % GIVEN.length];
    const family = FAMILY[(n * 11 + body) % FAMILY.length];
    return `Nämnd ${body} för ${FAMILY[body % FAMILY.length]};nämnd;Kommunfullmäktige;${SEATS};${role};${number};${given};${family};p${n}@exempel.se;2022-10-15`;
  });
  return `organ;organtyp;hör till;antal platser;roll;plats;förnamn;efternamn;e-post;från\r\n${rows.join('\r\n')}\r\n`;
}

/** What somebody types: some letters of a family name, a given name, or the beginnings of both. */
export function searches(draw: Draw): string {
  const of = (list: readonly string[]): string => list[draw(list.length)] ?? '';
  const kind = draw(10);
  if (kind < 4) return of(FAMILY).slice(0, 3);
  return kind < 7 ? of(FAMILY) : of(GIVEN);
}
