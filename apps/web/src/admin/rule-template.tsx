import type { BodyView, TemplateFile } from '@klubba/protocol';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { Select, StatusLine } from '../ui/index.ts';
import { useServer } from './api.ts';
import { ruleEffect, type RuleName, type RuleValue } from './rule-words.ts';
import { wordingsFor, wordingText } from './wordings.ts';

const NO_TEMPLATE = '-';

export type Beginning = { readonly value: RuleValue; readonly wording: string; readonly guidance: string };

/** A wording to begin from: the product's own proposals, and those taken over from other municipalities. */
export function FromTemplate(props: {
  readonly name: RuleName;
  readonly view: BodyView;
  readonly onUse: (beginning: Beginning) => void;
}) {
  const { name, view, onUse } = props;
  const t = useText();
  const [chosen, setChosen] = useState(NO_TEMPLATE);
  const [answer] = useServer<TemplateFile>('/api/register/templates');
  const shipped = wordingsFor(view.kind)
    .filter((one) => one.rule === name)
    .map((one) => ({
      id: one.id,
      label: t('admin.rule.template.shipped', { effect: ruleEffect(t, name, one.value) }),
      // What is decided is decided in Swedish, whatever language the administrator reads.
      beginning: { value: one.value, wording: wordingText('sv', one), guidance: '' },
    }));
  const taken = (answer.is === 'value' ? answer.value.templates : []).flatMap((template) =>
    template.rules
      .filter((rule) => rule.rule === name && rule.kind === view.kind)
      .map(({ value, wording, guidance = '' }) => ({
        id: template.id,
        label: t('admin.templates.taken.at', { name: template.name, from: template.from }),
        beginning: { value, wording, guidance },
      })),
  );
  const all = [...shipped, ...taken];
  if (all.length === 0) return <StatusLine>{answer.is === 'asking' ? '' : t('admin.rule.template.empty')}</StatusLine>;
  return (
    <Select
      label={t('admin.rule.template')}
      value={chosen}
      options={[{ id: NO_TEMPLATE, label: t('admin.rule.template.none') }, ...all]}
      onChange={(id) => {
        setChosen(id);
        const beginning = all.find((one) => one.id === id)?.beginning;
        if (beginning !== undefined) onUse(beginning);
      }}
    />
  );
}
