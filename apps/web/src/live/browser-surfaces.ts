import type { Surfaces } from './connection.ts';

/** The real browser around a connection. */
export const browserSurfaces: Surfaces = {
  origin: location.origin,
  openSocket(url, listener) {
    const socket = new WebSocket(url);
    socket.addEventListener('open', () => listener.opened());
    socket.addEventListener('message', (event) => listener.message(event.data));
    socket.addEventListener('close', (event) => listener.closed(event.code));
    return socket;
  },
  now: () => Date.now(),
  random: () => Math.random(),
  newId: () => crypto.randomUUID(),
  later(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
  onWoken(then) {
    const shown = (): void => {
      if (document.visibilityState === 'visible') then();
    };
    window.addEventListener('online', then);
    window.addEventListener('pageshow', then);
    document.addEventListener('visibilitychange', shown);
    return () => {
      window.removeEventListener('online', then);
      window.removeEventListener('pageshow', then);
      document.removeEventListener('visibilitychange', shown);
    };
  },
};
