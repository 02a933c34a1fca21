import { say, statutesText } from '@klubba/i18n';
import { alarms, type Meeting, type PersonId, rules } from '@klubba/meeting';
import { Phone } from 'lucide-react';
import { useMemo } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { statutesFor, type Steps, stepIcon } from '../steps/index.ts';
import { type Alarm, AlarmList, Button, ButtonLink, RuleRef } from '../ui/index.ts';
import css from './secretary.module.css';

/** What must be handled, gravest first, with whom to ring. `rule`-bound sentences carry their paragraph. */
export function AlarmsPanel({
  meeting,
  me,
  minute,
  steps,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly minute: number;
  readonly steps: Steps;
}) {
  const t = useText();
  const { language } = usePreferences();
  const list = useMemo(() => alarms(meeting, me, minute), [meeting, me, minute]);
  if (list.length === 0) return null;
  const views: readonly Alarm[] = list.map((alarm) => {
    const statutes = statutesFor(rules.find((rule) => rule.id === alarm.rule)?.statutes ?? [], meeting.plan.body.kind);
    const phone = phoneOf(meeting, alarm.id);
    const actions = [
      ...(phone === undefined
        ? []
        : [
            <ButtonLink key="phone" size="s" icon={Phone} href={`tel:${phone.replaceAll(/[^+\d]/gu, '')}`}>
              {t('secretary.ring', { phone })}
            </ButtonLink>,
          ]),
      ...alarm.steps.map((step) => (
        <Button
          key={step.key + JSON.stringify(step.values)}
          size="s"
          icon={stepIcon(step.command)}
          onPress={() => steps.press(step)}
        >
          {say(language, step)}
        </Button>
      )),
    ];
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
  return (
    <div className={css.alarms}>
      <AlarmList label={t('chair.handle')} alarms={views} />
    </div>
  );
}

/** Alarms about a person are named by it: "lost:<person>". */
function phoneOf(meeting: Meeting, alarm: string): string | undefined {
  const [about, person] = alarm.split(':');
  return about === 'lost' || about === 'help' || about === 'link'
    ? meeting.plan.people.find((one) => one.id === person)?.phone
    : undefined;
}
