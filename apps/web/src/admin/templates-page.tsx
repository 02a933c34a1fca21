import { BODY_KINDS, type BodyId, type BodyKind } from '@klubba/meeting';
import type { BodyList, TemplateFile } from '@klubba/protocol';
import { Download, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { usePreferences, useText } from '../app/text.tsx';
import { Button, ButtonLink, Panel, Row, Rows, Select } from '../ui/index.ts';
import { AdminFrame, BackLink } from './admin-frame.tsx';
import css from './admin.module.css';
import { Answered, Outcome } from './answered.tsx';
import { useServer } from './api.ts';
import { type Done, DoneLine } from './done-line.tsx';
import { ruleEffect } from './rule-words.ts';
import rules from './rules.module.css';
import { TemplateImport } from './template-import.tsx';
import { useRegisterCommand } from './use-register.ts';
import { wordingsFor, wordingText } from './wordings.ts';

/** For a general meeting no wording is shipped. */
const KINDS = BODY_KINDS.filter((kind) => kind !== 'generalMeeting');

/** `/admin/templates`: wordings to begin from. None of them holds anywhere before it is decided (GOV-23, GOV-24). */
export function TemplatesPage() {
  const t = useText();
  const [answer, again] = useServer<TemplateFile>('/api/register/templates');
  return (
    <AdminFrame title={t('admin.templates')}>
      <BackLink to="/admin/bodies">{t('admin.bodies.all')}</BackLink>
      <h1>{t('admin.templates')}</h1>
      <p className={css.lede}>{t('admin.templates.text')}</p>
      <Shipped />
      <Answered answer={answer} again={again}>
        {({ templates }) => <Taken templates={templates} onChanged={again} />}
      </Answered>
      <TemplateImport onTaken={again} />
      <Own />
    </AdminFrame>
  );
}

/** The product's own proposals for a kind of body. */
function Shipped() {
  const t = useText();
  const { language } = usePreferences();
  const [kind, setKind] = useState<BodyKind>('council');
  return (
    <Panel title={t('admin.templates.shipped')}>
      <div className={css.rows}>
        <p>{t('admin.templates.shipped.text')}</p>
        <Select
          label={t('admin.templates.shipped.kind')}
          value={kind}
          onChange={(id) => setKind(KINDS.find((one) => one === id) ?? kind)}
          options={KINDS.map((one) => ({ id: one, label: t(`label.body.${one}`) }))}
        />
        <p className={css.by}>{t('admin.templates.shipped.use')}</p>
        {wordingsFor(kind).map((one) => (
          <section key={one.id} className={rules.proposal} aria-label={ruleEffect(t, one.rule, one.value)}>
            <h3>{t(`admin.setting.${one.rule}`)}</h3>
            <p className={css.by}>{ruleEffect(t, one.rule, one.value)}</p>
            <blockquote className={rules.quote} lang="sv">
              {wordingText('sv', one)}
            </blockquote>
            {language !== 'sv' && <p>{wordingText(language, one)}</p>}
          </section>
        ))}
      </div>
    </Panel>
  );
}

function Taken(props: { readonly templates: TemplateFile['templates']; readonly onChanged: () => void }) {
  const { templates, onChanged } = props;
  const t = useText();
  const [done, setDone] = useState<Done>();
  const { send, ...sending } = useRegisterCommand();
  const withdraw = async (template: TemplateFile['templates'][number]) => {
    setDone(undefined);
    if (!(await send({ type: 'withdrawTemplate', template: template.id }))) return;
    setDone({
      words: t('admin.templates.withdrawn', { name: template.name }),
      undo: { type: 'keepTemplate', template },
    });
    onChanged();
  };
  return (
    <Panel title={t('admin.templates.taken')}>
      {templates.length === 0 && <p>{t('admin.templates.taken.none')}</p>}
      <Rows label={t('admin.templates.taken')}>
        {templates.map((one) => (
          <Row
            key={one.id}
            note={t('admin.templates.taken.rules', { count: one.rules.length })}
            end={
              <Button size="s" icon={Trash2} onPress={() => void withdraw(one)}>
                {t('admin.templates.withdraw', { name: one.name })}
              </Button>
            }
          >
            {t('admin.templates.taken.at', { name: one.name, from: one.from })}
          </Row>
        ))}
      </Rows>
      <DoneLine
        done={done}
        onUndone={() => {
          setDone({ words: t('admin.undone') });
          onChanged();
        }}
      />
      <Outcome problem={sending.problem} lost={sending.isLost} />
    </Panel>
  );
}

/** A body's own rules out, for others. */
function Own() {
  const t = useText();
  const [answer] = useServer<BodyList>('/api/register/bodies');
  const [body, setBody] = useState<BodyId>();
  const bodies = answer.is === 'value' ? answer.value.bodies : [];
  const chosen = bodies.find((one) => one.body === body) ?? bodies[0];
  if (chosen === undefined) return null;
  return (
    <Panel title={t('admin.templates.export')}>
      <div className={css.rows}>
        <p>{t('admin.templates.export.text')}</p>
        <Select
          label={t('admin.templates.export.body')}
          value={chosen.body}
          onChange={(id) => setBody(id as BodyId)}
          options={bodies.map((one) => ({ id: one.body, label: one.name }))}
        />
        <div>
          <ButtonLink
            icon={Download}
            href={`/api/register/bodies/${encodeURIComponent(chosen.body)}/template`}
            download="klubba-regelmallar.json"
          >
            {t('admin.templates.export.get')}
          </ButtonLink>
        </div>
      </div>
    </Panel>
  );
}
