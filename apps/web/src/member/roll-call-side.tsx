import { fullName, nextToCall, type PersonId, personWithParty, quorum, seatById } from '@klubba/meeting';
import { ArrowRight, Check, Eye, Mic } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { useCommand, useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, Panel, QuorumBar, Ticks } from '../ui/index.ts';
import { LiveHeading } from './live-heading.tsx';
import css from './member.module.css';
import type { ScreenProps } from './member-screen.tsx';
import type { OwnCall } from './moment.ts';

/** The roll call: the own name when it comes, else who is called and how far it has come. */
export function RollCallSide({ me, own }: ScreenProps & { readonly own: OwnCall }) {
  const t = useText();
  return (
    <Panel framed label={t('member.roll.title')}>
      {own.is === 'called' ? <Called me={me} own={own} /> : <Following own={own} />}
    </Panel>
  );
}

function useNameOf(): (seat: Parameters<typeof seatById>[1] | undefined) => string | undefined {
  const meeting = useMeeting();
  return (seat) => {
    const known = seat === undefined ? undefined : seatById(meeting, seat);
    const person = known === undefined ? undefined : (meeting.attendance.serving[known.id]?.person ?? known.holder);
    return person === undefined ? undefined : personWithParty(meeting.plan, person);
  };
}

function Called({ me, own }: { readonly me: PersonId; readonly own: Extract<OwnCall, { is: 'called' }> }) {
  const t = useText();
  const meeting = useMeeting();
  const command = useCommand();
  const nameOf = useNameOf();
  const person = meeting.plan.people.find((one) => one.id === me);
  const next = nameOf(nextToCall(meeting));
  const remote = meeting.attendance.present[me]?.mode === 'remote';
  return (
    <div className={css.stack}>
      <LiveHeading urgent className={css.big}>
        {t('member.roll.called')}
      </LiveHeading>
      <div className={css.say}>
        <p className={css.soft}>{t('member.roll.say')}</p>
        <p className={css.words}>{t('member.roll.words', { name: person === undefined ? '' : fullName(person) })}</p>
      </div>
      <div className={css.tight}>
        <Button
          kind="primary"
          size="l"
          wide
          icon={Check}
          busy={command.sending ? t('member.sending') : undefined}
          onPress={() => void command.send({ type: 'answerRollCall', seat: own.seat.id, answer: 'yes' })}
        >
          {t('member.roll.yes')}
        </Button>
        <p className={css.soft}>{t('member.roll.yes.note')}</p>
        <RefusalLine refusal={command.refusal} />
      </div>
      <Ticks
        ticks={[
          ...(remote
            ? [
                { id: 'seen', icon: Eye, text: t('member.roll.seen') },
                { id: 'mic', icon: Mic, text: t('member.roll.mic') },
              ]
            : []),
          ...(next === undefined
            ? []
            : [{ id: 'then', icon: ArrowRight, text: t('member.roll.then', { name: next }) }]),
        ]}
      />
    </div>
  );
}

function Following({ own }: { readonly own: OwnCall }) {
  const t = useText();
  const meeting = useMeeting();
  const nameOf = useNameOf();
  const { called, answers } = meeting.attendance.rollCall;
  const { required, seats } = quorum(meeting);
  const answered = Object.values(answers).filter((answer) => answer === 'yes').length;
  const next = nextToCall(meeting);
  const words = (): string => {
    switch (own.is) {
      case 'none':
        return t('member.roll.notYours');
      case 'answered':
        return t(own.answer === 'yes' ? 'member.roll.answered' : 'member.roll.noAnswer');
      case 'waiting':
        return t(next === own.seat.id ? 'member.roll.youNext' : 'member.roll.youSoon');
      case 'called':
        return t('member.roll.called');
    }
  };
  const now = nameOf(called);
  return (
    <div className={css.stack}>
      <h1 className={css.title}>{t('member.roll.title')}</h1>
      <p role="status">
        <b>{words()}</b>
      </p>
      {now !== undefined && (
        <div>
          <p className={css.soft}>{t('member.roll.now')}</p>
          <p className={css.title}>{now}</p>
        </div>
      )}
      <QuorumBar
        present={answered}
        seats={seats}
        needed={required}
        label={t('member.roll.count', { answered, required })}
      />
      <p className={css.soft}>{t('member.roll.count', { answered, required })}</p>
    </div>
  );
}
