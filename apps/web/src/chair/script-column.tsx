import { say } from '@klubba/i18n';
import type { Meeting, Script, Step } from '@klubba/meeting';
import { Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { RefusalLine, refusalText, stepIcon, type Steps } from '../steps/index.ts';
import { Button, Dialog, NextStep, NotNow, Panel, SayNow, StepTrail, type TrailStep } from '../ui/index.ts';
import css from './chair.module.css';
import { FindingWindow } from './finding-window.tsx';
import { spoken } from './spoken.ts';
import { VoteFigures, WhoHasVoted } from './vote-panels.tsx';
import { WordsDialog } from './words-dialog.tsx';

const stepId = (step: Step): string => step.key + JSON.stringify(step.values);
const isChange = (step: Step): boolean => step.key === CHANGE_FINDING;
const CHANGE_FINDING = 'script.step.changeFinding';
const TRAIL: Readonly<Record<'done' | 'current' | 'coming', TrailStep['state']>> = {
  done: 'done',
  current: 'now',
  coming: 'later',
};

/** The trail, the words, the one next step with its effect, the other lawful steps, and those that are not lawful now. */
export function ScriptColumn({
  script,
  steps,
  meeting,
}: {
  readonly script: Script;
  readonly steps: Steps;
  readonly meeting: Meeting;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { kind } = meeting.plan.body;
  const [wording, setWording] = useState(false);
  const [changing, setChanging] = useState(false);
  const { primary, notNow } = script;
  const changes = script.others.filter(isChange);
  // One way to change the finding is a button; several are a question of their own.
  const others = changes.length > 1 ? script.others.filter((step) => !isChange(step)) : script.others;
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
      <FindingWindow meeting={meeting} />
      <VoteFigures meeting={meeting} />
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
      <WhoHasVoted meeting={meeting} />
      {script.others.length + notNow.length > 0 && (
        <Panel title={t('chair.otherSteps')}>
          {script.others.length > 0 && (
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
              {changes.length > 1 && (
                <Button wide align="start" icon={Undo2} onPress={() => setChanging(true)}>
                  {t('chair.changeFinding')}
                </Button>
              )}
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
      <Dialog
        isOpen={changing && changes.length > 1}
        onClose={() => setChanging(false)}
        title={t('chair.changeFinding')}
        actions={<Button onPress={() => setChanging(false)}>{t('common.cancel')}</Button>}
      >
        <div className={css.more}>
          {changes.map((step) => (
            <Button
              key={stepId(step)}
              wide
              align="start"
              onPress={() => {
                setChanging(false);
                steps.press(step);
              }}
            >
              {say(language, step)}
            </Button>
          ))}
        </div>
      </Dialog>
      {wording && <WordsDialog lines={script.words} onClose={() => setWording(false)} />}
    </>
  );
}
