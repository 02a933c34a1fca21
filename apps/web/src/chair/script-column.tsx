import { say } from '@klubba/i18n';
import { type Meeting, openVote, type Script, type Step } from '@klubba/meeting';
import { Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { RefusalLine, stepIcon, type Steps } from '../steps/index.ts';
import { Button, NextStep, SayNow, StepTrail, type TrailStep } from '../ui/index.ts';
import css from './chair.module.css';
import { FindingWindow } from './finding-window.tsx';
import { spoken } from './spoken.ts';
import { stepId } from './step-id.ts';
import { LeadersVote, VoteFigures, WhoHasVoted } from './vote-panels.tsx';
import { WordsDialog } from './words-dialog.tsx';

const TRAIL: Readonly<Record<'done' | 'current' | 'coming', TrailStep['state']>> = {
  done: 'done',
  current: 'now',
  coming: 'later',
};

/** The trail, the words, what is on the table at this moment, and the one next step with its effect. */
export function ScriptColumn({
  script,
  steps,
  meeting,
  otherSteps,
}: {
  readonly script: Script;
  readonly steps: Steps;
  readonly meeting: Meeting;
  /** Where they do not stand beside the script. */
  readonly otherSteps: ReactNode;
}) {
  const t = useText();
  const { language } = usePreferences();
  const [wording, setWording] = useState(false);
  const { primary } = script;
  const casting = script.others.filter((step) => step.command.type === 'castingVote');
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
      <LeadersVote meeting={meeting} />
      {primary === null ? (
        meeting.agenda.phase !== 'closed' && (
          <p className={css.nothing}>
            {t(openVote(meeting.decisions) === undefined ? 'chair.noStep' : 'chair.noStep.voting')}
          </p>
        )
      ) : primary.command.type === 'castingVote' && casting.length > 0 ? (
        <CastingChoice choices={[primary, ...casting]} steps={steps} />
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
      {otherSteps}
      {wording && <WordsDialog lines={script.words} onClose={() => setWording(false)} />}
    </>
  );
}

/** The chair is free: two answers, alike, neither of them the next step. */
function CastingChoice({ choices, steps }: { readonly choices: readonly Step[]; readonly steps: Steps }) {
  const { language } = usePreferences();
  return (
    <div className={css.casting}>
      {choices.map((step) => (
        <Button key={stepId(step)} size="l" wide onPress={() => steps.press(step)}>
          {say(language, step)}
        </Button>
      ))}
    </div>
  );
}
