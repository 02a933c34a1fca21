import { fullName, type PersonId, type SeatId, servingSeatOf, isElected, seatOf } from '@klubba/meeting';
import { later } from '../app/later.tsx';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand, useMeeting, useServerNow } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button, RuleRef } from '../ui/index.ts';
import css from './member.module.css';
import { useLaw } from './use-law.ts';

const KeyHolderLink = later('inside', async () => (await import('../ballots/ballot-side.tsx')).KeyHolderLink);
const CompanyAsks = later('inside', async () => (await import('./company-asks.tsx')).CompanyAsks);

/** What a member must know of the own place in the meeting: the exception only. */
export function Notices({ me }: { readonly me: PersonId }) {
  const isBoard = useMeeting((meeting) => meeting.plan.body.kind === 'companyBoard');
  const holdsKey = useMeeting(({ elections }) => elections.keyHolders?.persons.includes(me) === true);
  return (
    <div className={css.notices} aria-live="polite">
      <LinkState me={me} />
      <Place me={me} />
      <RaisedConflict me={me} />
      {isBoard && <CompanyAsks me={me} />}
      {holdsKey && <KeyHolderLink me={me} />}
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
    const own = seatOf(meeting, me);
    if (own !== undefined) return <OwnSeat me={me} seat={own.id} />;
    const barred = meeting.attendance.barredToday[me] !== undefined;
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

/** A member who is back and does not serve: the seat can be taken again, or what stands in the way (KL 5:19–20). */
function OwnSeat({ me, seat }: { readonly me: PersonId; readonly seat: SeatId }) {
  const t = useText();
  const { language } = usePreferences();
  const meeting = useMeeting();
  const command = useCommand();
  const now = useServerNow(60_000);
  const resume = { type: 'resumeSeat', seat } as const;
  const law = useLaw();
  if (law === undefined) return null;
  const refusal = law.inTheWayOf(meeting, me, resume, now);
  if (refusal === undefined)
    return (
      <Alert
        rank="information"
        word={t('member.lost.note.word')}
        actions={
          <>
            <Button onPress={() => void command.send(resume)}>{t('member.seat.take')}</Button>
            <RefusalLine refusal={command.refusal} />
          </>
        }
      >
        {t('member.seat.free')}
      </Alert>
    );
  // A link that is being looked at has its own line above.
  if (meeting.attendance.present[me]?.fulfilled !== true) return null;
  const { reason, rule } = law.refusalText(language, refusal, meeting.plan.body.kind);
  return (
    <Alert rank="information" word={t('member.lost.note.word')} compact>
      {reason} <RuleRef>{rule}</RuleRef>
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
