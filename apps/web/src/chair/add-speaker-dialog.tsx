import { type Meeting, type PersonId, personText, type RequestKind } from '@klubba/meeting';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useCommand } from '../live/index.ts';
import { CommandDialog } from '../steps/index.ts';
import { RadioGroup, Select } from '../ui/index.ts';

const KINDS: readonly RequestKind[] = ['speech', 'reply', 'pointOfOrder'];

/** Somebody in the hall has said the name: chair, secretary or assistant puts the person in the queue. */
export function AddSpeakerDialog({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) {
  const t = useText();
  const command = useCommand();
  const [person, setPerson] = useState<PersonId>();
  const [kind, setKind] = useState<RequestKind>('speech');
  const people = meeting.plan.people
    .filter((one) => meeting.attendance.present[one.id]?.admitted === true)
    .toSorted((a, b) => a.familyName.localeCompare(b.familyName, 'sv'));
  return (
    <CommandDialog
      title={t('chair.queue.add')}
      save={t('chair.queue.put')}
      command={command}
      onClose={onClose}
      onSubmit={() => {
        if (person === undefined) return;
        void command
          .send({ type: 'requestFloor', person, kind })
          .then((outcome) => outcome.kind === 'done' && onClose());
      }}
    >
      <Select
        label={t('steps.ask.person')}
        placeholder={t('steps.ask.choose')}
        options={people.map((one) => ({ id: one.id, label: personText(one, meeting.plan.parties) }))}
        value={person ?? null}
        onChange={(id) => setPerson(id as PersonId)}
      />
      <RadioGroup
        label={t('chair.queue.kind')}
        options={KINDS.map((id) => ({ id, label: t(`label.requestKind.${id}`) }))}
        value={kind}
        onChange={(id) => setKind(id as RequestKind)}
      />
    </CommandDialog>
  );
}
