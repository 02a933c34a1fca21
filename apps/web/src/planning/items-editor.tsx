import type { ItemKind } from '@klubba/meeting';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useText } from '../app/text.tsx';
import { Button, IconButton, Panel, Select, TextField } from '../ui/index.ts';
import css from './planning.module.css';

export type DraftItem = { readonly id: string; readonly title: string; readonly kind: ItemKind };

const KINDS: readonly ItemKind[] = [
  'rollCall',
  'adjusters',
  'agenda',
  'matter',
  'election',
  'bill',
  'interpellation',
  'question',
  'report',
  'information',
];

/** The items in their order: title, kind, and buttons that move one a step, which a keyboard reaches as well. */
export function ItemsEditor({
  items,
  onChange,
}: {
  readonly items: readonly DraftItem[];
  readonly onChange: (items: readonly DraftItem[]) => void;
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
          return (
            <li key={item.id} className={css.draft}>
              <TextField
                label={t('planning.new.item', { number })}
                value={item.title}
                onChange={(title) => put(item.id, { title })}
                maxLength={200}
              />
              <Select
                label={t('planning.new.kind', { number })}
                placeholder={t('planning.new.choose')}
                options={KINDS.map((kind) => ({ id: kind, label: t(`label.itemKind.${kind}`) }))}
                value={item.kind}
                onChange={(kind) => put(item.id, { kind: kind as ItemKind })}
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
            </li>
          );
        })}
      </ol>
      <div className={css.add}>
        <Button
          icon={Plus}
          onPress={() => onChange([...items, { id: crypto.randomUUID(), title: '', kind: 'matter' }])}
        >
          {t('planning.new.add')}
        </Button>
      </div>
    </Panel>
  );
}
