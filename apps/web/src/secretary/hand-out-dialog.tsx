import type { ItemId, Meeting } from '@klubba/meeting';
import { useId, useState } from 'react';
import { useText } from '../app/text.tsx';
import { titleOf, uploadDocument } from '../documents/upload.ts';
import { useCommand } from '../live/index.ts';
import { CommandDialog } from '../steps/index.ts';
import { Alert, Select, TextField } from '../ui/index.ts';
import { partNow } from './minutes-rows.ts';
import css from './secretary.module.css';

/** A PDF to everybody during the meeting: it comes up beside the picture, and each device tells when it is opened. */
export function HandOutDialog({ meeting, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) {
  const t = useText();
  const { send, refusal } = useCommand();
  const fileId = useId();
  const [item, setItem] = useState<ItemId | undefined>(partNow(meeting) ?? meeting.agenda.order[0]);
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const handOut = async () => {
    if (file === undefined || item === undefined) {
      setProblem(t('secretary.handOut.fileMissing'));
      return;
    }
    setBusy(true);
    setProblem(undefined);
    const uploaded = await uploadDocument(meeting.plan.meeting, item, title.trim() || titleOf(file), file);
    if (uploaded.is === 'refused') setProblem(t(uploaded.why ?? 'secretary.handOut.failed'));
    else {
      const outcome = await send({ type: 'handOutDocument', item, document: uploaded.document });
      if (outcome.kind === 'done') onClose();
    }
    setBusy(false);
  };
  return (
    <CommandDialog
      title={t('secretary.handOut')}
      save={t('secretary.handOut.send')}
      command={{ sending: busy, refusal }}
      onClose={onClose}
      onSubmit={() => void handOut()}
    >
      <div className={css.file}>
        <label htmlFor={fileId}>{t('secretary.handOut.file')}</label>
        <input
          id={fileId}
          type="file"
          accept="application/pdf"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            setFile(chosen);
            if (chosen !== undefined && title === '') setTitle(titleOf(chosen));
          }}
        />
      </div>
      <TextField label={t('secretary.handOut.title')} value={title} onChange={setTitle} maxLength={200} />
      <Select
        label={t('secretary.reservation.item')}
        options={meeting.agenda.order.flatMap((id) => {
          const one = meeting.agenda.items[id];
          return one === undefined ? [] : [{ id, label: `§ ${one.number} ${one.title}` }];
        })}
        value={item ?? null}
        onChange={(id) => setItem(id as ItemId)}
      />
      <p>{t('secretary.handOut.effect')}</p>
      <div role="status">
        {problem !== undefined && (
          <Alert rank="warning" word={t('secretary.notDone')} compact>
            {problem}
          </Alert>
        )}
      </div>
    </CommandDialog>
  );
}
