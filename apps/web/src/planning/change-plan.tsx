import type { Meeting } from '@klubba/meeting';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { usePageTitle } from '../app/page-title.ts';
import { usePreferences, useText } from '../app/text.tsx';
import { useMe, useMeeting } from '../live/index.ts';
import { Alert, Button, ButtonLink, EmptyState, PageFrame, Soft, TopBar } from '../ui/index.ts';
import { weekdayAndDate } from './day.ts';
import { DESK } from './desk.ts';
import { wishOf } from './draft.ts';
import { ItemDocuments } from './item-documents.tsx';
import { changePlan } from './plan-api.ts';
import { draftsOf, fieldsOf, PlanForm } from './plan-form.tsx';

/** The desk changes a meeting that lies ahead: time, place, form, items and their documents. */
export function ChangePlan() {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const me = useMe();
  const { plan } = meeting;
  usePageTitle(t('planning.change.title'), plan.body.name);
  const isDesk = me !== null && me.duties.some((duty) => DESK.includes(duty));
  return (
    <PageFrame
      top={
        <TopBar
          body={plan.body.name}
          item={{ title: t('planning.change.top', { day: weekdayAndDate(language, plan.date) }) }}
          actions={
            <ButtonLink size="s" kind="quiet" href={`/m/${plan.meeting}/notice/desk`}>
              {t('planning.desk.tab')}
            </ButtonLink>
          }
        />
      }
    >
      {isDesk && meeting.agenda.phase === 'planned' && meeting.notice.calledOff === undefined ? (
        <AsOpened meeting={meeting} />
      ) : (
        <EmptyState page level={1} title={t('planning.change.title')}>
          {t(
            !isDesk
              ? 'planning.desk.notYours'
              : meeting.notice.calledOff === undefined
                ? 'refusal.PLN-STARTED'
                : 'planning.off.is',
          )}
        </EmptyState>
      )}
    </PageFrame>
  );
}

/** What was written here is kept when somebody else changes the plan meanwhile; that it was is said. */
function AsOpened({ meeting }: { readonly meeting: Meeting }) {
  const t = useText();
  const [opened, setOpened] = useState(meeting.plan);
  const isStale = saidBy(opened) !== saidBy(meeting.plan);
  return (
    <ChangeForm
      key={saidBy(opened)}
      plan={opened}
      meeting={meeting}
      notice={
        isStale && (
          <Alert
            rank="warning"
            word={t('planning.change.stale')}
            actions={
              <Button size="s" onPress={() => setOpened(meeting.plan)}>
                {t('planning.change.stale.load')}
              </Button>
            }
          >
            {t('planning.change.stale.text')}
          </Alert>
        )
      }
    />
  );
}

/** What the page shows of a plan: two that say the same are the same. */
function saidBy({ date, startsAt, place, form, notice, items }: Meeting['plan']): string {
  const said = items.map(({ announcedOn: _, documents: __, ...item }) => item);
  return JSON.stringify([date, startsAt, place, form, notice.fallback, notice.remindDays, said]);
}

function ChangeForm({
  plan,
  meeting,
  notice,
}: {
  readonly plan: Meeting['plan'];
  readonly meeting: Meeting;
  readonly notice: React.ReactNode;
}) {
  const t = useText();
  const navigate = useNavigate();
  const people = useMemo(
    () =>
      plan.people
        .map(({ id, givenName, familyName }) => ({ id, name: `${givenName} ${familyName}` }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'sv')),
    [plan],
  );
  const isSent = meeting.notice.sent.length > 0;
  return (
    <PlanForm
      title={t('planning.change.title')}
      bodies={[plan.body]}
      fields={fieldsOf(plan)}
      items={draftsOf(plan)}
      people={people}
      notice={notice}
      documents={(item, put) =>
        item.planned === undefined ? (
          <Soft>{t('planning.item.documents.save')}</Soft>
        ) : (
          <ItemDocuments
            meeting={plan.meeting}
            item={item.planned}
            documents={meeting.agenda.items[item.planned]?.documents ?? []}
            removed={item.removed}
            onRemoved={(removed) => put({ removed })}
          />
        )
      }
      send={{
        label: t('planning.change.send'),
        effect: t(isSent ? 'planning.change.send.sent' : 'planning.change.send.effect'),
        failed: t('planning.change.not'),
      }}
      onSend={async (wish, drafts) => {
        const items = drafts.map((draft) =>
          wishOf(draft, draft.planned === undefined ? [] : (meeting.agenda.items[draft.planned]?.documents ?? [])),
        );
        const answer = await changePlan(plan.meeting, { ...wish, items });
        if ('rule' in answer) return answer.rule;
        void navigate(`/m/${plan.meeting}/notice/desk`);
        return undefined;
      }}
    />
  );
}
