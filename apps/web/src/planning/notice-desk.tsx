import { timeText } from '@klubba/i18n';
import type { MeetingId } from '@klubba/meeting';
import type { ReactNode } from 'react';
import { usePageTitle } from '../app/page-title.ts';
import { usePreferences, useText } from '../app/text.tsx';
import { useMe, useMeeting, useServerNow } from '../live/index.ts';
import { DemandsPanel } from '../login/demands-panel.tsx';
import { ButtonLink, Column, ColumnsFrame, EmptyState, PageFrame, TopBar } from '../ui/index.ts';
import { Answers } from './answers.tsx';
import { CallOff } from './call-off.tsx';
import { CalledOff } from './called-off.tsx';
import { weekdayAndDate } from './day.ts';
import { DESK } from './desk.ts';
import { DispatchRows } from './dispatch-rows.tsx';
import { SendNotice } from './send-notice.tsx';
import { useDispatches } from './use-dispatches.ts';

/** The secretary's page of the notice: the law's days, sending and reminding, who has answered what, and the proof of what was sent. */
export function NoticeDesk() {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const me = useMe();
  const now = useServerNow(60_000);
  const { plan } = meeting;
  usePageTitle(t('planning.desk.tab'), plan.body.name);
  const top = (
    <TopBar
      body={plan.body.name}
      item={{ title: t('planning.desk.top', { day: weekdayAndDate(language, plan.date) }) }}
      actions={
        <>
          {meeting.agenda.phase === 'planned' && meeting.notice.calledOff === undefined && (
            <ButtonLink size="s" kind="quiet" href={`/m/${plan.meeting}/plan`}>
              {t('planning.change.title')}
            </ButtonLink>
          )}
          <ButtonLink size="s" kind="quiet" href={`/m/${plan.meeting}/permissions`}>
            {t('planning.remote.tab')}
          </ButtonLink>
          <ButtonLink size="s" href={`/m/${plan.meeting}/notice`}>
            {t('planning.desk.preview')}
          </ButtonLink>
        </>
      }
      clock={timeText(now)}
    />
  );
  if (me === null || !me.duties.some((duty) => DESK.includes(duty))) {
    return (
      <PageFrame top={top}>
        <EmptyState page level={1} title={t('planning.desk.tab')}>
          {t('planning.desk.notYours')}
        </EmptyState>
      </PageFrame>
    );
  }
  return <Desk meeting={plan.meeting} top={top} />;
}

function Desk({ meeting: id, top }: { readonly meeting: MeetingId; readonly top: ReactNode }) {
  const meeting = useMeeting();
  const dispatches = useDispatches(id);
  return (
    <ColumnsFrame template="minmax(0, 1fr) 430px" top={top}>
      <Column surface>
        <Answers meeting={meeting} />
        <DispatchRows meeting={meeting} dispatches={dispatches} />
      </Column>
      <Column>
        {meeting.notice.calledOff === undefined ? (
          <>
            <SendNotice meeting={meeting} dispatches={dispatches} />
            {meeting.agenda.phase === 'planned' && <CallOff meeting={meeting} dispatches={dispatches} />}
          </>
        ) : (
          <CalledOff reason={meeting.notice.calledOff.reason} />
        )}
        <DemandsPanel scope="meeting" of={id} />
      </Column>
    </ColumnsFrame>
  );
}
