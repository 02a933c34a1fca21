import { ITEM_KINDS, type ItemKind } from '@klubba/meeting';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../app/text.tsx';
import { Button, IconButton, Panel, Select, TextField } from '../ui/index.ts';
import { type DraftItem, newDraft } from './draft.ts';
import { ElectionFields, ItemDetails, type PlanPerson } from './item-details.tsx';
import css from './planning.module.css';

/** The items in their order: title, kind, and buttons that move one a step, which a keyboard reaches as well. */
export function ItemsEditor({
  items,
  onChange,
  people,
  documents,
}: {
  readonly items: readonly DraftItem[];
  readonly onChange: (items: readonly DraftItem[]) => void;
  readonly people: readonly PlanPerson[];
  readonly documents: (item: DraftItem, put: (change: Partial<DraftItem>) => void) => ReactNode;
}) {
  const t = useText();
  const put = (id: string, change: Partial<DraftItem>): void =>
    onChange(items.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const move = (at: number, to: number): void => {
    const moved = items[at];
    if (moved === undefined || to < 0 || to >= items.length) return;
    onChange(items.filter((one) => one !== moved).toSpliced(to, 0, moved));
  };
  return (
    <Panel title={t('planning.new.items')}>
      <ol className={css.applications}>
        {items.map((item, at) => {
          const number = at + 1;
          const change = (part: Partial<DraftItem>): void => put(item.id, part);
          return (
            <li key={item.id} className={css.draft}>
              <TextField
                label={t('planning.new.item', { number })}
                value={item.title}
                onChange={(title) => change({ title })}
                maxLength={200}
              />
              <Select
                label={t('planning.new.kind', { number })}
                placeholder={t('planning.new.choose')}
                options={ITEM_KINDS.map((kind) => ({ id: kind, label: t(`label.itemKind.${kind}`) }))}
                value={item.kind}
                onChange={(kind) => change({ kind: kind as ItemKind })}
              />
              <div className={css.moves}>
                <IconButton icon={ArrowUp} label={t('planning.new.up', { number })} onPress={() => move(at, at - 1)} />
                <IconButton
                  icon={ArrowDown}
                  label={t('planning.new.down', { number })}
                  onPress={() => move(at, at + 1)}
                />
                <IconButton
                  icon={X}
                  label={t('planning.new.remove', { number })}
                  onPress={() => onChange(items.filter((one) => one.id !== item.id))}
                />
              </div>
              {item.kind === 'election' && <ElectionFields item={item} number={number} onChange={change} />}
              <ItemDetails item={item} number={number} people={people} onChange={change}>
                {documents(item, change)}
              </ItemDetails>
            </li>
          );
        })}
      </ol>
      <div className={css.add}>
        <Button icon={Plus} onPress={() => onChange([...items, newDraft('matter')])}>
          {t('planning.new.add')}
        </Button>
      </div>
    </Panel>
  );
}
