import { say, statutesText } from '@klubba/i18n';
import { type Alarm, alarms, type Meeting, type PersonId, rules } from '@klubba/meeting';
import { useMemo, useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { statutesFor, stepIcon, type Steps } from '../steps/index.ts';
import { type Alarm as AlarmView, AlarmList, Button, Panel, RuleRef, useWindowWidth } from '../ui/index.ts';

/** Below this the script must not be pushed out of sight: only what stops the meeting stands open. */
const PHONE_PX = 640;

/** What must be handled, gravest first. */
export function AlarmsPanel({
  meeting,
  me,
  at,
  steps,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  /** The server's present, no finer than the screen should be redrawn for. */
  readonly at: number;
  readonly steps: Steps;
}) {
  const t = useText();
  const list = useMemo(() => alarms(meeting, me, at), [meeting, me, at]);
  const isPhone = useWindowWidth() < PHONE_PX;
  const [unfolded, setUnfolded] = useState(false);
  const folds = isPhone && !unfolded;
  const shown = folds ? list.filter((alarm) => alarm.rank === 'stop') : list;
  const hidden = list.length - shown.length;
  const views = useAlarmViews(shown, meeting, steps);
  if (isPhone && list.length === 0) return null;
  return (
    <Panel title={t('chair.handle')} note={list.length > 1 ? t('chair.handle.note') : undefined}>
      {list.length === 0 && <p>{t('chair.handle.none')}</p>}
      {views.length > 0 && <AlarmList label={t('chair.handle')} alarms={views} />}
      {isPhone && (hidden > 0 || unfolded) && (
        <Button wide expanded={unfolded} onPress={() => setUnfolded(!unfolded)}>
          {unfolded ? t('chair.handle.fewer') : t('chair.handle.more', { count: hidden, stops: shown.length })}
        </Button>
      )}
    </Panel>
  );
}

function useAlarmViews(list: readonly Alarm[], meeting: Meeting, steps: Steps): readonly AlarmView[] {
  const t = useText();
  const { language } = usePreferences();
  return list.map((alarm) => {
    const statutes = statutesFor(rules.find((rule) => rule.id === alarm.rule)?.statutes ?? [], meeting.plan.body.kind);
    const actions = alarm.steps.map((step) => (
      <Button
        key={step.key + JSON.stringify(step.values)}
        icon={stepIcon(step.command)}
        onPress={() => steps.press(step)}
      >
        {say(language, step)}
      </Button>
    ));
    return {
      id: alarm.id,
      rank: alarm.rank,
      compact: true,
      word: t(`chair.rank.${alarm.rank}`),
      children: (
        <>
          {say(language, alarm)} {statutes.length > 0 && <RuleRef>{statutesText(language, statutes)}</RuleRef>}
        </>
      ),
      ...(actions.length === 0 ? {} : { actions }),
    };
  });
}
