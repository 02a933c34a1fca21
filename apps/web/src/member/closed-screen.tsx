import { timeText } from '@klubba/i18n';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { ButtonLink, QuietFrame, Ticks } from '../ui/index.ts';
import { LiveHeading } from './live-heading.tsx';
import { CompanyAsks } from './company-asks.tsx';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import { MemberTop } from './top.tsx';

/** After the meeting: when it ended, and what is noted about oneself. */
export function ClosedScreen({ me }: ScreenProps) {
  const t = useText();
  const meeting = useMeeting();
  const own = meeting.decisions.reservations.filter((one) => one.person === me);
  return (
    <QuietFrame
      top={<MemberTop />}
      aside={
        own.length === 0 ? undefined : (
          <section>
            <h2>{t('member.closed.yours')}</h2>
            <Ticks
              ticks={own.map((one) => ({
                id: `${one.item}-${one.at}`,
                text: t('member.closed.reservation', {
                  number: meeting.agenda.items[one.item]?.number ?? '',
                  time: timeText(one.at),
                }),
              }))}
            />
          </section>
        )
      }
    >
      <LiveHeading className={css.quietTitle}>{t('member.closed.title')}</LiveHeading>
      <p className={css.lede}>
        {meeting.agenda.closedAt === undefined
          ? ''
          : t('member.closed.text', { time: timeText(meeting.agenda.closedAt) })}
      </p>
      <CompanyAsks me={me} />
      <div className={css.after}>
        <p>{t('member.closed.minutes')}</p>
        <div>
          <ButtonLink size="l" href="/">
            {t('member.closed.toStart')}
          </ButtonLink>
        </div>
      </div>
    </QuietFrame>
  );
}
