import { say, timeWithSeconds } from '@klubba/i18n';
import {
  alternativeNoun,
  type Cast,
  type Choice,
  type Meeting,
  partiesBehind,
  personWithParty,
  type Vote,
} from '@klubba/meeting';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { capital } from '../figures/chain.ts';
import { type Outcome, useCommand, useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button, Panel, type VoteChoice, VoteButtons, VoteReceipt, type VoteState } from '../ui/index.ts';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import { ReadProposals } from './read-proposals.tsx';
import { CHOICE_OF, ownVoteState, SHAPE_OF } from './own-vote.ts';

/** An open vote: three answers alike, then the own one in words. Who has voted is told, never how. */
export function VoteSide({ me, vote }: ScreenProps & { readonly vote: Vote }) {
  const t = useText();
  const meeting = useMeeting();
  return (
    <Panel framed label={t('member.vote.main')}>
      <div className={css.stack}>
        {vote.electors.some((one) => one.person === me) ? (
          // A new vote is a new question: nothing of the last one's answer stays.
          <OwnVote key={vote.id} me={me} vote={vote} />
        ) : (
          <Watching me={me} vote={vote} />
        )}
        <ReadProposals question={meeting.decisions.questions[vote.question]} only={[vote.yes, vote.no]} />
      </div>
    </Panel>
  );
}

/** "Huvudvotering, § 118 Mål och budget". */
export function useVoteTitle(vote: Vote): string {
  const t = useText();
  const meeting = useMeeting();
  const question = meeting.decisions.questions[vote.question];
  const item = question === undefined ? undefined : meeting.agenda.items[question.item];
  const kind = vote.level > 0 ? 'counter' : 'main';
  const isMatter = question?.kind === 'main' || question === undefined;
  return t('member.vote.title', {
    kind: kind === 'counter' || isMatter ? t(`member.vote.${kind}`) : t(`label.questionKind.${question.kind}`),
    number: item?.number ?? '',
    title: item?.title ?? '',
  });
}

/** What an answer is for: "bifall till kommunstyrelsens förslag (S, V, MP)". */
export function useMeaning(vote: Vote): (choice: Choice) => string {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const question = meeting.decisions.questions[vote.question];
  return (choice) => {
    if (choice === 'abstain' || question === undefined) return t('member.vote.abstain');
    const id = choice === 'yes' ? vote.yes : vote.no;
    const parties = partiesBehind(meeting, question, id);
    const what = say(language, alternativeNoun(meeting, question, id));
    return parties.length === 0 ? what : `${what} (${parties.join(', ')})`;
  };
}

/** The three answers, and then the receipt in words. `level` is the heading's, where the page has one of its own above. */
export function OwnVote({
  me,
  vote,
  level = 1,
}: {
  readonly me: ScreenProps['me'];
  readonly vote: Vote;
  readonly level?: 1 | 2;
}) {
  const Heading = `h${level}` as const;
  const t = useText();
  const title = useVoteTitle(vote);
  const meaning = useMeaning(vote);
  const command = useCommand();
  const [pressed, setPressed] = useState<Choice>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [changing, setChanging] = useState(false);
  const own = vote.cast[me];
  const press = async (choice: VoteChoice): Promise<void> => {
    const wanted = CHOICE_OF[choice];
    setPressed(wanted);
    setOutcome(undefined);
    const answer = await command.send({ type: 'castVote', vote: vote.id, choice: wanted });
    setOutcome(answer);
    if (answer.kind === 'done') setChanging(false);
  };
  const now = ownVoteState(vote, me, { sending: command.sending, pressed, outcome });
  const answers = {
    ja: { word: t('common.yes'), meaning: meaning('yes') },
    nej: { word: t('common.no'), meaning: meaning('no') },
    avstar: { word: t('common.abstain'), meaning: meaning('abstain') },
  };
  const received = own?.choice !== undefined && now.is === 'cast' && !changing;
  return (
    <>
      <header className={css.tight}>
        <Heading className={css.title}>{received ? t('member.vote.received') : title}</Heading>
        <p className={css.soft}>{received ? title : <Hint vote={vote} me={me} />}</p>
      </header>
      {vote.state === 'frozen' && <Frozen vote={vote} me={me} />}
      {received && own?.choice !== undefined ? (
        <VoteReceipt
          answer={t('member.vote.you', { choice: t(`label.choice.${own.choice}`) })}
          meaning={t('member.vote.meaning', { meaning: capital(meaning(own.choice)), time: timeWithSeconds(own.at) })}
          kept={t(own.how === 'spoken' ? 'member.vote.spoken' : 'member.vote.kept')}
          progress={<Progress vote={vote} />}
          change={
            mayChange(vote, own) ? (
              <Button onPress={() => setChanging(true)}>{t('member.vote.change')}</Button>
            ) : undefined
          }
        />
      ) : (
        <VoteButtons label={title} answers={answers} state={words(t, now)} onVote={(choice) => void press(choice)} />
      )}
      <RefusalLine refusal={command.refusal} />
      {changing && own !== undefined && <Button onPress={() => setChanging(false)}>{t('member.vote.keep')}</Button>}
      {!received && <p className={css.soft}>{<Progress vote={vote} />}</p>}
    </>
  );
}

