import { plain, say } from '@klubba/i18n';
import {
  alternativeNoun,
  type Choice,
  type Meeting,
  openVote,
  pendingElectors,
  type PersonId,
  personWithParty,
  type Script,
  type Vote,
} from '@klubba/meeting';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine, type Steps } from '../steps/index.ts';
import { Button, ButtonRow, Dialog, Panel, RadioGroup, Row, Rows } from '../ui/index.ts';
import css from './secretary.module.css';
import { useCalledInView } from './use-called-in-view.ts';

const CHOICES: readonly Choice[] = ['yes', 'no', 'abstain'];

/** An open vote: who has voted, never how, and a way to enter what was said aloud. By roll call the one called has three equal buttons. */
export function SpokenVotes({
  meeting,
  script,
  steps,
}: {
  readonly meeting: Meeting;
  readonly script: Script;
  readonly steps: Steps;
}) {
  const t = useText();
  const { language } = usePreferences();
  const [entering, setEntering] = useState<PersonId>();
  const vote = openVote(meeting.decisions);
  const list = useCalledInView(vote?.called);
  if (vote === undefined) return null;
  const pending = new Set(pendingElectors(meeting, vote));
  const spoken = [...(script.primary === null ? [] : [script.primary]), ...script.others].filter(
    (step) => step.command.type === 'enterSpokenVote',
  );
  const question = meeting.decisions.questions[vote.question];
  const nounOf = (id: Vote['yes']) =>
    question === undefined ? '' : String(plain(language, alternativeNoun(meeting, question, id)));
  const voted = Object.keys(vote.cast).length;
  return (
    <Panel title={t('secretary.vote')} note={t('wall.vote.count', { voted, electors: vote.electors.length })}>
      {question !== undefined && (
        <p className={css.lead}>
          {t('wall.vote.yesFor', { what: nounOf(vote.yes) })} {t('wall.vote.noFor', { what: nounOf(vote.no) })}
        </p>
      )}
      {vote.called !== undefined && spoken.length > 0 && (
        <div role="group" aria-label={personWithParty(meeting.plan, vote.called)} className={css.spoken}>
          {spoken.map((step) => (
            <Button key={step.key} wide onPress={() => steps.press(step)}>
              {say(language, step)}
            </Button>
          ))}
        </div>
      )}
      <div ref={list} role="group" aria-label={t('secretary.vote')} className={css.roll}>
        <Rows ordered label={t('secretary.vote')}>
          {vote.electors.map(({ person, seat }) => {
            const cast = vote.cast[person];
            const how = cast?.how === 'spoken' ? t('secretary.vote.spoken') : t('wall.vote.voted');
            // By roll call the one called answers, above.
            const mayEnter =
              vote.method === 'buttons' && cast === undefined && pending.has(person) && vote.state === 'open';
            return (
              <Row
                key={person}
                tight
                start={meeting.plan.seats.find((one) => one.id === seat)?.number}
                current={vote.called === person && cast === undefined}
                end={
                  mayEnter ? (
                    <ButtonRow>
                      <Button size="s" kind="quiet" onPress={() => setEntering(person)}>
                        {t('secretary.vote.enter')}
                      </Button>
                    </ButtonRow>
                  ) : cast === undefined ? (
                    t('wall.vote.waiting')
                  ) : (
                    how
                  )
                }
              >
                {personWithParty(meeting.plan, person)}
              </Row>
            );
          })}
        </Rows>
      </div>
      {entering !== undefined && (
        <EnterVote meeting={meeting} vote={vote} person={entering} onClose={() => setEntering(undefined)} />
      )}
    </Panel>
  );
}

/** What was said aloud, chosen and then sent: a vote once entered cannot be changed. */
function EnterVote({
  meeting,
  vote,
  person,
  onClose,
}: {
  readonly meeting: Meeting;
  readonly vote: Vote;
  readonly person: PersonId;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { send, sending, refusal } = useCommand();
  const [choice, setChoice] = useState<Choice>();
  const name = personWithParty(meeting.plan, person);
  const enter = async () => {
    if (choice === undefined) return;
    const outcome = await send({ type: 'enterSpokenVote', vote: vote.id, person, choice });
    if (outcome.kind === 'done') onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('secretary.vote.enterFor', { name })}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          {choice !== undefined && (
            <Button kind="primary" onPress={() => void enter()} busy={sending ? t('chair.sending') : undefined}>
              {t('secretary.vote.send', { choice: t(`label.choice.${choice}`) })}
            </Button>
          )}
        </>
      }
    >
      <p>{t('secretary.vote.effect')}</p>
      <RadioGroup
        label={t('secretary.vote.said')}
        look="framed"
        options={CHOICES.map((id) => ({ id, label: t(`label.choice.${id}`) }))}
        value={choice ?? null}
        onChange={(id) => setChoice(id as Choice)}
      />
      <RefusalLine refusal={refusal} />
    </Dialog>
  );
}
