import { timeText } from '@klubba/i18n';
import { personWithParty, type PersonId, remoteApplications } from '@klubba/meeting';
import { useState } from 'react';
import { usePageTitle } from '../app/page-title.ts';
import { usePreferences, useText } from '../app/text.tsx';
import { useMe, useMeeting, useServerNow } from '../live/index.ts';
import { ButtonLink, Column, ColumnsFrame, EmptyState, PageFrame, TopBar } from '../ui/index.ts';
import { Applications } from './applications.tsx';
import { weekdayAndDate } from './day.ts';
import { Decision } from './decision.tsx';
import { DESK, holderOf } from './desk.ts';
import { Places } from './places.tsx';

/** The chair's decisions on who takes part at a distance: places and parties, applications, and the one to decide. */
export function Permissions() {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const me = useMe();
  const now = useServerNow(60_000);
  const [chosen, setChosen] = useState<PersonId>();
  const { plan } = meeting;
  usePageTitle(t('planning.remote.tab'), plan.body.name);
  const chair = holderOf(meeting, 'chair');
  const top = (
    <TopBar
      body={plan.body.name}
      item={{
        title: t('planning.remote.top', { day: weekdayAndDate(language, plan.date), time: timeText(plan.startsAt) }),
      }}
      leader={chair === undefined ? undefined : personWithParty(plan, chair)}
      actions={
        <ButtonLink size="s" kind="quiet" href={`/m/${plan.meeting}`}>
          {t('planning.back')}
        </ButtonLink>
      }
      clock={timeText(now)}
    />
  );
  if (me === null || !me.duties.some((duty) => DESK.includes(duty))) {
    return (
      <PageFrame top={top}>
        <EmptyState page level={1} title={t('planning.remote.tab')}>
          {t('planning.remote.notYours')}
        </EmptyState>
      </PageFrame>
    );
  }
  const applications = remoteApplications(meeting);
  const next = applications.find(({ state, appliedAt }) => state === 'applied' && appliedAt !== undefined);
  const current = applications.find(({ person }) => person === chosen) ?? next;
  return (
    <ColumnsFrame template="306px minmax(0, 1fr) 386px" top={top}>
      <Column>
        <Places meeting={meeting} />
      </Column>
      <Column surface>
        <Applications
          meeting={meeting}
          me={me.person}
          applications={applications}
          current={current?.person}
          onChoose={setChosen}
        />
      </Column>
      <Column>
        <Decision
          key={current?.person ?? 'none'}
          meeting={meeting}
          me={me.person}
          application={current}
          onDone={() => setChosen(undefined)}
        />
      </Column>
    </ColumnsFrame>
  );
}
