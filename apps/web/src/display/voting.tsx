import { plain, say } from '@klubba/i18n';
import {
  alternativeFound,
  alternativeNoun,
  currentFrame,
  currentLevel,
  currentQuestion,
  lastVote,
  type Meeting,
  openVote,
  partiesBehind,
  proposalName,
  type Vote,
} from '@klubba/meeting';
import { type ReactNode } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { capital, chainProps } from '../figures/chain.ts';
import { hasMost, type Minority, useMinority } from '../figures/minority.ts';
import { seatGroups, voteSeatState } from '../figures/seats.ts';
import { ChainDiagram, MemberBars, ResultFigure, SeatGrid, type SeatState, WallQuiet, WallWords } from '../ui/index.ts';
import css from './display.module.css';
import { VotePages } from './vote-pages.tsx';

/** What Ja and Nej mean, in the words of the approved proposition. */
export function Meaning({ meeting, vote }: { readonly meeting: Meeting; readonly vote: Vote }): ReactNode {
  const t = useText();
  const { language } = usePreferences();
  const question = meeting.decisions.questions[vote.question];
  if (question === undefined) return null;
  const side = (id: Vote['yes']) => {
    const parties = partiesBehind(meeting, question, id);
    const what = say(language, alternativeNoun(meeting, question, id));
    return parties.length === 0 ? what : `${what} (${parties.join(', ')})`;
  };
  return (
    <>
      <p>{t('wall.vote.yesFor', { what: side(vote.yes) })}</p>
      <p>{t('wall.vote.noFor', { what: side(vote.no) })}</p>
    </>
  );
}

function useSeatWords(): Readonly<Record<SeatState, string>> {
  const t = useText();
  return {
    ja: t('common.yes'),
    nej: t('common.no'),
    avstar: t('common.abstain'),
    voted: t('wall.vote.voted'),
    waiting: t('wall.vote.waiting'),
    absent: t('label.choice.absent'),
    called: t('wall.rollCall.called'),
    present: t('wall.vote.present'),
  };
}

/** An open vote: who has voted, never how. */
export function WallVoting({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const words = useSeatWords();
  const vote = openVote(meeting.decisions);
  if (vote === undefined) return null;
  const voted = Object.keys(vote.cast).length;
  const headline =
    vote.state === 'tied'
      ? t('wall.vote.tied')
      : vote.state === 'frozen'
        ? t('wall.vote.frozen')
        : t('wall.vote.count', { voted, electors: vote.electors.length });
  return (
    <VotePages
      meeting={meeting}
      since={vote.openedAt}
      top={
        <WallWords
          headline={headline}
          meaning={<Meaning meeting={meeting} vote={vote} />}
          hint={vote.state === 'open' ? t('wall.vote.hint') : undefined}
        />
      }
      seats={
        <SeatGrid
          look="hall"
          label={t('wall.seats')}
          groups={seatGroups(meeting, voteSeatState(vote), true)}
          words={words}
        />
      }
    />
  );
}

/** A closed vote: figures and names; for a minority's demand its share of those present. */
export function WallResult({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const words = useSeatWords();
  const vote = lastVote(meeting);
  const minority = useMinority(vote);
  const result = vote?.result;
  if (vote === undefined || result === undefined) return null;
  if (minority !== null) return <MinorityResult vote={vote} minority={minority} reason={reasonOf(meeting, vote)} />;
  const { yes, no, abstain } = result;
  const won = result.outcome === vote.yes ? 'yes' : 'no';
  const tie = result.settledBy === 'castingVote';
  const values = { won, yes, no, more: Math.max(yes, no), less: Math.min(yes, no) };
  const headline = t(
    tie ? 'wall.result.castingVote' : hasMost(vote) ? 'wall.result.most' : 'wall.result.short',
    values,
  );
  return (
    <VotePages
      meeting={meeting}
      since={vote.closedAt ?? vote.openedAt}
      top={
        <ResultFigure
          look="hall"
          headline={headline}
          meaning={<Meaning meeting={meeting} vote={vote} />}
          counts={{ ja: yes, nej: no, avstar: abstain }}
          words={{ ja: t('common.yes'), nej: t('common.no'), avstar: t('common.abstain') }}
        />
      }
      seats={
        <SeatGrid
          look="hall"
          label={t('wall.seats')}
          groups={seatGroups(meeting, voteSeatState(vote), true)}
          words={words}
        />
      }
    />
  );
}

/** A third of those present against all: one bar a member, and the line that decides. */
function MinorityResult({
  vote,
  minority,
  reason,
}: {
  readonly vote: Vote;
  readonly minority: Minority;
  readonly reason: string | undefined;
}) {
  const t = useText();
  const { yes, no, abstain } = vote.result ?? { yes: 0, no: 0, abstain: 0 };
  return (
    <div className={css.minority}>
      <ResultFigure
        look="hall"
        headline={minority.headline}
        meaning={minority.meaning}
        counts={{ ja: yes, nej: no, avstar: abstain }}
        words={{ ja: t('common.yes'), nej: t('common.no'), avstar: t('common.abstain') }}
      />
      <MemberBars look="hall" {...minority.bars} />
      <dl className={css.foot}>
        {reason !== undefined && <Foot term={t('minority.reason')}>{reason}</Foot>}
        {minority.againstMajority && <Foot term={t('minority.right')}>{t('minority.right.again')}</Foot>}
        <Foot term={t('minority.present', { present: minority.present })}>{t('minority.bars')}</Foot>
      </dl>
    </div>
  );
}

function Foot({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Why it is referred back, word for word. */
function reasonOf(meeting: Meeting, vote: Vote): string | undefined {
  const question = meeting.decisions.questions[vote.question];
  const proposal = question?.alternatives.find(({ id }) => id === vote.result?.outcome)?.proposal;
  return proposal === undefined ? undefined : meeting.proposals.byId[proposal]?.reason;
}

/** The counter-propositions as a figure. */
export function WallChain({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { language } = usePreferences();
  const question = currentQuestion(meeting);
  const chain = question === undefined ? null : chainProps(meeting, question.id, language, t);
  if (chain === null || question === undefined) return <WallFinding meeting={meeting} />;
  return (
    <div className={css.middle}>
      <WallWords
        headline={t('wall.chain', { count: chain.proposals.length, votes: chain.votes.length })}
        meaning={t('wall.chain.meaning')}
      />
      <ChainDiagram {...chain} look="hall" />
    </div>
  );
}

/** Between finding and gavel: anyone entitled may demand a vote. */
export function WallFinding({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const { language } = usePreferences();
  const question = currentQuestion(meeting);
  if (question === undefined) return null;
  const frame = currentFrame(question);
  if (frame.found === undefined)
    return (
      <WallQuiet
        headline={t('wall.proposition')}
        why={question.alternatives
          .map((a) => a.proposal)
          .filter((p) => p !== undefined)
          .map((p) => capital(String(plain(language, proposalName(meeting, p)))))
          .join(' · ')}
      />
    );
  const found = capital(say(language, alternativeFound(meeting, question, frame.found, currentLevel(question) > 0)));
  return (
    <WallQuiet
      headline={t('wall.finding', { found })}
      why={frame.demandedBy === undefined ? t('wall.finding.may') : t('wall.finding.demanded')}
    />
  );
}
