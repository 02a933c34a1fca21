import { text } from '@klubba/i18n';
import type { PersonId } from '@klubba/meeting';
import type { Hall } from '../hall.ts';
import { named, openViews, pressOn, type Scene, type Screen, showOn } from '../scene.ts';
import {
  ballotNow,
  ballotReaches,
  candidate,
  demandElection,
  makeKeys,
  registers,
  tabletsOf,
  type Voter,
} from '../sealed-ballot.ts';
import { inSession } from '../session.ts';

const KEYS_NEEDED = 2;
const IN_BOOTH = 1;

/** An election in secret: keys, list, choice, review, trial, receipt, count and result, at every screen that has a part in it. */
export const sealed: Scene = {
  name: 'sealed',
  moments: [
    'key',
    'key-code',
    'registering',
    'booth-list',
    'listed',
    'choose',
    'review',
    'trial',
    'booth-choose',
    'booth-receipt',
    'receipt',
    'ended',
    'counting',
    'counted',
  ],
  async *play({ languages, hallOf }) {
    const hall = await hallOf({ of: 'Exempelköping', shape: (plan) => plan });
    const { meeting } = hall.plan;
    const holders = ['Bergendal', 'Torstensson', 'Hållén'].map((name) => hall.person(name));
    await hall.send(hall.secretary, { type: 'appointKeyHolders', persons: holders });
    const keys = await openViews(hall, languages, (language) => [
      { name: 'key-holder', who: holders[languages.indexOf(language)] ?? null, at: `/m/${meeting}/ballot` },
    ]);
    yield { moment: 'key', screens: keys };
    await pressOn(keys, 'ballot.key.make');
    await showOn(keys, 'ballot.key.write');
    yield { moment: 'key-code', screens: keys };
    for (const screen of keys) await provePaper(screen);
    const silentKeys = await makeKeys(hall, holders.slice(languages.length));
    await showOn(keys, 'ballot.key.done');

    await inSession(hall);
    const candidates = [hall.person('Hedman'), hall.person('Rydén')].toSorted();
    await demandElection(hall, candidates);
    await hall.send(hall.chair, { type: 'openClosedBallot', means: 'sealed' });
    const { id } = await ballotReaches(hall, 'registering');
    const voters = [hall.person('Falk'), hall.person('Stjernholm')];
    const screens = await openViews(hall, languages, (language) => viewsOf(hall, voters[languages.indexOf(language)]));
    const silent = tabletsOf(hall, id, candidates);
    for (const tablet of silent) await registers(tablet);
    yield { moment: 'registering', screens };
    const members = named(screens, 'member');
    await pressOn(members, 'ballot.register');
    const booth: Booth = { hall, screens, voter: hall.person('Gradin') };
    yield* enterInBooth(booth);
    const all = members.length + silent.length + IN_BOOTH;
    await hall.until(({ elections }) => elections.ballots[id]?.registered.length === all, 'all are in');
    await pressOn(named(screens, 'booth').slice(0, 1), 'ballot.booth.leave');
    await hall.send(hall.chair, { type: 'closeRegistration' });
    await ballotReaches(hall, 'listed');
    yield { moment: 'listed', screens };
    await hall.send(hall.chair, { type: 'approveVotingList' });
    await ballotReaches(hall, 'voting');

    yield* vote(members, hall.name(candidates[0] ?? hall.chair));
    yield* voteInBooth(booth, hall.name(candidates[0] ?? hall.chair));
    for (const tablet of silent) await tablet.cast(candidate(0));
    yield { moment: 'receipt', screens };
    yield* count(hall, { screens, keys, tablets: silent });
    const [other] = languages.length < KEYS_NEEDED ? silentKeys : [];
    const board = await silent[0]?.board();
    if (other !== undefined && board !== undefined) await other.share(`ballots/${id}/share`, board);
    await ballotReaches(hall, 'counted');
    yield { moment: 'counted', screens: [...screens, ...keys] };
  },
};

function viewsOf(hall: Hall, voter: PersonId | undefined) {
  const at = `/m/${hall.plan.meeting}`;
  return [
    { name: 'member', who: voter ?? null, at: `${at}/member?capture=small` },
    { name: 'chair', who: hall.chair, at: `${at}/chair?capture=small` },
    { name: 'secretary', who: hall.secretary, at: `${at}/secretary?capture=small` },
    { name: 'desk', who: hall.secretary, at: `${at}/ballot` },
    { name: 'booth', who: hall.device('Röstplattan'), at: `${at}/booth` },
    { name: 'wall', who: hall.device('Väggskärmen'), at: `/display/${hall.plan.meeting}?capture=small` },
    { name: 'public', who: null, at: `/public/${hall.plan.meeting}` },
  ];
}

