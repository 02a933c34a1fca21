import { say } from '@klubba/i18n';
import { type Meeting, type PersonId, whatIf, type WhatIfCard } from '@klubba/meeting';
import { usePreferences, useText } from '../app/text.tsx';
import { stepIcon, type Steps } from '../steps/index.ts';
import { Button, Panel, Sheet } from '../ui/index.ts';
import css from './chair.module.css';
import { stepId } from './step-id.ts';

/** What a chair may fear, each with what then holds and what may be done at this moment; what is happening now stands first. */
export function WhatIfSheet({
  isOpen,
  onClose,
  meeting,
  me,
  at,
  steps,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly meeting: Meeting;
  readonly me: PersonId;
  /** The server's present: announced times follow it. */
  readonly at: number;
  readonly steps: Steps;
}) {
  const t = useText();
  const cards = isOpen ? whatIf(meeting, me, at).toSorted((a, b) => Number(b.now) - Number(a.now)) : [];
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t('chair.whatIf')} closeLabel={t('common.close')}>
      <p>{t('chair.whatIf.lede')}</p>
      {cards.map((card) => (
        <Card
          key={card.id}
          card={card}
          press={(step) => {
            onClose();
            steps.press(step);
          }}
        />
      ))}
    </Sheet>
  );
}

function Card({ card, press }: { readonly card: WhatIfCard; readonly press: Steps['press'] }) {
  const t = useText();
  const { language } = usePreferences();
  return (
    <Panel framed level={3} title={say(language, card.title)} note={card.now ? t('chair.whatIf.now') : undefined}>
      <p>{say(language, card.text)}</p>
      {card.steps.length > 0 && (
        <div className={css.steps}>
          {card.steps.map((step) => (
            <Button key={stepId(step)} wide align="start" icon={stepIcon(step.command)} onPress={() => press(step)}>
              {say(language, step)}
            </Button>
          ))}
        </div>
      )}
    </Panel>
  );
}
