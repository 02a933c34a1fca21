import { say } from '@klubba/i18n';
import type { Body, Script, Step } from '@klubba/meeting';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { refusalText, stepIcon, type Steps } from '../steps/index.ts';
import { Button, Dialog, NotNow, Panel } from '../ui/index.ts';
import css from './chair.module.css';
import { stepId } from './step-id.ts';

const CHANGE_FINDING = 'script.step.changeFinding';
const isChange = (step: Step): boolean => step.key === CHANGE_FINDING;
/** Stands elsewhere on the desk: casting votes side by side above, persons of a check each on their own line. */
const isElsewhere = (script: Script, step: Step): boolean =>
  (script.primary?.command.type === 'castingVote' && step.command.type === 'castingVote') ||
  (isCheck(script) && (step.command.type === 'confirmPresence' || step.command.type === 'noteAbsent'));
const isCheck = ({ primary }: Script): boolean =>
  primary?.command.type === 'confirmPresence' || primary?.command.type === 'completeCheck';

/** The other lawful steps, and those that are not lawful now with what stands in their way. */
export function OtherSteps({
  script,
  steps,
  kind,
  stacked = false,
}: {
  readonly script: Script;
  readonly steps: Steps;
  readonly kind: Body['kind'];
  /** In a narrow column. */
  readonly stacked?: boolean;
}) {
  const t = useText();
  const { language } = usePreferences();
  const [changing, setChanging] = useState(false);
  const offered = script.others.filter((step) => !isElsewhere(script, step));
  const changes = offered.filter(isChange);
  // One way to change the finding is a button; several are a question of their own.
  const others = changes.length > 1 ? offered.filter((step) => !isChange(step)) : offered;
  if (offered.length + script.notNow.length === 0) return null;
  return (
    <Panel title={t('chair.otherSteps')}>
      {offered.length > 0 && (
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
      {script.notNow.map(({ step, refusal }) => (
        <NotNow
          key={stepId(step)}
          action={say(language, step)}
          word={t('common.notNow')}
          stacked={stacked}
          {...refusalText(language, refusal, kind)}
        />
      ))}
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
    </Panel>
  );
}
