import { type PersonId, personWithParty } from '@klubba/meeting';
import type { KeyCeremony, KeyStep } from '@klubba/protocol';
import { Download, Key, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../app/text.tsx';
import { useMeeting } from '../live/index.ts';
import type { OwnStore } from '../own-store/index.ts';
import { Alert, Button, ButtonLink, ButtonRow, NumberedSteps, Panel, Row, Rows, TextField } from '../ui/index.ts';
import css from './ballots.module.css';
import { readKeys, sendKeyStep } from './requests.ts';
import { runTask } from './run-task.ts';
import { keepSeed, keptSeed } from './vault.ts';

const READ_EVERY_MS = 1_500;

/** What a key is, making it, writing its code down and proving that one has; the rest the device does as the others come. */
export function KeyCeremonyPanel({ me, store }: { readonly me: PersonId; readonly store: OwnStore }) {
  const t = useText();
  const { plan, elections } = useMeeting();
  const { meeting } = plan;
  const [made, setMade] = useState<string>();
  const [seed, setSeed] = useState(() => keptSeed(store, meeting, me));
  const { view, fault } = useCeremony(meeting, seed);
  const done = elections.keyHolders?.key !== undefined;
  return (
    <Panel title={t('ballot.key.title')}>
      <div className={css.stack}>
        <p>{t('ballot.key.what')}</p>
        {seed === undefined ? (
          made === undefined ? (
            <>
              <NumberedSteps
                steps={[t('ballot.key.step.make'), t('ballot.key.step.write'), t('ballot.key.step.prove')]}
              />
              <p className={css.soft}>{t('ballot.key.lost')}</p>
              <div>
                <Button kind="primary" size="l" icon={Key} onPress={() => void runTask('newSeed', {}).then(setMade)}>
                  {t('ballot.key.make')}
                </Button>
              </div>
            </>
          ) : (
            <Rehearsal
              seed={made}
              onProven={() => {
                keepSeed(store, meeting, me, made);
                setSeed(made);
              }}
            />
          )
        ) : (
          <p role="status">
            <b>{t(done ? 'ballot.key.done' : 'ballot.key.waiting')}</b>
          </p>
        )}
        {fault !== undefined && (
          <Alert rank="stop" word={t('ballot.key.fault.word')}>
            {t('ballot.key.fault', { rule: fault })}
          </Alert>
        )}
        {view !== undefined && (
          <Rows label={t('ballot.key.holders')}>
            {view.holders.map((person, index) => (
              <Row key={person} end={t(`ballot.key.progress.${progressOf(view.done[index])}`)}>
                {personWithParty(plan, person)}
              </Row>
            ))}
          </Rows>
        )}
        {done && (
          <p className={css.soft}>
            {t('ballot.key.compare', { code: elections.keyHolders?.key?.slice(0, 8).toUpperCase() ?? '' })}
          </p>
        )}
      </div>
    </Panel>
  );
}

function progressOf(done: readonly KeyStep[] | undefined): 'none' | 'some' | 'all' {
  if (done === undefined || done.length === 0) return 'none';
  return done.includes('key') ? 'all' : 'some';
}

/** The code on paper, and typed in again from the paper: then it is there. */
function Rehearsal({ seed, onProven }: { readonly seed: string; readonly onProven: () => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [written, setWritten] = useState(false);
  const check = (): void => {
    if (typed.replaceAll(/\s/g, '') === seed) onProven();
    else setWrong(true);
  };
  if (!written)
    return (
      <>
        <p>{t('ballot.key.write')}</p>
        <p className={css.seed}>{grouped(seed)}</p>
        <ButtonRow>
          <ButtonLink
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${seed}\n`)}`}
            icon={Download}
            download="nyckel.txt"
          >
            {t('ballot.key.save')}
          </ButtonLink>
          <Button icon={Printer} onPress={() => print()}>
            {t('ballot.key.print')}
          </Button>
        </ButtonRow>
        <div>
          <Button kind="primary" size="l" onPress={() => setWritten(true)}>
            {t('ballot.key.written')}
          </Button>
        </div>
      </>
    );
  return (
    <>
      <TextField
        label={t('ballot.key.type')}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setWrong(false);
        }}
        autoComplete="off"
        {...(wrong ? { error: t('ballot.key.wrong') } : {})}
      />
      <ButtonRow>
        <Button kind="primary" onPress={check}>
          {t('ballot.key.check')}
        </Button>
        <Button onPress={() => setWritten(false)}>{t('ballot.key.show')}</Button>
      </ButtonRow>
    </>
  );
}

/** In fours, as one reads it to oneself while writing. */
function grouped(seed: string): string {
  return seed.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** Takes the device's steps as soon as the others have taken theirs. */
function useCeremony(meeting: Parameters<typeof readKeys>[0], seed: string | undefined) {
  const [view, setView] = useState<KeyCeremony>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const turn = async (): Promise<void> => {
      const reply = await readKeys(meeting);
      if (left) return;
      if (reply.is === 'value') {
        setView(reply.value);
        const step = seed === undefined ? undefined : nextStep(reply.value);
        if (seed !== undefined && step !== undefined) await take(seed, reply.value, step);
      }
      if (!left) timer = setTimeout(() => void turn(), READ_EVERY_MS);
    };
    const take = async (own: string, ceremony: KeyCeremony, step: KeyStep): Promise<void> => {
      try {
        await sendKeyStep(meeting, step, await runTask('keyStep', { seed: own, ceremony, step }));
        setFault(undefined);
      } catch (error) {
        setFault(error instanceof Error ? error.message : String(error));
      }
    };
    void turn();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [meeting, seed]);
  return { view, fault };
}

function nextStep({ place, done, certificates, delivery }: KeyCeremony): KeyStep | undefined {
  const own = done[place - 1] ?? [];
  if (place === 0 || own.includes('key')) return undefined;
  if (!own.includes('certificate')) return 'certificate';
  if (!own.includes('polynomial')) return certificates === undefined ? undefined : 'polynomial';
  return delivery === undefined ? undefined : 'key';
}
