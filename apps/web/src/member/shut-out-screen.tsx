import { closedItemRule, type ItemState } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { useCommand, useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, QuietFrame } from '../ui/index.ts';
import { LiveHeading } from './live-heading.tsx';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import { QuietBar } from './quiet-bar.tsx';
import { MemberTop } from './top.tsx';

/** At a distance while the doors are closed: out, or in when one certifies that nobody else hears (DIST-6). */
export function ShutOutScreen({ me, open, item }: ScreenProps & { readonly item: ItemState }) {
  const t = useText();
  const meeting = useMeeting();
  const command = useCommand();
  const mayDeclare = closedItemRule(meeting, item.id) === 'protected';
  return (
    <QuietFrame
      top={<MemberTop item={{ number: `§ ${item.number}`, title: t('member.doors.closed') }} />}
      foot={<QuietBar me={me} onHelp={() => open('help')} />}
    >
      <LiveHeading urgent className={css.quietTitle}>
        {t('member.doors.title', { number: item.number })}
      </LiveHeading>
      <p className={css.lede}>{t(mayDeclare ? 'member.doors.declare.text' : 'member.doors.text')}</p>
      {mayDeclare && (
        <Button
          kind="primary"
          size="l"
          busy={command.sending ? t('member.sending') : undefined}
          onPress={() => void command.send({ type: 'declareRoom', person: me })}
        >
          {t('member.doors.declare')}
        </Button>
      )}
      <RefusalLine refusal={command.refusal} />
    </QuietFrame>
  );
}
