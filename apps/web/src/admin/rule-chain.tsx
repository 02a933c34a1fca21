import { dateText } from '@klubba/i18n';
import type { BodyView } from '@klubba/protocol';
import { Check, X } from 'lucide-react';
import { Link } from 'react-router';
import { usePreferences, useText } from '../app/text.tsx';
import { cx, Icon } from '../ui/index.ts';
import { ProblemText } from './answered.tsx';
import css from './rules.module.css';

type ChainLink = BodyView['chain'][number];

/** Council, board, committee: each can be on only where the one above has decided it (KL 6:24). */
export function RuleChain({ view }: { readonly view: BodyView }) {
  const [first, ...under] = view.chain;
  if (first === undefined) return null;
  return (
    <ul className={css.chain}>
      <Node link={first} under={under} current={view.body} />
    </ul>
  );
}

function Node(props: {
  readonly link: ChainLink;
  readonly above?: ChainLink;
  readonly under: readonly ChainLink[];
  readonly current: string;
}) {
  const { link, above, under, current } = props;
  const t = useText();
  const isOn = link.state === 'on';
  const [next, ...rest] = under;
  return (
    <li className={css[link.hindrance === undefined || isOn ? link.state : 'barred']}>
      <div
        className={cx(css.node, link.body === current && css.here)}
        aria-current={link.body === current || undefined}
      >
        <Link to={`/admin/bodies/${encodeURIComponent(link.body)}/rules/remoteAllowed`}>{link.name}</Link>
        <span className={css.word}>
          <Icon shape={isOn ? Check : X} />
          {t(isOn ? 'admin.chain.on' : 'admin.chain.off')}
        </span>
        <p>
          <Reason link={link} above={above?.name ?? 'none'} />
        </p>
      </div>
      {next !== undefined && (
        <ul>
          <Node link={next} above={link} under={rest} current={current} />
        </ul>
      )}
    </li>
  );
}

/** The decision it rests on, a decided no, or what stands in the way, with its paragraph. */
function Reason({ link, above }: { readonly link: ChainLink; readonly above: string }) {
  const t = useText();
  const { language } = usePreferences();
  const { decision, hindrance, state } = link;
  const values =
    decision === undefined ? undefined : { date: dateText(language, decision.date), section: decision.section };
  if (state === 'on' && values !== undefined) return t('admin.chain.decided', values);
  if (state === 'decidedNo' && values !== undefined) return t('admin.chain.no', values);
  if (hindrance === undefined) return t('admin.chain.undecided');
  return (
    <>
      <strong>{t('common.notNow')}</strong>{' '}
      <ProblemText problem={{ rule: hindrance, detail: { by: above, body: link.name } }} />
    </>
  );
}
