import { type ClosedBallot, codeOf, type PersonId, personWithParty, type Refusal } from '@klubba/meeting';
import { Check, Key } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import type { OwnStore } from '../own-store/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button, Icon, Panel, Row, Rows, TextField, Ticks } from '../ui/index.ts';
import css from './ballots.module.css';
import { readKeys, readUntil } from './requests.ts';
import { runTask } from './run-task.ts';
import { useBoard } from './use-board.ts';
import { keptSeed } from './vault.ts';

/** Three plain steps: compare the code, unlock, give the part. The key never leaves the device. */
export function GiveShare({
  me,
  ballot,
  store,
}: {
  readonly me: PersonId;
  readonly ballot: ClosedBallot;
  readonly store: OwnStore;
}) {
  const t = useText();
  const { plan } = useMeeting();
  const { board } = useBoard(ballot);
  const [compared, setCompared] = useState(false);
  const [typed, setTyped] = useState(() => keptSeed(store, plan.meeting, me) ?? '');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [unfit, setUnfit] = useState(false);
  const given = ballot.shares.includes(me);
  const give = async (): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    setUnfit(false);
    try {
      const keys = await readKeys(plan.meeting);
      if (keys.is !== 'value' || keys.value.key === undefined) {
        setRefusal({ rule: 'BALLOT-REFUSED' });
        return;
      }
      const seed = typed.replaceAll(/\s/g, '');
      const sum = await readUntil(board, ({ election, tally }) =>
        election === undefined || tally === undefined ? undefined : { election, tally },
      );
      const share = await runTask('share', { seed, key: keys.value.key, ...sum });
      const reply = await board.giveShare(share);
      if (reply.is === 'refused') setRefusal(reply.refusal);
    } catch {
      setUnfit(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={t('ballot.count.title')}>
      <p>{t('ballot.count.closed', { cast: ballot.end?.cast ?? 0, voters: ballot.registered.length })}</p>
      <div className={css.opening}>
        <ol className={css.steps}>
          <CountStep number={1} title={t('ballot.count.compare')} state={compared || given ? 'done' : 'now'}>
            <p>
              {t('ballot.count.compare.what')} <b className={css.code}>{codeOf(ballot.end?.head)}</b>
            </p>
            {!compared && !given && (
              <>
                <div>
                  <Button kind="primary" onPress={() => setCompared(true)}>
                    {t('ballot.count.same')}
                  </Button>
                </div>
                <p className={css.soft}>{t('ballot.count.differs')}</p>
              </>
            )}
          </CountStep>
          <CountStep number={2} title={t('ballot.count.unlock')} state={given ? 'done' : compared ? 'now' : 'later'}>
            <p>{t('ballot.count.unlock.what')}</p>
            {compared && !given && (
              <>
                <TextField
                  label={t('ballot.count.code')}
                  type="password"
                  value={typed}
                  onChange={setTyped}
                  autoComplete="off"
                  {...(unfit ? { error: t('ballot.count.unfit') } : {})}
                />
                <div>
                  <Button
                    kind="primary"
                    size="l"
                    icon={Key}
                    busy={busy ? t('ballot.count.busy') : undefined}
                    onPress={() => void give()}
                  >
                    {t('ballot.count.give')}
                  </Button>
                </div>
                <RefusalLine refusal={refusal} />
              </>
            )}
          </CountStep>
          <CountStep number={3} title={t('ballot.count.part')} state={given ? 'done' : 'later'}>
            <p role="status">{t(given ? 'ballot.count.given' : 'ballot.count.part.what')}</p>
          </CountStep>
        </ol>
        <Standing ballot={ballot} />
      </div>
    </Panel>
  );
}

/** One of the three, with its number until it is done. */
function CountStep({
  number,
  title,
  state,
  children,
}: {
  readonly number: number;
  readonly title: string;
  readonly state: 'done' | 'now' | 'later';
  readonly children: ReactNode;
}) {
  const t = useText();
  return (
    <li className={css[state]} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={css.mark} aria-hidden="true">
        {state === 'done' ? <Icon shape={Check} /> : number}
      </span>
      <div className={css.stack}>
        <h3>{state === 'done' ? t('ballot.count.step.done', { step: title }) : title}</h3>
        {children}
      </div>
    </li>
  );
}

/** What was checked before anything is counted, and whose part has come. */
function Standing({ ballot }: { readonly ballot: ClosedBallot }) {
  const t = useText();
  const { plan, elections } = useMeeting();
  const { needed = 0, persons = [] } = elections.keyHolders ?? {};
  return (
    <div className={css.standing}>
      <section>
        <h3>{t('ballot.count.keys', { needed, count: persons.length })}</h3>
        <Rows label={t('ballot.key.holders')}>
          {persons.map((person) => (
            <Row
              key={person}
              end={t(
                ballot.shares.includes(person)
                  ? 'wall.ballot.share'
                  : ballot.wrongShares.includes(person)
                    ? 'ballot.count.wrong'
                    : 'ballot.count.notYet',
              )}
            >
              {personWithParty(plan, person)}
            </Row>
          ))}
        </Rows>
      </section>
      <section>
        <h3>{t('ballot.count.checked')}</h3>
        <Ticks
          ticks={[
            {
              id: 'own',
              text: t('ballot.count.tablets', {
                count: Object.values(ballot.checked).filter((one) => one === 'found').length,
              }),
            },
            { id: 'sealed', text: t('ballot.count.sealed', { count: ballot.end?.cast ?? 0 }) },
          ]}
        />
      </section>
      <Alert rank="information" word={t('ballot.count.fails.word')} compact>
        {t('ballot.count.fails')}
      </Alert>
    </div>
  );
}
