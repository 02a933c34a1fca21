import type { BodyList, BodyView } from '@klubba/protocol';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useText } from '../app/text.tsx';
import { Column, Panel, Row, Rows, StatusLine } from '../ui/index.ts';
import { AdminFrame, BackLink } from './admin-frame.tsx';
import css from './admin.module.css';
import { Answered } from './answered.tsx';
import { useServer } from './api.ts';
import { dayAfter, today } from './dates.ts';
import { RuleChain } from './rule-chain.tsx';
import { RuleForm } from './rule-form.tsx';
import { RULE_GROUPS, type RuleName } from './rule-words.ts';
import { RuleShown } from './rule-shown.tsx';
import { Templates } from './templates.tsx';
import { useIsNarrow } from './use-is-narrow.ts';

const NAMES: readonly RuleName[] = RULE_GROUPS.flatMap((group) => group.rules);

/** `/admin/bodies/:body/rules/:rule`: a body's settings, each with its wording, its decision, its days and its effect. */
export function RulesPage() {
  const t = useText();
  const { body = '', rule } = useParams();
  const [answer, again] = useServer<BodyView>(`/api/register/bodies/${encodeURIComponent(body)}`);
  const [bodies] = useServer<BodyList>('/api/register/bodies');
  if (answer.is !== 'value') {
    return (
      <AdminFrame title={t('admin.rules')}>
        <h1>{t('admin.rules')}</h1>
        <Answered answer={answer} again={again}>
          {() => null}
        </Answered>
      </AdminFrame>
    );
  }
  return (
    <Shown
      view={answer.value}
      chosen={NAMES.find((name) => name === rule)}
      bodies={bodies.is === 'value' ? bodies.value : { bodies: [] }}
      onChanged={again}
    />
  );
}

function Shown(props: {
  readonly view: BodyView;
  readonly chosen: RuleName | undefined;
  readonly bodies: BodyList;
  readonly onChanged: () => void;
}) {
  const { view, chosen, bodies, onChanged } = props;
  const t = useText();
  const isNarrow = useIsNarrow();
  const [isDeciding, setDeciding] = useState(false);
  const [said, setSaid] = useState('');
  const name = chosen ?? 'remoteAllowed';
  const list = (
    <Column label={t('admin.rules')}>
      <BackLink to={`/admin/bodies/${encodeURIComponent(view.body)}`}>{view.name}</BackLink>
      {isNarrow && <h1>{t('admin.rules.for', { body: view.name })}</h1>}
      <Settings view={view} current={isNarrow ? undefined : name} />
    </Column>
  );
  const shown = (
    <Column surface label={t('admin.rules.shown')}>
      {isNarrow && (
        <BackLink to={`/admin/bodies/${encodeURIComponent(view.body)}/rules`}>{t('admin.rules.all')}</BackLink>
      )}
      <StatusLine>{said}</StatusLine>
      <RuleShown view={view} name={name} onDecide={() => setDeciding(true)} />
    </Column>
  );
  const aside = (
    <Column label={t('admin.rules.aside')}>
      <Panel title={t('admin.chain')} note={t('admin.chain.note')}>
        <RuleChain view={view} />
      </Panel>
      <Templates />
    </Column>
  );
  return (
    <AdminFrame
      title={t('admin.rules.for', { body: view.name })}
      columns="minmax(0, 320px) minmax(0, 1fr) minmax(0, 420px)"
    >
      {(!isNarrow || chosen === undefined) && list}
      {(!isNarrow || chosen !== undefined) && shown}
      {(!isNarrow || chosen !== undefined) && aside}
      {isDeciding && (
        <RuleForm
          key={name}
          name={name}
          view={view}
          bodies={bodies.bodies}
          from={dayAfter(today())}
          onClose={() => setDeciding(false)}
          onDone={() => {
            setDeciding(false);
            setSaid(t('admin.rule.done', { rule: t(`admin.setting.${name}`) }));
            onChanged();
          }}
        />
      )}
    </AdminFrame>
  );
}

function Settings({ view, current }: { readonly view: BodyView; readonly current: RuleName | undefined }) {
  const t = useText();
  return RULE_GROUPS.map((group) => (
    <Panel key={group.id} title={t(`admin.setting.group.${group.id}`)}>
      <Rows label={t(`admin.setting.group.${group.id}`)}>
        {group.rules.map((name) => (
          <Row
            key={name}
            tight
            current={name === current}
            note={t(`admin.source.${view.settings[name]?.source.kind ?? 'statuteDefault'}`)}
          >
            <Link className={css.name} to={`/admin/bodies/${encodeURIComponent(view.body)}/rules/${name}`}>
              {t(`admin.setting.${name}`)}
            </Link>
          </Row>
        ))}
      </Rows>
    </Panel>
  ));
}
