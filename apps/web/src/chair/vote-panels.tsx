import {
  lastVote,
  type Meeting,
  openVote,
  type PartyId,
  pendingElectors,
  personWithParty,
  shownMoment,
  type Vote,
} from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { useMinority } from '../figures/minority.ts';
import { useMe } from '../live/index.ts';
import { OwnVote } from '../member/vote-side.tsx';
import { MemberBars, Panel, ResultFigure, Row, Rows, Table, WhoVoted } from '../ui/index.ts';

/** The one who leads has a vote like everybody else, and casts it here (KL 4 kap. 24 §). */
export function LeadersVote({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const me = useMe()?.person;
  const vote = openVote(meeting.decisions);
  if (me === undefined || vote === undefined || vote.state === 'tied') return null;
  if (!vote.electors.some((one) => one.person === me)) return null;
  return (
    <Panel label={t('chair.ownVote')} framed>
      <OwnVote key={vote.id} me={me} vote={vote} level={2} />
    </Panel>
  );
}

/** Below the next step while a vote is open: who has voted, never how. */
export function WhoHasVoted({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const vote = openVote(meeting.decisions);
  if (vote === undefined || vote.state === 'tied') return null;
  return (
    <Panel title={t('chair.voted')} note={t('chair.voted.note')}>
      <WhoVoted
        label={t('chair.voted')}
        people={vote.electors.map(({ person }) => ({
          id: person,
          name: personWithParty(meeting.plan, person),
          voted: vote.cast[person] !== undefined,
        }))}
        words={{ voted: t('wall.vote.voted'), waiting: t('wall.vote.waiting') }}
      />
    </Panel>
  );
}

/** While most are missing, the list of who has voted says it. */
const WORTH_NAMING = 12;

/** Beside the script: those whose vote is missing, in the roll's order, and where they are. */
export function MissingVotes({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const vote = openVote(meeting.decisions);
  if (vote === undefined || vote.state === 'tied') return null;
  const missing = pendingElectors(meeting, vote);
  if (missing.length > WORTH_NAMING) return null;
  return (
    <Panel title={t('chair.missing')} note={t('chair.missing.count', { count: missing.length })}>
      {missing.length === 0 ? (
        <p>{t('chair.missing.none')}</p>
      ) : (
        <Rows ordered label={t('chair.missing')}>
          {missing.map((person) => (
            <Row key={person} tight current={vote.called === person} end={whereIs(meeting, person, t)}>
              {personWithParty(meeting.plan, person)}
            </Row>
          ))}
        </Rows>
      )}
      <p>{t('chair.missing.spoken')}</p>
    </Panel>
  );
}

function whereIs(meeting: Meeting, person: Vote['electors'][number]['person'], t: ReturnType<typeof useText>): string {
  const presence = meeting.attendance.present[person];
  if (presence === undefined) return t('chair.away');
  return presence.fulfilled ? t(`label.mode.${presence.mode}`) : t('chair.lost');
}

/** The vote whose figures may be said: tied, or closed and still the matter of the moment. */
export function toldVote(meeting: Meeting): Vote | undefined {
  const open = openVote(meeting.decisions);
  if (open !== undefined) return open.state === 'tied' ? open : undefined;
  return shownMoment(meeting) === 'result' ? lastVote(meeting) : undefined;
}

type Choice = 'yes' | 'no' | 'abstain';
type Ballot = { readonly person: Vote['electors'][number]['person']; readonly choice: Choice };

function ballotsOf(vote: Vote): readonly Ballot[] {
  const cast = vote.electors.map(({ person }) => ({ person, choice: vote.cast[person]?.choice }));
  const counted = vote.result?.ballots ?? cast;
  return counted.flatMap(({ person, choice }) =>
    choice === undefined || choice === 'absent' ? [] : [{ person, choice }],
  );
}

const count = (ballots: readonly Ballot[], choice: Choice): number =>
  ballots.filter((ballot) => ballot.choice === choice).length;

/** Above the next step: the figures, alike in size. */
export function VoteFigures({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const vote = toldVote(meeting);
  const minority = useMinority(vote);
  if (vote === undefined) return null;
  const ballots = ballotsOf(vote);
  return (
    <>
      <ResultFigure
        counts={{ ja: count(ballots, 'yes'), nej: count(ballots, 'no'), avstar: count(ballots, 'abstain') }}
        words={{ ja: t('common.yes'), nej: t('common.no'), avstar: t('common.abstain') }}
      />
      {minority !== null && <MemberBars {...minority.bars} />}
    </>
  );
}

type PartyRow = { readonly id: string; readonly name: string } & Readonly<Record<Choice, number>>;

/** How each party's members voted. */
export function PartyVotes({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const vote = toldVote(meeting);
  if (vote === undefined) return null;
  const ballots = ballotsOf(vote);
  const partyOf = (person: Ballot['person']): PartyId | undefined =>
    meeting.plan.people.find((one) => one.id === person)?.party;
  const rows: readonly PartyRow[] = meeting.plan.parties
    .map(({ id, name }) => {
      const own = ballots.filter((ballot) => partyOf(ballot.person) === id);
      return { id, name, yes: count(own, 'yes'), no: count(own, 'no'), abstain: count(own, 'abstain') };
    })
    .filter((row) => row.yes + row.no + row.abstain > 0);
  const column = (choice: Choice) => ({
    id: choice,
    head: t(`common.${choice}`),
    number: true,
    cell: (row: PartyRow) => (row[choice] === 0 ? '–' : row[choice]),
    foot: count(ballots, choice),
  });
  return (
    <Panel title={t('chair.byParty')}>
      <Table
        caption={t('chair.byParty')}
        captionHidden
        folds={false}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          {
            id: 'party',
            head: t('chair.byParty.party'),
            rowHead: true,
            cell: (row) => row.name,
            foot: t('chair.byParty.sum'),
          },
          column('yes'),
          column('no'),
          column('abstain'),
        ]}
      />
    </Panel>
  );
}
