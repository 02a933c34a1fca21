import { fullName, type PersonId } from '@klubba/meeting';
import { LifeBuoy, Phone } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand, useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button, ButtonLink, ButtonRow, Sheet, TextArea } from '../ui/index.ts';
import css from './member.module.css';

const COMMON = ['sound', 'picture', 'vote'] as const;

/** Help from a person: the number first, then a word to the secretary and the technician. The meeting goes on beside it. */
export function HelpSheet({
  isOpen,
  onClose,
  me,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly me: PersonId;
}) {
  const t = useText();
  const meeting = useMeeting();
  const command = useCommand();
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const phone = meeting.plan.secretaryPhone;
  const last = meeting.support.requests.findLast((one) => one.person === me);
  const helper = meeting.plan.people.find((person) => person.id === last?.answeredBy);
  const send = async (): Promise<void> => {
    setTried(true);
    if (text.trim() === '') return;
    const outcome = await command.send({ type: 'askForHelp', person: me, text: text.trim() });
    if (outcome.kind === 'done') {
      setText('');
      setTried(false);
    }
  };
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t('member.help.title')} closeLabel={t('common.close')}>
      <div className={css.stack}>
        {phone !== undefined && (
          <ButtonLink size="l" wide icon={Phone} href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
            {t('member.help.call', { phone })}
          </ButtonLink>
        )}
        <div role="status">
          {last !== undefined && (
            <Alert rank="information" word={t('member.lost.note.word')}>
              {last.answeredBy === undefined
                ? t('member.help.sent')
                : t('member.help.answered', {
                    name: helper === undefined ? t('member.break.someone') : fullName(helper),
                  })}
            </Alert>
          )}
        </div>
        <TextArea
          label={t('member.help.text')}
          hint={t('member.help.text.hint')}
          rows={3}
          value={text}
          onChange={setText}
          maxLength={400}
          {...(tried && text.trim() === '' ? { error: t('member.help.missing') } : {})}
        />
        <ButtonRow>
          {COMMON.map((one) => (
            <Button key={one} size="s" onPress={() => setText(t(`member.help.common.${one}`))}>
              {t(`member.help.common.${one}`)}
            </Button>
          ))}
        </ButtonRow>
        <Button
          size="l"
          wide
          icon={LifeBuoy}
          busy={command.sending ? t('member.sending') : undefined}
          onPress={() => void send()}
        >
          {t('member.help.send')}
        </Button>
        <RefusalLine refusal={command.refusal} />
        <section>
          <h3>{t('member.help.other')}</h3>
          <p>{t('member.help.other.text')}</p>
        </section>
      </div>
    </Sheet>
  );
}
