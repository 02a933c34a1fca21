import { timeText } from '@klubba/i18n';
import { isCouncil, type ItemState } from '@klubba/meeting';
import { Lock } from 'lucide-react';
import { usePreferences, useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { ButtonLink, NumberedSteps, QuietFrame, RuleRef, Ticks } from '../ui/index.ts';
import { MeetingPictures } from '../video/index.ts';
import { LiveHeading } from './live-heading.tsx';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import { mayWatchInConflict } from './moment.ts';
import { QuietBar } from './quiet-bar.tsx';
import { MemberTop } from './top.tsx';
import { statuteOf } from './statute-of.ts';

/** In conflict of interest in the open item: nothing of it is here, and it ends by itself. */
export function ConflictScreen({ me, open, item }: ScreenProps & { readonly item: ItemState }) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const { number } = item;
  const own = meeting.conflicts.byItem[item.id]?.find((one) => one.person === me);
  const remote = meeting.attendance.present[me]?.mode === 'remote';
  const phone = meeting.plan.secretaryPhone;
  const { kind } = meeting.plan.body;
  const watches = mayWatchInConflict(meeting) && meeting.secrecy.closedFor !== item.id;
  const rule = statuteOf(language, isCouncil(kind) ? 'JAV-1' : 'JAV-2', kind);
  return (
    <QuietFrame
      top={<MemberTop item={{ number: `§ ${number}`, title: t('member.conflict.running') }} />}
      foot={<QuietBar me={me} onHelp={() => open('help')} />}
      aside={
        <div className={css.stack}>
          <section>
            <h2>{t('member.conflict.noted')}</h2>
            <Ticks
              ticks={[
                ...(own === undefined
                  ? []
                  : [
                      {
                        id: 'noted',
                        text: t(
                          own.state === 'established'
                            ? 'member.conflict.noted.decided'
                            : 'member.conflict.noted.declared',
                          { time: timeText(own.at) },
                        ),
                      },
                    ]),
                { id: 'count', text: t('member.conflict.noted.count', { number }) },
                { id: 'back', text: t('member.conflict.noted.back') },
              ]}
            />
          </section>
          <section>
            <h2>{t('member.conflict.off')}</h2>
            <Ticks
              ticks={[
                {
                  id: 'off',
                  icon: Lock,
                  text: (
                    <>
                      {t(watches ? 'member.conflict.off.watching' : 'member.conflict.off.text', { number })}{' '}
                      {rule !== undefined && <RuleRef>{rule}</RuleRef>}
                    </>
                  ),
                },
              ]}
            />
          </section>
        </div>
      }
    >
      <LiveHeading urgent className={css.quietTitle}>
        {t('member.conflict.title', { number })}
      </LiveHeading>
      <p className={css.lede}>
        {t(
          remote ? (watches ? 'member.conflict.lede.watching' : 'member.conflict.lede') : 'member.conflict.lede.hall',
          { number },
        )}
      </p>
      {remote && watches && <MeetingPictures as="strip" />}
      <NumberedSteps steps={[t('member.conflict.step.stay'), ...(remote ? [t('member.conflict.step.back')] : [])]} />
      {phone !== undefined && (
        <p>
          <ButtonLink size="l" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
            {t('member.help.call', { phone })}
          </ButtonLink>
        </p>
      )}
    </QuietFrame>
  );
}
