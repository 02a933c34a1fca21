import { say, timeText } from '@klubba/i18n';
import { alternativeDecided, type ItemState } from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { capital } from '../figures/chain.ts';
import { useMeeting } from '../live/index.ts';
import { LegalText, Panel } from '../ui/index.ts';
import { LiveHeading } from './live-heading.tsx';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import { lastVote } from './moment.ts';
import { Reserve } from './reserve.tsx';
import { VoteOutcome } from './result-side.tsx';

/** After the gavel: what was decided, how, and the right to a reservation. */
export function DecidedSide({ me, item }: ScreenProps & { readonly item: ItemState }) {
  const t = useText();
  const meeting = useMeeting();
  const vote = lastVote(meeting);
  return (
    <Panel framed label={t('member.decided.title', { number: item.number })}>
      <div className={css.stack}>
        <LiveHeading className={css.title}>{t('member.decided.title', { number: item.number })}</LiveHeading>
        <Decisions item={item} />
        {vote !== undefined && <VoteOutcome me={me} vote={vote} />}
        <Reserve me={me} item={item} />
        <p className={css.soft}>{t('member.decided.closed')}</p>
      </div>
    </Panel>
  );
}

/** Every decision of the item, in order of settling. */
function Decisions({ item }: { readonly item: ItemState }) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const decided = meeting.decisions.decided[item.id] ?? [];
  return decided.map((one) => {
    const question = meeting.decisions.questions[one.question];
    if (question === undefined) return null;
    return (
      <div key={one.question}>
        <LegalText>
          <p>{capital(say(language, alternativeDecided(meeting, question, one.outcome)))}.</p>
        </LegalText>
        <p className={css.soft}>
          {t('member.decided.by', { how: t(`label.settledBy.${one.by}`), time: timeText(one.at) })}
        </p>
      </div>
    );
  });
}
