import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { cx } from './cx.ts';
import css from './tabs.module.css';

export type TabView = {
  readonly id: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly content: ReactNode /** No padding: the content draws to the edge. */;
  readonly flush?: boolean;
};

export type TabsProps = {
  readonly label: string;
  readonly tabs: readonly TabView[];
  readonly selected?: string;
  readonly onSelect?: (id: string) => void;
};

/**
 * Papers, proposals, speakers: never the room or the speaker, which no tab may hide. One stop for the tab key; arrows go between
 * the tabs, and a press selects (the tabs pattern of WAI-ARIA, with manual activation).
 */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  const id = useId();
  const [own, setOwn] = useState(tabs[0]?.id);
  const shown = tabs.find((tab) => tab.id === (selected ?? own)) ?? tabs[0];
  const select = (tab: string): void => {
    setOwn(tab);
    onSelect?.(tab);
  };
  return (
    <div className={css.tabs}>
      <div role="tablist" aria-label={label} className={css.list}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab === shown}
            aria-controls={tab === shown ? `${id}-panel` : undefined}
            tabIndex={tab === shown ? 0 : -1}
            className={css.tab}
            onKeyDown={moveFocus}
            onClick={() => select(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <span>{tab.count}</span>}
          </button>
        ))}
      </div>
      {shown !== undefined && (
        <div
          key={shown.id}
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${shown.id}`}
          tabIndex={0}
          className={cx(css.panel, shown.flush && css.flush)}
        >
          {shown.content}
        </div>
      )}
    </div>
  );
}

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const tabs = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
  const at = tabs.indexOf(event.currentTarget);
  event.preventDefault();
  tabs[step(at, tabs.length - 1)]?.focus();
}
