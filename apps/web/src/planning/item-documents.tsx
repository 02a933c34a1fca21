import type { AgendaDocument, DocumentId, ItemId, MeetingId } from '@klubba/meeting';
import { FilePlus2, RotateCcw, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../app/text.tsx';
import { titleOf, uploadDocument } from '../documents/upload.ts';
import { useCommand } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button, IconButton } from '../ui/index.ts';
import css from './planning.module.css';

/** An item's documents: a PDF is there at once; one that is taken away goes when the plan is saved, and can be put back till then. */
export function ItemDocuments({
  meeting,
  item,
  documents,
  removed,
  onRemoved,
}: {
  readonly meeting: MeetingId;
  readonly item: ItemId;
  readonly documents: readonly AgendaDocument[];
  readonly removed: readonly DocumentId[];
  readonly onRemoved: (removed: readonly DocumentId[]) => void;
}) {
  const t = useText();
  const { send, refusal } = useCommand();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const add = async (files: readonly File[]) => {
    setBusy(true);
    setProblem(undefined);
    for (const file of files) {
      const uploaded = await uploadDocument(meeting, item, titleOf(file), file);
      if (uploaded.is === 'refused') {
        setProblem(t(uploaded.why ?? 'planning.item.documents.failed'));
        break;
      }
      const outcome = await send({ type: 'handOutDocument', item, document: uploaded.document });
      if (outcome.kind !== 'done') break;
    }
    setBusy(false);
  };
  return (
    <div className={css.itemDocuments}>
      <h3 className={css.name}>{t('planning.item.documents')}</h3>
      <ul className={css.itemFiles}>
        {documents.map(({ id, title }) => {
          const isRemoved = removed.includes(id);
          return (
            <li key={id}>
              {isRemoved ? (
                <s>{title}</s>
              ) : (
                <a href={`/api/meetings/${meeting}/documents/${id}`} target="_blank" rel="noreferrer">
                  {title}
                </a>
              )}
              <IconButton
                icon={isRemoved ? RotateCcw : X}
                label={t(isRemoved ? 'planning.item.documents.back' : 'planning.item.documents.remove', { title })}
                onPress={() => onRemoved(isRemoved ? removed.filter((one) => one !== id) : [...removed, id])}
              />
            </li>
          );
        })}
      </ul>
      <input
        ref={picker}
        type="file"
        accept="application/pdf"
        multiple
        hidden
        aria-label={t('planning.item.documents.add')}
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <div>
        <Button
          icon={FilePlus2}
          busy={busy ? t('planning.sending') : undefined}
          onPress={() => picker.current?.click()}
        >
          {t('planning.item.documents.add')}
        </Button>
      </div>
      <div role="status">
        {problem !== undefined && (
          <Alert rank="warning" word={t('planning.item.documents.not')} compact>
            {problem}
          </Alert>
        )}
      </div>
      <RefusalLine refusal={refusal} />
    </div>
  );
}
