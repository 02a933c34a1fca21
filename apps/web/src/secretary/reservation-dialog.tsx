import { plain } from '@klubba/i18n';
import {
  type ItemId,
  type Meeting,
  type PersonId,
  personWithParty,
  type ProposalId,
  proposalName,
} from '@klubba/meeting';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { CommandDialog } from '../steps/index.ts';
import { RadioGroup, Select, TextArea } from '../ui/index.ts';
import { partNow } from './minutes-rows.ts';

/** A reservation or a statement made aloud, noted before the meeting ends. The law says who may; the answer comes beside the button. */
export function ReservationDialog({
  meeting,
  by,
  onClose,
}: {
  readonly meeting: Meeting;
  readonly by?: PersonId;
  readonly onClose: () => void;
}) {
  const t = useText();
  const { language } = usePreferences();
  const command = useCommand();
  const [kind, setKind] = useState<'reserve' | 'makeStatement'>('reserve');
  const [person, setPerson] = useState<PersonId | undefined>(by);
  const [item, setItem] = useState<ItemId | undefined>(partNow(meeting) ?? undefined);
  const [text, setText] = useState('');
  const [inFavourOf, setInFavourOf] = useState<ProposalId>();
  const [tried, setTried] = useState(false);
  const { plan, agenda, proposals } = meeting;
  const opened = agenda.order.flatMap((id) => {
    const one = agenda.items[id];
    return one?.openedAt === undefined ? [] : [one];
  });
  const people = [...new Set([...plan.seats.flatMap((seat) => meeting.attendance.serving[seat.id]?.person ?? [])])];
  const own = proposals.order.flatMap((id) => {
    const one = proposals.byId[id];
    return one !== undefined && one.item === item && one.state === 'onTable' ? [one] : [];
  });
  const enter = async () => {
    setTried(true);
    if (person === undefined || item === undefined) return;
    const outcome = await command.send(
      kind === 'reserve'
        ? { type: 'reserve', person, item, text: text.trim(), ...(inFavourOf === undefined ? {} : { inFavourOf }) }
        : { type: 'makeStatement', person, item, text: text.trim() },
    );
    if (outcome.kind === 'done') onClose();
  };
  return (
    <CommandDialog
      wide
      title={t('secretary.reservation.enter')}
      save={t('secretary.reservation.put')}
      command={command}
      onClose={onClose}
      onSubmit={() => void enter()}
    >
      <RadioGroup
        label={t('secretary.reservation.kind')}
        look="framed"
        options={(['reserve', 'makeStatement'] as const).map((id) => ({
          id,
          label: t(`secretary.reservation.kind.${id}`),
        }))}
        value={kind}
        onChange={(id) => setKind(id as typeof kind)}
      />
      <Select
        label={t('steps.ask.person')}
        placeholder={t('steps.ask.choose')}
        options={people.map((id) => ({ id, label: personWithParty(plan, id) }))}
        value={person ?? null}
        onChange={(id) => setPerson(id as PersonId)}
        {...(tried && person === undefined ? { error: t('secretary.proposal.byMissing') } : {})}
      />
      <Select
        label={t('secretary.reservation.item')}
        placeholder={t('steps.ask.choose')}
        options={opened.map((one) => ({ id: one.id, label: `§ ${one.number} ${one.title}` }))}
        value={item ?? null}
        onChange={(id) => setItem(id as ItemId)}
      />
      {kind === 'reserve' && own.length > 0 && (
        <Select
          label={t('secretary.reservation.inFavourOf')}
          placeholder={t('secretary.reservation.none')}
          options={own.map((one) => ({ id: one.id, label: String(plain(language, proposalName(meeting, one.id))) }))}
          value={inFavourOf ?? null}
          onChange={(id) => setInFavourOf(id as ProposalId)}
        />
      )}
      <TextArea
        legal
        label={t(`secretary.reservation.text.${kind}`)}
        value={text}
        onChange={setText}
        maxLength={20_000}
      />
    </CommandDialog>
  );
}
