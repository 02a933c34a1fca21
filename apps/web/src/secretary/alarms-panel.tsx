import { say, statuteText } from '@klubba/i18n';
import { alarms, type Meeting, type PersonId, rules } from '@klubba/meeting';
import { Phone } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { statutesFor, type Steps, stepIcon } from '../steps/index.ts';
import { type Alarm, AlarmList, Button, ButtonLink, RuleRef } from '../ui/index.ts';
import css from './secretary.module.css';

/** How often it is said anew for how long somebody has been gone. */
const ALARM_STEP_MS = 5_000;

/** The present, no finer than alarms are redrawn for. In ms. */
export const alarmTime = (now: number): number => Math.floor(now / ALARM_STEP_MS) * ALARM_STEP_MS;

/** What must be handled, gravest first, with whom to ring. `rule`-bound sentences carry their paragraph. */
export function AlarmsPanel({
  meeting,
  me,
  at,
  steps,
  show,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  /** The server's present, no finer than the screen should be redrawn for. */
  readonly at: number;
  readonly steps: Steps;
  /** Stops and warnings stay in view; information stands among the practical things. */
  readonly show: 'urgent' | 'information';
}) {
  const t = useText();
  const { language } = usePreferences();
  const list = useMemo(
    () => alarms(meeting, me, at).filter((alarm) => shownAs(alarm) === show),
    [meeting, me, at, show],
  );
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
          {say(language, alarm)}
          {statutes.map((statute) => (
            <Fragment key={statuteText(language, statute)}>
              {' '}
              <RuleRef>{statuteText(language, statute)}</RuleRef>
            </Fragment>
          ))}
        </>
      ),
      ...(actions.length === 0 ? {} : { actions }),
    };
  });
  return (
    <div className={show === 'urgent' ? css.alarms : undefined}>
      <AlarmList label={t(show === 'urgent' ? 'chair.handle' : 'secretary.know')} alarms={views} />
    </div>
  );
}

/** Requests for help have a list of their own. */
function shownAs({ id, rank }: { readonly id: string; readonly rank: string }): 'urgent' | 'information' | 'elsewhere' {
  if (id.startsWith('help:')) return 'elsewhere';
  return rank === 'information' ? 'information' : 'urgent';
}

/** Alarms about a person are named by it: "lost:<person>". */
function phoneOf(meeting: Meeting, alarm: string): string | undefined {
  const [about, person] = alarm.split(':');
  return about === 'lost' || about === 'help' || about === 'link'
    ? meeting.plan.people.find((one) => one.id === person)?.phone
    : undefined;
}
