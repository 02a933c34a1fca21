import { dateText } from '@klubba/i18n';
import type { LocalDate } from '@klubba/meeting';
import type { BodyView } from '@klubba/protocol';
import { Check, SquarePen } from 'lucide-react';
import { usePreferences, useText } from '../app/text.tsx';
import { Alert, Button, Facts, type Pair, Panel, RuleRef, Ticks } from '../ui/index.ts';
import css from './admin.module.css';
import { ruleEffect, type RuleName, ruleStatutes, ruleWhy } from './rule-words.ts';
import rules from './rules.module.css';

type Rule = BodyView['rules'][number];

/** One setting: the wording, the decision it rests on, from when, on what ground, and what it means. */
export function RuleShown(props: { readonly view: BodyView; readonly name: RuleName; readonly onDecide: () => void }) {
  const { view, name, onDecide } = props;
  const t = useText();
  const { language } = usePreferences();
  const own = view.rules.filter((rule) => rule.rule === name).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const now = own.find((rule) => isInForce(rule, view.on));
  const setting = view.settings[name];
  const source = setting?.source.kind ?? 'statuteDefault';
  const why = ruleWhy(t, name);
  const statutes = ruleStatutes(language, name, view.kind);
  const others = own.filter((rule) => rule !== now);
  const facts: Pair[] = [
    { term: t('admin.rule.decision'), value: now === undefined ? t(`admin.source.${source}.long`) : decided(now) },
    ...(now === undefined ? [] : [{ term: t('admin.rule.holds'), value: <Days rule={now} /> }]),
    {
      term: t('admin.rule.law'),
      value: statutes === undefined ? t('admin.rule.noLaw') : <RuleRef>{statutes}</RuleRef>,
    },
    ...(now?.note === undefined ? [] : [{ term: t('admin.rule.field.note'), value: now.note }]),
    ...(now?.guidance === undefined ? [] : [{ term: t('admin.rule.field.guidance'), value: now.guidance }]),
  ];
  function decided({ decision }: Rule): string {
    const by = view.names[decision.by] ?? decision.by;
    const words = t('admin.rule.decided', { by, date: dateText(language, decision.date), section: decision.section });
    return decision.diaryNumber === undefined ? words : `${words} ${decision.diaryNumber}`;
  }
  return (
    <>
      <h1>{t('admin.rule.title', { body: view.name, rule: t(`admin.setting.${name}`) })}</h1>
      {now !== undefined && now.wording.trim() !== '' && (
        <blockquote className={rules.quote}>
          {now.wording}
          <footer>{t('admin.rule.verbatim', { clause: now.clause ?? 'none' })}</footer>
        </blockquote>
      )}
      <Facts facts={facts} />
      <Panel title={t('admin.rule.means')}>
        <Ticks
          ticks={[{ id: name, icon: Check, text: ruleEffect(t, name, setting === undefined ? false : setting.value) }]}
        />
      </Panel>
      {source === 'unsettledDefault' && (
        <Alert rank="information" word={t('admin.rule.unsettled')} compact>
          {why ?? t('admin.rule.unsettled.text')}
        </Alert>
      )}
      <div className={css.foot}>
        <Button kind="primary" size="l" icon={SquarePen} onPress={onDecide}>
          {t(now === undefined ? 'admin.rule.decide' : 'admin.rule.decideAnew')}
        </Button>
        <p className={css.by}>{t('admin.rule.decide.effect')}</p>
      </div>
      {others.length > 0 && (
        <Panel title={t('admin.rule.others')} note={t('admin.history.note')}>
          <ol className={css.history}>
            {others.map((rule) => (
              <li key={`${rule.from} ${rule.decision.date} ${rule.decision.section}`}>
                <Days rule={rule} />
                <span>
                  {ruleEffect(t, name, rule.value)} <span className={css.by}>{decided(rule)}</span>
                </span>
              </li>
            ))}
          </ol>
        </Panel>
      )}
    </>
  );
}

function isInForce({ from, to }: Rule, on: LocalDate): boolean {
  return from <= on && (to === undefined || to >= on);
}

function Days({ rule }: { readonly rule: Rule }) {
  const t = useText();
  const { language } = usePreferences();
  const from = dateText(language, rule.from);
  return (
    <span>
      {rule.to === undefined
        ? t('admin.rule.days.open', { from })
        : t('admin.rule.days', { from, to: dateText(language, rule.to) })}
    </span>
  );
}
