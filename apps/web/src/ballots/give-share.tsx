import { type ClosedBallot, codeOf, type PersonId, personWithParty, type Refusal } from '@klubba/meeting';
import { Key } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import { RefusalLine } from '../steps/index.ts';
import { Alert, Button, Panel, Row, Rows, TextField, Ticks } from '../ui/index.ts';
import css from './ballots.module.css';
import { readKeys, readUntil } from './requests.ts';
import { runTask } from './run-task.ts';
import { useBoard } from './use-board.ts';
import { keptSeed } from './vault.ts';

/** Three plain steps: compare the code, unlock, give the part. The key never leaves the device. */
export function GiveShare({ me, ballot }: { readonly me: PersonId; readonly ballot: ClosedBallot }) {
  const t = useText();
  const { plan, elections } = useMeeting();
  const { board } = useBoard(ballot);
  const [compared, setCompared] = useState(false);
  const [typed, setTyped] = useState(() => keptSeed(plan.meeting, me) ?? '');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [unfit, setUnfit] = useState(false);
  const holders = elections.keyHolders;
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
      <div className={css.stack}>
        <p>{t('ballot.count.closed', { cast: ballot.end?.cast ?? 0, voters: ballot.registered.length })}</p>
        <h3>{t('ballot.count.compare')}</h3>
        <p>
          {t('ballot.count.compare.what')} <b className={css.code}>{codeOf(ballot.end?.head)}</b>
        </p>
        {!compared && !given && (
          <div>
            <Button kind="primary" onPress={() => setCompared(true)}>
              {t('ballot.count.same')}
            </Button>
            <p className={css.soft}>{t('ballot.count.differs')}</p>
          </div>
        )}
        <h3>{t('ballot.count.unlock')}</h3>
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
        <h3>{t('ballot.count.part')}</h3>
        <p role="status">{t(given ? 'ballot.count.given' : 'ballot.count.part.what')}</p>
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
        <h3>{t('ballot.count.keys', { needed: holders?.needed ?? 0, count: holders?.persons.length ?? 0 })}</h3>
        <Rows label={t('ballot.key.holders')}>
          {(holders?.persons ?? []).map((person) => (
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
        <Alert rank="information" word={t('ballot.count.fails.word')} compact>
          {t('ballot.count.fails')}
        </Alert>
      </div>
    </Panel>
  );
}
