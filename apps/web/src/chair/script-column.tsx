import { say } from '@klubba/i18n';
import type { Script, ScriptLine, Step } from '@klubba/meeting';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { RefusalLine, refusalText, stepIcon, type Steps } from '../steps/index.ts';
import { Button, NextStep, NotNow, Panel, SayNow, StepTrail, type TrailStep } from '../ui/index.ts';
import css from './chair.module.css';
import { WordsDialog } from './words-dialog.tsx';

const stepId = (step: Step): string => step.key + JSON.stringify(step.values);
const TRAIL: Readonly<Record<'done' | 'current' | 'coming', TrailStep['state']>> = {
  done: 'done',
  current: 'now',
  coming: 'later',
};

/** The trail, the words, the one next step with its effect, the other lawful steps, and those that are not lawful now. */
export function ScriptColumn({ script, steps }: { readonly script: Script; readonly steps: Steps }) {
  const t = useText();
  const { language } = usePreferences();
  const kind = useMeeting((meeting) => meeting.plan.body.kind);
  const [wording, setWording] = useState(false);
  const { primary, others, notNow } = script;
  return (
    <>
      <StepTrail
        label={t('chair.trail')}
        steps={script.trail.map((mark) => ({
          id: mark.key,
          label: say(language, { key: mark.key, values: {} }),
          state: TRAIL[mark.state],
        }))}
      />
      {script.words.length > 0 && (
        <SayNow
          label={t('chair.sayNow')}
          action={
            <Button kind="quiet" icon={Pencil} onPress={() => setWording(true)}>
              {t('chair.changeWords')}
            </Button>
          }
        >
          <p>{script.words.map((line) => spoken(line, language)).join(' ')}</p>
        </SayNow>
      )}
      {primary === null ? (
        <p className={css.nothing}>{t('chair.noStep')}</p>
      ) : (
        <NextStep
          onPress={() => steps.press(primary)}
          icon={stepIcon(primary.command)}
          busy={steps.sending ? t('chair.sending') : undefined}
          effect={primary.effect === undefined ? undefined : say(language, primary.effect)}
        >
          {say(language, primary)}
        </NextStep>
      )}
      <RefusalLine refusal={steps.refusal} />
      {others.length + notNow.length > 0 && (
        <Panel title={t('chair.otherSteps')}>
          {others.length > 0 && (
            <div className={css.steps}>
              {others.map((step) => (
                <Button
                  key={stepId(step)}
                  wide
                  align="start"
                  icon={stepIcon(step.command)}
                  onPress={() => steps.press(step)}
                >
                  {say(language, step)}
                </Button>
              ))}
            </div>
          )}
          {notNow.map(({ step, refusal }) => (
            <NotNow
              key={stepId(step)}
              action={say(language, step)}
              word={t('common.notNow')}
              {...refusalText(language, refusal, kind)}
            />
          ))}
        </Panel>
      )}
      {wording && <WordsDialog lines={script.words} onClose={() => setWording(false)} />}
    </>
  );
}

export function spoken(line: ScriptLine, language: Parameters<typeof say>[0]): string {
  return line.words ?? say(language, line);
}
