import {
  decide,
  type Meeting,
  type MeetingCommand,
  nextSubstitute,
  personWithParty,
  quorum,
  servingSeatOf,
} from '@klubba/meeting';
import { useText } from '../app/text.tsx';
import { useCommand, useMe } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Button, ButtonRow, Row, Rows, Sheet } from '../ui/index.ts';

/** Everybody by seat, how identified and where, with what is lawful for each now. */
export function ParticipantsSheet({
  isOpen,
  onClose,
  meeting,
  now,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly meeting: Meeting;
  readonly now: number;
}) {
  const t = useText();
  const { send, refusal } = useCommand();
  const me = useMe()?.person;
  const { plan, attendance } = meeting;
  const { present, seats } = quorum(meeting);
  const lawful = (command: MeetingCommand) =>
    me !== undefined && decide(meeting, command, { at: now, actor: me, id: 'participants' }).ok;
  const others = Object.values(attendance.present).filter((one) => servingSeatOf(meeting, one.person) === undefined);
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t('chair.participants')} closeLabel={t('common.close')}>
      <p>{t('chair.of', { present, seats })}</p>
      <Rows ordered label={t('chair.participants')}>
        {plan.seats.map((seat) => {
          const person = attendance.serving[seat.id]?.person ?? seat.holder;
          const presence = person === undefined ? undefined : attendance.present[person];
          const substitute = nextSubstitute(meeting, seat.id);
          const call =
            substitute === undefined ? undefined : ({ type: 'callSubstitute', seat: seat.id, substitute } as const);
          const absent =
            person === undefined ? undefined : ({ type: 'noteAbsent', person, cause: 'notedAbsent' } as const);
          const out = person === undefined ? undefined : ({ type: 'doubtIdentity', person } as const);
          const approve = person === undefined ? undefined : ({ type: 'approveLink', person } as const);
          return (
            <Row
              key={seat.id}
              tight
              start={seat.number}
              note={presence === undefined ? undefined : t(`label.identification.${presence.identified}`)}
              rank={presence !== undefined && !presence.fulfilled ? 'stop' : undefined}
              end={
                <ButtonRow>
                  <span>
                    {presence === undefined
                      ? t('chair.away')
                      : t(presence.fulfilled ? `label.mode.${presence.mode}` : 'chair.lost')}
                  </span>
                  {approve !== undefined && presence?.awaitingApproval === true && lawful(approve) && (
                    <Button size="s" onPress={() => void send(approve)}>
                      {t('chair.approveLink')}
                    </Button>
                  )}
                  {call !== undefined && lawful(call) && (
                    <Button size="s" onPress={() => void send(call)}>
                      {t('chair.callIn', { name: personWithParty(plan, call.substitute) })}
                    </Button>
                  )}
                  {out !== undefined && presence?.mode === 'remote' && presence.admitted && lawful(out) && (
                    <Button size="s" onPress={() => void send(out)}>
                      {t('chair.sendOut')}
                    </Button>
                  )}
                  {absent !== undefined && presence !== undefined && !presence.fulfilled && lawful(absent) && (
                    <Button size="s" onPress={() => void send(absent)}>
                      {t('chair.noteAbsent')}
                    </Button>
                  )}
                </ButtonRow>
              }
            >
              {person === undefined ? t('chair.vacant') : personWithParty(plan, person)}
            </Row>
          );
        })}
      </Rows>
      {others.length > 0 && (
        <>
          <h3>{t('chair.others')}</h3>
          <Rows label={t('chair.others')}>
            {others.map((one) => (
              <Row
                key={one.person}
                tight
                note={t(`label.identification.${one.identified}`)}
                end={
                  one.admitted ? (
                    t(`label.mode.${one.mode}`)
                  ) : (
                    <ButtonRow>
                      <span>{t('chair.lobby')}</span>
                      <Button size="s" onPress={() => void send({ type: 'refuseEntry', person: one.person })}>
                        {t('chair.turnAway')}
                      </Button>
                    </ButtonRow>
                  )
                }
              >
                {one.visitor ?? personWithParty(plan, one.person)}
              </Row>
            ))}
          </Rows>
        </>
      )}
      <RefusalLine refusal={refusal} />
    </Sheet>
  );
}
