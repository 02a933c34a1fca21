import { plain } from '@klubba/i18n';
import {
  type Meeting,
  type PersonId,
  personText,
  personWithParty,
  presentServing,
  type ProposalId,
  type ProposalKind,
  proposalName,
} from '@klubba/meeting';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { CommandDialog } from '../steps/index.ts';
import { Select, TextArea, TextField } from '../ui/index.ts';

const KINDS: readonly ProposalKind[] = [
  'amendment',
  'addition',
  'approval',
  'rejection',
  'referralBack',
  'tabling',
  'nomination',
];

/** A proposal said aloud in the hall, written down word for word. It is before everyone's eyes as soon as it is entered. */
export function ProposalDialog({
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
  const [person, setPerson] = useState<PersonId | undefined>(by);
  const [kind, setKind] = useState<ProposalKind>('amendment');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [addressee, setAddressee] = useState('');
  const [of, setOf] = useState<ProposalId>();
  const [candidate, setCandidate] = useState<PersonId>();
  const [tried, setTried] = useState(false);
  const { plan, proposals } = meeting;
  const here = proposals.order
    .map((id) => proposals.byId[id])
    .filter((one) => one !== undefined && one.item === meeting.agenda.current && one.state === 'onTable');
  const needsText = kind === 'amendment' || kind === 'addition';
  const enter = async () => {
    setTried(true);
    if (person === undefined || (needsText && text.trim() === '')) return;
    const outcome = await command.send({
      type: 'moveProposal',
      person,
      kind,
      text: kind === 'nomination' ? '' : text.trim(),
      ...(kind === 'referralBack' ? { reason: reason.trim() } : {}),
      ...(kind === 'referralBack' && addressee.trim() !== '' ? { addressee: addressee.trim() } : {}),
      ...(kind === 'approval' && of !== undefined ? { of } : {}),
      ...(kind === 'nomination' && candidate !== undefined ? { candidates: [candidate] } : {}),
    });
    if (outcome.kind === 'done') onClose();
  };
  return (
    <CommandDialog
      wide
      title={t('secretary.proposal.enter')}
      save={t('secretary.proposal.put')}
      command={command}
      onClose={onClose}
      onSubmit={() => void enter()}
    >
      <Select
        label={t('secretary.proposal.by')}
        placeholder={t('steps.ask.choose')}
        options={presentServing(meeting).map(({ person: id }) => ({ id, label: personWithParty(plan, id) }))}
        value={person ?? null}
        onChange={(id) => setPerson(id as PersonId)}
        {...(tried && person === undefined ? { error: t('secretary.proposal.byMissing') } : {})}
      />
      <Select
        label={t('secretary.proposal.kind')}
        options={KINDS.map((id) => ({ id, label: t(`label.proposalKind.${id}`) }))}
        value={kind}
        onChange={(id) => setKind(id as ProposalKind)}
      />
      {kind === 'approval' && (
        <Select
          label={t('secretary.proposal.of')}
          placeholder={t('steps.ask.choose')}
          options={here.flatMap((one) =>
            one === undefined || (one.kind === 'approval' && one.mover !== undefined)
              ? []
              : [{ id: one.id, label: String(plain(language, proposalName(meeting, one.id))) }],
          )}
          value={of ?? null}
          onChange={(id) => setOf(id as ProposalId)}
        />
      )}
      {kind === 'nomination' && (
        <Select
          label={t('secretary.proposal.candidate')}
          placeholder={t('steps.ask.choose')}
          options={plan.people
            .filter((one) => one.party !== undefined)
            .toSorted((a, b) => a.familyName.localeCompare(b.familyName, 'sv'))
            .map((one) => ({ id: one.id, label: personText(one, plan.parties) }))}
          value={candidate ?? null}
          onChange={(id) => setCandidate(id as PersonId)}
        />
      )}
      {needsText && (
        <TextArea
          legal
          label={t('secretary.proposal.text')}
          hint={t('secretary.proposal.textHint')}
          rows={6}
          value={text}
          onChange={setText}
          maxLength={20_000}
          {...(tried && text.trim() === '' ? { error: t('secretary.proposal.textMissing') } : {})}
        />
      )}
      {kind === 'referralBack' && (
        <>
          <TextArea
            legal
            label={t('secretary.proposal.reason')}
            value={reason}
            onChange={setReason}
            maxLength={4_000}
          />
          <TextField
            label={t('secretary.proposal.addressee')}
            value={addressee}
            onChange={setAddressee}
            maxLength={200}
          />
        </>
      )}
    </CommandDialog>
  );
}
