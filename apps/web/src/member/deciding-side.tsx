import { say, timeWithSeconds } from '@klubba/i18n';
import { alternativeFound, type Frame, personWithParty, type Question } from '@klubba/meeting';
import { Hand } from 'lucide-react';
import { usePreferences, useText } from '../app/text.tsx';
import { chainProps } from '../figures/chain.ts';
import { useCommand, useMeeting, useServerNow } from '../live/index.ts';
import { RefusalLine, refusalText } from '../steps/index.ts';
import { Button, ChainDiagram, NotNow, Panel, WindowTrail } from '../ui/index.ts';
import { inTheWayOf } from './lawful.ts';
import { LiveHeading } from './live-heading.tsx';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import { lastVote } from './moment.ts';
import { ReadProposals } from './read-proposals.tsx';
import { VoteOutcome } from './result-side.tsx';

/** The order, the question and the answer by acclamation. */
export function DecidingSide({ me, question }: ScreenProps & { readonly question: Question | undefined }) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const item = meeting.agenda.current;
  const proposed = item === undefined ? undefined : meeting.decisions.orders[item];
  const chain = question === undefined ? null : chainProps(meeting, question.id, language, t);
  const isPut = question?.frames.at(-1)?.put !== undefined;
  const words = isPut ? 'answer' : proposed !== undefined && !proposed.approved ? 'order' : 'wait';
  const last = lastVote(meeting);
  const by = question?.frames.find((frame) => frame.demandedBy !== undefined)?.demandedBy;
  return (
    <Panel framed label={t('member.deciding.title')}>
      <div className={css.stack}>
        <LiveHeading className={css.title}>{t(isPut ? 'member.deciding.put' : 'member.deciding.title')}</LiveHeading>
        {by !== undefined && (
          <p>
            {t('member.demanded.counter', { name: personWithParty(meeting.plan, by), own: by === me ? 'yes' : 'no' })}
          </p>
        )}
        <p>{t(`member.deciding.${words}`)}</p>
        {meeting.floor.commonMicrophones && meeting.attendance.present[me]?.mode === 'remote' && (
          <p>
            <b>{t('member.deciding.mic')}</b>
          </p>
        )}
        {chain !== null && <ChainDiagram {...chain} />}
        <ReadProposals question={question} />
        {last !== undefined && <VoteOutcome me={me} vote={last} />}
        <StandAside me={me} />
      </div>
    </Panel>
  );
}

/** deltar inte i beslutet (KL 4:25): said before the decision. */
function StandAside({ me }: { readonly me: ScreenProps['me'] }) {
  const t = useText();
  const meeting = useMeeting();
  const command = useCommand();
  const now = useServerNow(60_000);
  const item = meeting.agenda.current;
  if (item !== undefined && meeting.decisions.standsAside[item]?.includes(me))
    return <p role="status">{t('member.deciding.asideDone')}</p>;
  if (inTheWayOf(meeting, me, { type: 'standAside', person: me }, now) !== undefined) return null;
  return (
    <div className={css.tight}>
      <Button
        busy={command.sending ? t('member.sending') : undefined}
        onPress={() => void command.send({ type: 'standAside', person: me })}
      >
        {t('member.deciding.aside')}
      </Button>
      <p className={css.soft}>{t('member.deciding.aside.note')}</p>
      <RefusalLine refusal={command.refusal} />
    </div>
  );
}

/** Between the finding and the gavel: the moment in which anybody may ask for a vote. */
export function FindingSide({
  me,
  question,
  frame,
}: ScreenProps & { readonly question: Question; readonly frame: Frame }) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const command = useCommand();
  const now = useServerNow(60_000);
  const item = meeting.agenda.items[question.item];
  const demand = { type: 'demandVote', person: me } as const;
  const refusal = inTheWayOf(meeting, me, demand, now);
  const asCounter = question.frames.indexOf(frame) > 0;
  const found =
    frame.found === undefined ? '' : say(language, alternativeFound(meeting, question, frame.found, asCounter));
  return (
    <Panel framed label={t('member.finding.trail')}>
      <div className={css.stack}>
        <header className={css.tight}>
          <LiveHeading urgent className={css.title}>
            {t('member.finding.title', { found })}
          </LiveHeading>
          <p className={css.soft}>
            § {item?.number} {item?.title}
          </p>
        </header>
        <WindowTrail
          label={t('member.finding.trail')}
          finding={{
            title: t('member.finding.done'),
            note: frame.foundAt === undefined ? '' : timeWithSeconds(frame.foundAt),
          }}
          open={{ title: t('member.finding.open'), note: t('member.finding.open.note') }}
          gavel={{ title: t('member.finding.gavel'), note: t('member.finding.gavel.note') }}
        />
        <div className={css.tight}>
          {refusal === undefined ? (
            <>
              <Button
                kind="primary"
                size="l"
                wide
                icon={Hand}
                busy={command.sending ? t('member.sending') : undefined}
                onPress={() => void command.send(demand)}
              >
                {t('member.finding.demand')}
              </Button>
              <p className={css.soft}>{t('member.finding.one')}</p>
            </>
          ) : (
            <NotNow
              stacked
              action={t('member.finding.demand')}
              word={t('common.notNow')}
              {...refusalText(language, refusal, meeting.plan.body.kind)}
            />
          )}
          <RefusalLine refusal={command.refusal} />
        </div>
        <div className={css.lines}>
          <p>
            <b>{t('member.finding.nothing')}</b> {t('member.finding.nothing.text')}
          </p>
          <p>
            <b>{t('member.finding.do')}</b>{' '}
            {t(frame.alternatives.length > 2 ? 'member.finding.do.many' : 'member.finding.do.two')}
          </p>
        </div>
        <ReadProposals question={question} />
        <StandAside me={me} />
      </div>
    </Panel>
  );
}

/** Somebody has asked: the buttons come when the chair opens the vote. */
export function DemandedSide({
  me,
  question,
  frame,
}: ScreenProps & { readonly question: Question; readonly frame: Frame }) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const chain = chainProps(meeting, question.id, language, t);
  const last = lastVote(meeting);
  const by = frame.demandedBy;
  return (
    <Panel framed label={t('member.demanded.title')}>
      <div className={css.stack}>
        <LiveHeading className={css.title}>{t('member.demanded.title')}</LiveHeading>
        <p>
          {by === undefined || by === me
            ? t('member.demanded.you')
            : t('member.demanded.other', { name: personWithParty(meeting.plan, by) })}{' '}
          {t('member.demanded.buttons')}
        </p>
        {last !== undefined && last.question === question.id && <VoteOutcome me={me} vote={last} />}
        {chain !== null && <ChainDiagram {...chain} />}
        <ReadProposals question={question} />
      </div>
    </Panel>
  );
}
