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
  type Question,
  type Vote,
} from '@klubba/meeting';
import { type ReactNode } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { capital, chainProps } from '../figures/chain.ts';
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
  const result = vote?.result;
  if (vote === undefined || result === undefined) return null;
  const question = meeting.decisions.questions[vote.question];
  if (question?.threshold.kind === 'thirdOfPresent')
    return <MinorityResult meeting={meeting} vote={vote} question={question} />;
  const { yes, no, abstain } = result;
  const won = result.outcome === vote.yes ? 'yes' : 'no';
  const headline =
    result.settledBy === 'castingVote'
      ? t('wall.result.castingVote', { won, yes, no })
      : t('wall.result.most', { won, more: Math.max(yes, no), less: Math.min(yes, no) });
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

function MinorityResult({
  meeting,
  vote,
  question,
}: {
  readonly meeting: Meeting;
  readonly vote: Vote;
  readonly question: Question;
}) {
  const t = useText();
  const { language } = usePreferences();
  const result = vote.result;
  if (result === undefined || question.threshold.kind !== 'thirdOfPresent') return null;
  const demandIsNo = question.threshold.for === vote.no;
  const wanting = demandIsNo ? result.no : result.yes;
  const against = demandIsNo ? result.yes : result.no;
  const limit = Math.ceil(result.present / 3);
  const values = { wanting, present: result.present, limit };
  const adopted = result.outcome === question.threshold.for;
  return (
    <div className={css.middle}>
      <WallWords
        headline={capital(say(language, alternativeFound(meeting, question, result.outcome)))}
        meaning={t(adopted ? 'wall.minority.enough' : 'wall.minority.short', values)}
      />
      <MemberBars
        look="hall"
        label={t('wall.minority.label', { ...values, against })}
        nej={wanting}
        ja={against}
        limit={limit}
        nejWord={capital(say(language, alternativeNoun(meeting, question, question.threshold.for)))}
        jaWord={capital(say(language, alternativeNoun(meeting, question, demandIsNo ? vote.yes : vote.no)))}
        words={t('wall.minority.limit', values)}
      />
    </div>
  );
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
