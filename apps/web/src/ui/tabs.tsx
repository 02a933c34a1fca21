import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
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

/** Papers, proposals, speakers: never the room or the speaker, which no tab may hide. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      className={css.tabs}
      keyboardActivation="manual"
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
    >
      <TabList aria-label={label} className={css.list}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={css.tab ?? ''}>
            {tab.label}
            {tab.count !== undefined && <span>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={cx(css.panel, tab.flush && css.flush)}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
