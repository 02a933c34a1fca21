import { fullName, type PersonId, servingSeatOf, isElected, seatOf } from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { KeyHolderLink } from '../ballots/ballot-side.tsx';
import { useCommand, useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button } from '../ui/index.ts';
import css from './member.module.css';

/** What a member must know of the own place in the meeting: the exception only. */
export function Notices({ me }: { readonly me: PersonId }) {
  return (
    <div className={css.notices} aria-live="polite">
      <LinkState me={me} />
      <Place me={me} />
      <RaisedConflict me={me} />
      <KeyHolderLink me={me} />
    </div>
  );
}

/** Whether the own link counts, and if not why. */
function LinkState({ me }: { readonly me: PersonId }) {
  const t = useText();
  const meeting = useMeeting();
  const presence = meeting.attendance.present[me];
  if (presence === undefined || presence.mode === 'room') return null;
  const phone = meeting.plan.secretaryPhone;
  const call =
    phone === undefined ? undefined : (
      <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{t('member.help.call', { phone })}</a>
    );
  if (presence.lost !== undefined)
    return (
      <Alert rank="stop" word={t('member.link.word')} actions={call}>
        {t('member.link.lost', { cause: t(`label.linkCause.${presence.lost.cause}`) })}
      </Alert>
    );
  if (!presence.fulfilled)
    return (
      <Alert rank="warning" word={t('member.link.word')} compact>
        {t('member.link.checking')}
      </Alert>
    );
  if (presence.awaitingApproval)
    return (
      <Alert rank="information" word={t('member.lost.note.word')} compact>
        {t('member.link.approval')}
      </Alert>
    );
  return null;
}

/** A substitute: whether one serves, and for whom. A member who does not serve: why. */
function Place({ me }: { readonly me: PersonId }) {
  const t = useText();
  const meeting = useMeeting();
  if (!isElected(meeting, me) || meeting.attendance.rollCall.state === 'running') return null;
  const seat = servingSeatOf(meeting, me);
  if (seat === undefined) {
    const barred = meeting.attendance.barredToday[me] !== undefined;
    const own = seatOf(meeting, me) !== undefined;
    if (own && !barred) return null;
    return (
      <Alert rank="information" word={t('member.lost.note.word')} compact>
        {t(barred ? 'member.link.barred' : 'member.substitute')}
      </Alert>
    );
  }
  const inPlaceOf = meeting.attendance.serving[seat.id]?.inPlaceOf;
  const replaced = meeting.plan.people.find((person) => person.id === inPlaceOf);
  if (replaced === undefined) return null;
  return (
    <Alert rank="information" word={t('member.lost.note.word')} compact>
      {t('member.calledIn', { name: fullName(replaced) })}
    </Alert>
  );
}

/** Somebody says that this person is in conflict: the person answers. */
function RaisedConflict({ me }: { readonly me: PersonId }) {
  const t = useText();
  const meeting = useMeeting();
  const command = useCommand();
  const raised = Object.values(meeting.conflicts.byItem)
    .flat()
    .find((one) => one.person === me && (one.state === 'raised' || one.state === 'contested'));
  const item = raised === undefined ? undefined : meeting.agenda.items[raised.item];
  if (raised === undefined || item === undefined || item.closedAt !== undefined) return null;
  const by = meeting.plan.people.find((person) => person.id === raised.raisedBy);
  return (
    <Alert
      rank="warning"
      word={t('member.link.word')}
      actions={
        raised.state === 'raised' ? (
          <>
            <Button onPress={() => void command.send({ type: 'contestConflict', item: item.id, person: me })}>
              {t('member.conflict.contest')}
            </Button>
            <Button onPress={() => void command.send({ type: 'declareConflict', item: item.id, person: me })}>
              {t('member.conflict.accept')}
            </Button>
            <RefusalLine refusal={command.refusal} />
          </>
        ) : undefined
      }
    >
      {raised.state === 'raised'
        ? t('member.conflict.raised', {
            name: by === undefined ? t('member.break.someone') : fullName(by),
            number: item.number,
          })
        : t('member.conflict.contested')}
    </Alert>
  );
}
