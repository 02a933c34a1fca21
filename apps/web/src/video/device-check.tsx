import type { DeviceTest, MeetingId } from '@klubba/meeting';
import { RotateCcw, Volume2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Translate, useText } from '../app/text.tsx';
import { Button, ButtonRow, CheckRows } from '../ui/index.ts';
import { playTone, tryDevice } from './device-trial.ts';
import { inOrder, LOW_BATTERY_PERCENT, resultOf, type Trial, type TrialPart, UNTRIED } from './device-test.ts';
import css from './video.module.css';

/** Tries the equipment and says in sentences what it found, the faulty first. Tells the result whenever it is whole. */
export function DeviceCheck({
  meeting,
  onResult,
  beside,
}: {
  readonly meeting: MeetingId;
  readonly onResult: (result: DeviceTest) => void;
  /** Words beside the own picture. */
  readonly beside?: ReactNode;
}) {
  const t = useText();
  const preview = useRef<HTMLVideoElement>(null);
  const [trial, setTrial] = useState<Trial>(UNTRIED);
  const [round, setRound] = useState(0);
  const tell = useRef(onResult);
  useEffect(() => {
    tell.current = onResult;
  }, [onResult]);
  useEffect(() => {
    if (preview.current === null) return undefined;
    setTrial((before) => ({ ...UNTRIED, sound: before.sound }));
    return tryDevice(meeting, preview.current, (change) => setTrial((before) => ({ ...before, ...change })));
  }, [meeting, round]);
  useEffect(() => {
    const result = resultOf(trial);
    if (result !== undefined) tell.current(result);
  }, [trial]);
  const answer = (heard: boolean): void => setTrial((before) => ({ ...before, sound: { is: heard ? 'good' : 'bad' } }));
  return (
    <section className={css.tests} aria-label={t('video.test.title')}>
      <div className={css.mirror}>
        <video ref={preview} className={css.preview} muted playsInline autoPlay tabIndex={-1} aria-hidden="true" />
        {beside !== undefined && <div>{beside}</div>}
      </div>
      <CheckRows
        label={t('video.test.title')}
        rows={inOrder(trial).map((part) => {
          const { good, words } = sentence(t, trial, part);
          return {
            id: part,
            what: t(`video.test.${part}`),
            state: good === undefined ? 'waiting' : good ? 'ok' : 'warning',
            result: words,
            action: part === 'sound' ? <SoundQuestion answer={answer} /> : undefined,
          };
        })}
      />
      <ButtonRow>
        <Button kind="quiet" size="s" icon={RotateCcw} onPress={() => setRound((before) => before + 1)}>
          {t('video.test.run')}
        </Button>
      </ButtonRow>
    </section>
  );
}

function SoundQuestion({ answer }: { readonly answer: (heard: boolean) => void }) {
  const t = useText();
  const [played, setPlayed] = useState(false);
  const play = (): void => {
    void playTone().then(() => setPlayed(true));
  };
  return (
    <ButtonRow>
      <Button size="s" icon={Volume2} onPress={play}>
        {t('video.test.sound.play')}
      </Button>
      {played && (
        <>
          <span role="status">{t('video.test.sound.question')}</span>
          <Button size="s" onPress={() => answer(true)}>
            {t('video.test.sound.yes')}
          </Button>
          <Button size="s" onPress={() => answer(false)}>
            {t('video.test.sound.no')}
          </Button>
        </>
      )}
    </ButtonRow>
  );
}

type Sentence = { readonly good: boolean | undefined; readonly words: string };

function sentence(t: Translate, trial: Trial, part: TrialPart): Sentence {
  switch (part) {
    case 'camera':
    case 'microphone':
      return deviceSentence(t, part, trial[part]);
    case 'sound':
      if (trial.sound.is === 'waiting') return { good: undefined, words: t('video.test.sound.waiting') };
      return trial.sound.is === 'bad'
        ? { good: false, words: t('video.test.sound.bad') }
        : { good: true, words: t('video.test.sound.good') };
    case 'connection':
      return connectionSentence(t, trial.connection);
    case 'battery':
      return batterySentence(t, trial.battery);
  }
}

function deviceSentence(t: Translate, part: 'camera' | 'microphone', found: Trial['camera']): Sentence {
  if (found.is === 'waiting')
    return { good: undefined, words: t(part === 'microphone' ? 'video.test.microphone.speak' : 'video.test.waiting') };
  if (found.is !== 'bad') return { good: true, words: t(`video.test.${part}.good`) };
  const { reason } = found;
  const why = reason === undefined || reason === 'silent' ? '' : t(`video.${part}.${reason}`);
  return { good: false, words: t(`video.test.${part}.bad`, { reason: why }).trim() };
}

function connectionSentence(t: Translate, found: Trial['connection']): Sentence {
  switch (found.is) {
    case 'waiting':
      return { good: undefined, words: t('video.test.waiting') };
    case 'good':
      return { good: true, words: t('video.test.connection.good') };
    case 'passed':
      return { good: true, words: t(`video.test.connection.${found.because}`) };
    case 'bad':
      return {
        good: false,
        words: t('video.test.connection.bad', { step: t(`video.step.${found.step ?? 'websocket'}`) }),
      };
  }
}

function batterySentence(t: Translate, battery: Trial['battery']): Sentence {
  if (battery === undefined) return { good: undefined, words: t('video.test.waiting') };
  if (battery === null) return { good: true, words: t('video.test.battery.unknown') };
  const percent = Math.round(battery);
  return battery < LOW_BATTERY_PERCENT
    ? { good: false, words: t('video.test.battery.bad', { percent }) }
    : { good: true, words: t('video.test.battery.good', { percent }) };
}
