import { useEffect, useState } from 'react';

/** The present in ms since 1970, renewed at every whole `stepMs`; `offsetMs` corrects a clock that differs from the server's. */
export function useNow(stepMs = 1000, offsetMs = 0): number {
  const [now, setNow] = useState(() => Date.now() + offsetMs);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = Date.now() + offsetMs;
      setNow(at);
      timer = setTimeout(tick, stepMs - (at % stepMs));
    };
    tick();
    return () => clearTimeout(timer);
  }, [stepMs, offsetMs]);
  return now;
}
