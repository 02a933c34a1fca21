import { dateText, timeText } from '@klubba/i18n';
import { calledTo, type Meeting, type PersonId, personWithParty } from '@klubba/meeting';
import { CalendarPlus, FileText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { usePageTitle } from '../app/page-title.ts';
import { usePreferences, useText } from '../app/text.tsx';
import { useLive, useMe, useMeeting, useServerNow } from '../live/index.ts';
import { Alert, ButtonLink, ButtonRow, Column, ColumnsFrame, Facts, type Pair, TopBar } from '../ui/index.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { CalledOff } from './called-off.tsx';
import { dayTextOf, weekdayAndDate } from './day.ts';
import { holderOf } from './desk.ts';
import { NoticeItems } from './notice-items.tsx';
import css from './planning.module.css';

/** The notice as its reader may see it: what, where, when and how, the items with their documents, and the reader's own answer. */
export function Notice() {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const me = useMe();
  const now = useServerNow(60_000);
  const { plan, notice } = meeting;
  usePageTitle(t('notice.tab'), plan.body.name);
  const { members, substitutes } = calledTo(plan);
  const own = me !== null && [...members, ...substitutes].includes(me.person) ? me.person : undefined;
  useReadOnce(meeting, own);
  const folder = `/api/meetings/${encodeURIComponent(plan.meeting)}/notice`;
  return (
    <ColumnsFrame
      template={own === undefined ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) 430px'}
      top={
        <TopBar
          body={plan.body.name}
          item={{ title: weekdayAndDate(language, plan.date) }}
          actions={
            <ButtonLink size="s" kind="quiet" href={`/m/${plan.meeting}`}>
              {t('notice.back')}
            </ButtonLink>
          }
          clock={timeText(now)}
        />
      }
    >
      <Column surface>
        <h1 className={css.title}>{t('notice.title', { body: plan.body.name })}</h1>
        {notice.calledOff !== undefined && <CalledOff reason={notice.calledOff.reason} />}
        {plan.rehearsal === true && (
          <Alert rank="information" word="">
            {t('notice.rehearsal')}
          </Alert>
        )}
        <Facts facts={useFacts(meeting)} />
        <ButtonRow>
          {own !== undefined && notice.calledOff === undefined && (
            <ButtonLink size="s" href="#answer">
              {t('notice.answer.to')}
            </ButtonLink>
          )}
          <ButtonLink size="s" icon={FileText} href={`${folder}.pdf?language=${language}`}>
            {t('notice.pdf')}
          </ButtonLink>
          <ButtonLink size="s" icon={CalendarPlus} href={`${folder}.ics?language=${language}`}>
            {t('notice.calendar')}
          </ButtonLink>
        </ButtonRow>
        <NoticeItems meeting={meeting} />
      </Column>
      {own !== undefined && notice.calledOff === undefined && (
        <Column>
          <div id="answer">
            <AnswerPanel meeting={meeting} me={own} />
          </div>
        </Column>
      )}
    </ColumnsFrame>
  );
}

/** That a called person has the notice in front of them is noted once: the secretary sees who has not opened it. */
function useReadOnce(meeting: Meeting, person: PersonId | undefined): void {
  const connection = useLive();
  const told = useRef(false);
  const isUnread =
    person !== undefined && meeting.notice.read[person] === undefined && meeting.agenda.phase !== 'closed';
  useEffect(() => {
    if (!isUnread || told.current) return;
    told.current = true;
    void connection.send({ type: 'readNotice', person });
  }, [connection, isUnread, person]);
}

function useFacts(meeting: Meeting): readonly Pair[] {
  const t = useText();
  const { language } = usePreferences();
  const { plan, notice } = meeting;
  const { members, substitutes } = calledTo(plan);
  const chair = holderOf(meeting, 'chair');
  const sent = notice.sent.at(-1);
  const { remoteAllowed } = plan.body.settings;
  const remote =
    plan.form !== 'physical' && remoteAllowed.value && remoteAllowed.source.kind === 'decision'
      ? [
          t('notice.decision', {
            body: remoteAllowed.source.decision.body,
            day: dateText(language, remoteAllowed.source.decision.date),
            section: remoteAllowed.source.decision.section.replace(/^§ */, ''),
          }),
        ]
      : [];
  return [
    {
      term: t('notice.when'),
      value: t('notice.when.text', { day: weekdayAndDate(language, plan.date), time: timeText(plan.startsAt) }),
    },
    { term: t('notice.place'), value: plan.place },
    { term: t('notice.form'), value: [t(`notice.form.${plan.form}`), ...remote].join(' ') },
    {
      term: t('notice.called'),
      value: t('notice.called.text', { members: members.length, substitutes: substitutes.length }),
    },
    ...(sent === undefined
      ? []
      : [
          {
            term: t('notice.sent'),
            value: t('notice.sent.version', { day: dayTextOf(language, sent.at), version: sent.version }),
          },
        ]),
    ...(plan.notice.fallback === undefined ? [] : [{ term: t('notice.fallback'), value: plan.notice.fallback }]),
    ...(plan.secretaryPhone === undefined
      ? []
      : [{ term: t('notice.contact.term'), value: t('notice.contact', { phone: plan.secretaryPhone }) }]),
    ...(chair === undefined
      ? []
      : [{ term: t('notice.by.term'), value: t('notice.by', { person: personWithParty(plan, chair) }) }]),
  ];
}
