import type { ImportProgress } from '@klubba/protocol';
import { useEffect, useState } from 'react';
import { useText } from '../app/text.tsx';
import css from './admin.module.css';
import { get } from './api.ts';

const POLL_MS = 400;

/** How far an import has come, asked again and again while it is shown. Nothing is said before the first answer. */
export function ImportProgressLine({ id }: { readonly id: string }) {
  const t = useText();
  const [progress, setProgress] = useState<ImportProgress>();
  useEffect(() => {
    const leaving = new AbortController();
    const ask = async () => {
      const answer = await get<ImportProgress>(`/api/register/import/progress/${id}`, leaving.signal);
      if (!leaving.signal.aborted && answer.is === 'value' && answer.value.stage !== 'waiting')
        setProgress(answer.value);
    };
    const timer = setInterval(() => void ask(), POLL_MS);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [id]);
  if (progress === undefined || progress.stage === 'waiting') return null;
  const { stage, done, total } = progress;
  const words = t(`admin.import.progress.${stage}`, { done, total });
  return (
    <div className={css.progress}>
      <progress max={Math.max(total, 1)} value={done} aria-label={words} />
      <span aria-hidden="true">{words}</span>
    </div>
  );
}
