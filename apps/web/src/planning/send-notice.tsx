import { dateText, isTextKey, text } from '@klubba/i18n';
import { calledTo, faultsIfSent, lastNoticeDay, type Meeting } from '@klubba/meeting';
import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import { usePreferences, useText } from '../app/text.tsx';
import { useServerNow } from '../live/index.ts';
import { refusalText } from '../steps/index.ts';
import { Alert, Button, ButtonRow, NextStep, NotNow, Panel, RuleRef, Ticks } from '../ui/index.ts';
import { dayOf, dayTextOf } from './day.ts';
import css from './planning.module.css';
import type { Dispatches } from './use-dispatches.ts';

type Props = { readonly meeting: Meeting; readonly dispatches: Dispatches };

/** The law's days and which are met, what is wrong in form without hindering, and the sending itself. */
export function SendNotice({ meeting, dispatches }: Props) {
  const t = useText();
  const { language } = usePreferences();
  const now = useServerNow(60_000);
  const { plan, notice } = meeting;
  const today = dayOf(now);
  const faults = faultsIfSent(meeting, today);
  return (
    <>
      <Panel title={t('planning.desk.days')}>
        <Ticks ticks={useDays(meeting, today)} />
      </Panel>
      {faults.length > 0 && (
        <div className={css.form}>
          {faults.map((fault) => {
            const { reason, rule } = refusalText(language, fault, plan.body.kind);
            return (
              <Alert
                key={`${fault.rule}${JSON.stringify(fault.detail)}`}
                rank="warning"
                word={t('planning.desk.warning')}
              >
                {reason} {rule !== undefined && <RuleRef>{rule}</RuleRef>}
              </Alert>
            );
          })}
          <p className={css.soft}>{t('planning.desk.stand')}</p>
        </div>
      )}
      {plan.notice.fallback !== undefined && (
        <Panel title={t('notice.fallback')}>
          <p>{plan.notice.fallback}</p>
        </Panel>
      )}
      <Send meeting={meeting} dispatches={dispatches} />
      {notice.sent.length > 0 && (
        <Panel title={t('planning.desk.sent')}>
          <ul className={css.grounds}>
            {notice.sent.map(({ version, at, digest }) => (
              <li key={version}>
                <span>{version}</span>
                <span>
                  {dayTextOf(language, at)} <span className={css.digest}>{digest.slice(0, DIGEST_SHOWN)}</span>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

const DIGEST_SHOWN = 16;

function useDays(meeting: Meeting, today: string) {
  const t = useText();
  const { language } = usePreferences();
  const { plan } = meeting;
  const last = lastNoticeDay(plan);
  const { sentOn } = plan.notice;
  const hasAll = plan.place.trim() !== '' && plan.items.length > 0;
  const inTime = last === null || (sentOn ?? today) <= last;
  return [
    {
      id: 'contents',
      icon: hasAll ? CircleCheck : TriangleAlert,
      text: t(hasAll ? 'planning.desk.contents' : 'planning.desk.contents.missing'),
    },
    {
      id: 'day',
      icon: sentOn !== null && inTime ? CircleCheck : inTime ? Clock : TriangleAlert,
      text: last === null ? t('planning.desk.noDay') : t('planning.desk.lastDay', { day: dateText(language, last) }),
    },
    {
      id: 'sent',
      icon: sentOn === null ? Clock : CircleCheck,
      text:
        sentOn === null ? t('planning.desk.unsent') : t('planning.desk.sentOn', { day: dateText(language, sentOn) }),
    },
  ];
}

function Send({ meeting, dispatches }: Props) {
  const t = useText();
  const { language } = usePreferences();
  const { sending, trouble, send, list = [] } = dispatches;
  const { members, substitutes } = calledTo(meeting.plan);
  const last = meeting.notice.sent.at(-1);
  const begun = meeting.agenda.phase !== 'planned';
  const reached = list.filter((one) => one.version === last?.version && one.result === 'sent').map((one) => one.person);
  const missing = last === undefined ? 0 : [...members, ...substitutes].filter((one) => !reached.includes(one)).length;
  const troubleKey = `refusal.${trouble ?? ''}`;
  return (
    <div className={css.form}>
      {begun ? (
        <NotNow stacked action={t('planning.desk.send')} word={t('common.notNow')} reason={t('refusal.NTC-BEGUN')} />
      ) : (
        <NextStep
          busy={sending === 'notice' ? t('planning.sending') : undefined}
          effect={t('planning.desk.send.effect', { count: members.length + substitutes.length })}
          onPress={() => void send('notice')}
        >
          {t(last === undefined ? 'planning.desk.send' : 'planning.desk.send.again')}
        </NextStep>
      )}
      {last !== undefined && !begun && (
        <ButtonRow>
          {missing > 0 && (
            <Button
              busy={sending === 'missing' ? t('planning.sending') : undefined}
              onPress={() => void send('missing')}
            >
              {t('planning.desk.send.missing', { count: missing })}
            </Button>
          )}
          <Button
            busy={sending === 'reminder' ? t('planning.sending') : undefined}
            onPress={() => void send('reminder')}
          >
            {t('planning.desk.send.reminder')}
          </Button>
        </ButtonRow>
      )}
      <div role="status">
        {trouble !== undefined && (
          <Alert rank="warning" word={t('planning.desk.notSent')} compact>
            {isTextKey(troubleKey) ? text(language, troubleKey) : t('planning.desk.unreachable')}
          </Alert>
        )}
      </div>
    </div>
  );
}