function mayChange(vote: Vote, own: Cast): boolean {
  return vote.state === 'open' && vote.method === 'buttons' && own.how === 'button';
}

function words(t: ReturnType<typeof useText>, now: ReturnType<typeof ownVoteState>): VoteState {
  switch (now.is) {
    case 'open':
      return { is: 'open' };
    case 'sending':
      return { is: 'sending', choice: SHAPE_OF[now.choice], text: t('member.vote.sending') };
    case 'notSaved':
      return { is: 'not-saved', choice: SHAPE_OF[now.choice], text: t('member.vote.notSaved') };
    case 'cast':
      return {
        is: 'cast',
        choice: SHAPE_OF[now.choice],
        text: t('member.vote.cast', { time: timeWithSeconds(now.at) }),
      };
    case 'stopped':
      return { is: 'not-allowed', word: t('member.vote.stopped.word'), reason: t(`member.vote.${now.why}`) };
  }
}

function Hint({ vote, me }: { readonly vote: Vote; readonly me: ScreenProps['me'] }) {
  const t = useText();
  if (vote.method === 'buttons') return t('member.vote.open');
  return t(vote.called === me ? 'member.vote.called' : 'member.vote.rollCall');
}

function Frozen({ vote, me }: { readonly vote: Vote; readonly me: ScreenProps['me'] }) {
  const t = useText();
  return (
    <Alert rank="warning" word={t('member.vote.stopped.word')}>
      {t(vote.frozenBy?.includes(me) ? 'member.vote.stopped.own' : 'member.vote.stopped')}
    </Alert>
  );
}

/** How many have voted, where the body shows it. */
function Progress({ vote }: { readonly vote: Vote }) {
  const t = useText();
  const shown = useMeeting(whoHasVotedIsShown);
  const meeting = useMeeting();
  if (vote.state === 'tied') {
    const byLot = meeting.decisions.questions[vote.question]?.kind === 'election';
    return t(byLot ? 'member.vote.tied.lot' : 'member.vote.tied.text');
  }
  if (!shown) return t('member.vote.progress.hidden');
  const progress = t('member.vote.progress', {
    voted: Object.keys(vote.cast).length,
    electors: vote.electors.length,
  });
  if (vote.method === 'buttons' || vote.called === undefined || vote.cast[vote.called] !== undefined) return progress;
  return `${t('member.vote.calledNow', { name: personWithParty(meeting.plan, vote.called) })}. ${progress}`;
}

const whoHasVotedIsShown = (meeting: Meeting): boolean => meeting.plan.body.settings.whoHasVotedIsShown.value;

function Watching({ me, vote }: { readonly me: ScreenProps['me']; readonly vote: Vote }) {
  const t = useText();
  const title = useVoteTitle(vote);
  const meaning = useMeaning(vote);
  const meeting = useMeeting();
  const item = meeting.agenda.current;
  const aside = item !== undefined && meeting.decisions.standsAside[item]?.includes(me) === true;
  return (
    <>
      <header className={css.tight}>
        <h1 className={css.title}>{title}</h1>
        <p>{t('member.vote.watch')}</p>
        <p className={css.soft}>{t(aside ? 'member.vote.watch.aside' : 'member.vote.watch.substitute')}</p>
      </header>
      <div className={css.lines}>
        <p>
          <b>{t('common.yes')}</b> {meaning('yes')}
        </p>
        <p>
          <b>{t('common.no')}</b> {meaning('no')}
        </p>
      </div>
      <p className={css.soft}>
        <Progress vote={vote} />
      </p>
    </>
  );
}