/** The code of the key is written on paper, and typed from it. */
async function provePaper(screen: Screen): Promise<void> {
  const { page } = screen;
  const code = (
    await page
      .locator('p')
      .getByText(/^(\S{4} )+\S{1,4}$/)
      .innerText()
  ).replaceAll(/\s/g, '');
  await pressOn([screen], 'ballot.key.written');
  await page.getByRole('textbox').fill(code);
  await pressOn([screen], 'ballot.key.check');
}

async function* vote(members: readonly Screen[], name: string) {
  const choose = async (): Promise<void> => {
    for (const { page } of members) await page.getByRole('radiogroup').getByText(name).click();
  };
  await choose();
  yield { moment: 'choose', screens: members };
  await pressOn(members, 'ballot.toReview');
  yield { moment: 'review', screens: members };
  await pressOn(members, 'ballot.test');
  await showOn(members, 'ballot.test.honest');
  yield { moment: 'trial', screens: members };
  await pressOn(members, 'ballot.test.vote');
  await choose();
  await pressOn(members, 'ballot.toReview');
  await pressOn(members, 'ballot.cast');
  await showOn(members, 'ballot.sealed');
}

type Booth = { readonly hall: Hall; readonly screens: readonly Screen[]; readonly voter: PersonId };

/** The desk lets the voter in; there is one tablet, and its language is the first. */
async function letIntoBooth({ hall, screens, voter }: Booth): Promise<readonly Screen[]> {
  const name = hall.name(voter);
  await pressOn(named(screens, 'desk').slice(0, 1), 'ballot.booth.admit', { name });
  const booth = named(screens, 'booth');
  for (const { page } of booth) await page.getByRole('heading', { name }).waitFor();
  return booth.slice(0, 1);
}

/** One whose own tablet does not work enters the list on the hall's. */
async function* enterInBooth(booth: Booth) {
  const name = booth.hall.name(booth.voter);
  for (const { page, language } of named(booth.screens, 'desk').slice(0, 1)) {
    await page.getByRole('button', { name: text(language, 'ballot.booth.who') }).click();
    await page.getByRole('option', { name }).click();
  }
  const tablet = await letIntoBooth(booth);
  yield { moment: 'booth-list', screens: [...named(booth.screens, 'booth'), ...named(booth.screens, 'desk')] };
  await pressOn(tablet, 'ballot.register');
}

/** And votes there, after which the screen is cleared for the next. */
async function* voteInBooth(booth: Booth, name: string) {
  const tablet = await letIntoBooth(booth);
  for (const { page } of tablet) await page.getByRole('radiogroup').getByText(name).click();
  yield { moment: 'booth-choose', screens: tablet };
  await pressOn(tablet, 'ballot.toReview');
  await pressOn(tablet, 'ballot.cast');
  await showOn(tablet, 'ballot.sealed');
  yield { moment: 'booth-receipt', screens: tablet };
  await pressOn(tablet, 'ballot.booth.leave');
}

type Counted = {
  readonly screens: readonly Screen[];
  readonly keys: readonly Screen[];
  readonly tablets: readonly Voter[];
};

async function* count(hall: Hall, { screens, keys, tablets }: Counted) {
  const { id } = ballotNow(hall);
  const members = named(screens, 'member');
  await hall.send(hall.chair, { type: 'closeClosedBallot' });
  await ballotReaches(hall, 'ended');
  await showOn(members, 'ballot.receipt.found');
  for (const { person } of tablets)
    await hall.send(person, { type: 'checkInclusion', ballot: id, person, found: true });
  const all = members.length + tablets.length + IN_BOOTH;
  await hall.until(
    ({ elections }) => Object.keys(elections.ballots[id]?.checked ?? {}).length === all,
    'all are found',
  );
  yield { moment: 'ended', screens };
  await hall.send(hall.chair, { type: 'startCount' });
  await showOn(keys, 'ballot.count.title');
  yield { moment: 'counting', screens: [...screens, ...keys] };
  await pressOn(keys, 'ballot.count.same');
  await pressOn(keys, 'ballot.count.give');
}
