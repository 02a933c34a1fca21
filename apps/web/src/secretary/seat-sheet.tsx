import { timeText } from '@klubba/i18n';
import { decide, type Meeting, type PersonId, personWithParty, type SeatId } from '@klubba/meeting';
import { PenLine, Phone, ShieldQuestion } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { RefusalLine, refusalText, stepIcon } from '../steps/index.ts';
import { Button, ButtonLink, Facts, NotNow, type Pair, Panel, Sheet } from '../ui/index.ts';
import { CallInDialog } from './call-in-dialog.tsx';
import { deviceFaults } from './check-in-board.ts';
import { ProposalDialog } from './proposal-dialog.tsx';
import { ReservationDialog } from './reservation-dialog.tsx';
import { seatActions, type SeatAction } from './seat-actions.ts';
import { seatNow } from './seat-board-view.ts';
import css from './secretary.module.css';

/** One seat: who sits there and how, and all that the secretary may do for that person now. */
export function SeatSheet(props: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly minute: number;
  readonly seat: SeatId | undefined;
  readonly onClose: () => void;
}) {
  const { meeting, seat: id, onClose } = props;
  const t = useText();
  const seat = meeting.plan.seats.find((one) => one.id === id);
  const person = seat === undefined ? undefined : seatNow(meeting, seat).person;
  return (
    <Sheet
      isOpen={seat !== undefined}
      onClose={onClose}
      closeLabel={t('common.close')}
      title={
        person === undefined
          ? t('secretary.seat.title', { number: seat?.number ?? 0 })
          : `${seat?.number ?? ''} ${personWithParty(meeting.plan, person)}`
      }
    >
      {seat !== undefined && <SeatBody {...props} seat={seat.id} />}
    </Sheet>
  );
}

function SeatBody({
  meeting,
  me,
  minute,
  seat: id,
}: {
  readonly meeting: Meeting;
  readonly me: PersonId;
  readonly minute: number;
  readonly seat: SeatId;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { send, sending, refusal } = useCommand();
  const [open, setOpen] = useState<'proposal' | 'reservation' | SeatAction>();
  const seat = meeting.plan.seats.find((one) => one.id === id);
  if (seat === undefined) return null;
  const { person } = seatNow(meeting, seat);
  const known = meeting.plan.people.find((one) => one.id === person);
  const actions = seatActions(meeting, seat, me, minute);
  const close = () => setOpen(undefined);
  const press = (action: SeatAction): void => {
    if (SAID_FIRST.includes(action.act)) setOpen(action);
    else void send(action.command);
  };
  const label = (action: SeatAction) =>
    t(`secretary.act.${action.act}`, { name: personWithParty(meeting.plan, action.about) });
  return (
    <div className={css.sheet}>
      <Facts facts={seatFacts(meeting, person, seat.id, t)} />
      {known?.phone !== undefined && (
        <ButtonLink icon={Phone} href={`tel:${known.phone.replaceAll(/[^+\d]/gu, '')}`}>
          {t('secretary.ring', { phone: known.phone })}
        </ButtonLink>
      )}
      <Panel level={3} title={t('secretary.seat.do')}>
        <div className={css.stack}>
          {actions.map((action) => {
            if (action.refusal === undefined)
              return (
                <Button
                  key={action.act}
                  wide
                  align="start"
                  icon={stepIcon(action.command)}
                  busy={sending ? t('chair.sending') : undefined}
                  onPress={() => press(action)}
                >
                  {label(action)}
                </Button>
              );
            const { reason, rule } = refusalText(language, action.refusal, meeting.plan.body.kind);
            return (
              <NotNow
                key={action.act}
                stacked
                action={label(action)}
                word={t('common.notNow')}
                reason={reason}
                rule={rule}
              />
            );
          })}
          {person !== undefined && mayMove(meeting, person, me, minute) && (
            <Button wide align="start" icon={PenLine} onPress={() => setOpen('proposal')}>
              {t('secretary.proposal.for')}
            </Button>
          )}
          {person !== undefined && meeting.agenda.phase === 'open' && (
            <Button wide align="start" icon={ShieldQuestion} onPress={() => setOpen('reservation')}>
              {t('secretary.reservation.for')}
            </Button>
          )}
        </div>
      </Panel>
      <RefusalLine refusal={refusal} />
      {open === 'proposal' && person !== undefined && <ProposalDialog meeting={meeting} by={person} onClose={close} />}
      {open === 'reservation' && person !== undefined && (
        <ReservationDialog meeting={meeting} by={person} onClose={close} />
      )}
      {typeof open === 'object' && <CallInDialog meeting={meeting} seat={seat.id} action={open} onClose={close} />}
    </div>
  );
}

/** These change who serves: what follows is said before they are carried out. */
const SAID_FIRST: readonly SeatAction['act'][] = ['callSubstitute', 'noteAbsent', 'leaves', 'conflict'];

function mayMove(meeting: Meeting, person: PersonId, me: PersonId, at: number): boolean {
  return decide(meeting, { type: 'moveProposal', person, kind: 'rejection', text: '' }, { at, actor: me, id: 'may' })
    .ok;
}

function seatFacts(
  meeting: Meeting,
  person: PersonId | undefined,
  seat: SeatId,
  t: ReturnType<typeof useText>,
): readonly Pair[] {
  const service = meeting.attendance.serving[seat];
  if (person === undefined) return [{ term: t('secretary.seat.state'), value: t('secretary.seat.vacant') }];
  const presence = meeting.attendance.present[person];
  const barred = meeting.attendance.barredToday[person];
  const substitute =
    service?.inPlaceOf === undefined
      ? []
      : [
          {
            term: t('secretary.seat.serves'),
            value: t('secretary.seat.for', { name: personWithParty(meeting.plan, service.inPlaceOf) }),
          },
        ];
  const bar =
    barred === undefined
      ? []
      : [{ term: t('secretary.seat.barred'), value: t('secretary.seat.barredSince', { time: timeText(barred) }) }];
  if (presence === undefined)
    return [{ term: t('secretary.seat.state'), value: t('secretary.seat.away') }, ...substitute, ...bar];
  const faults = deviceFaults(presence);
  const unmet = Object.entries(presence.conditions ?? {}).flatMap(([name, met]) =>
    met ? [] : [t(`support.condition.${name as keyof NonNullable<typeof presence.conditions>}`)],
  );
  return [
    {
      term: t('secretary.seat.state'),
      value:
        presence.lost === undefined ? t(`label.mode.${presence.mode}`) : t(`label.linkCause.${presence.lost.cause}`),
    },
    ...substitute,
    { term: t('secretary.seat.identified'), value: t(`label.identification.${presence.identified}`) },
    { term: t('secretary.seat.since'), value: timeText(presence.since) },
    ...(presence.deviceTest === undefined
      ? []
      : [
          {
            term: t('secretary.seat.test'),
            value:
              faults.length === 0
                ? t('secretary.checkIn.tested')
                : faults.map((fault) => t(`secretary.checkIn.fault.${fault}`)).join(', '),
          },
        ]),
    ...(presence.mode === 'remote' && unmet.length > 0
      ? [{ term: t('secretary.seat.unmet'), value: unmet.join(', ') }]
      : []),
    ...bar,
  ];
}
