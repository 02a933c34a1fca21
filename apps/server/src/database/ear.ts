import pg from 'pg';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 3_000;

export type EarOptions = {
  readonly databaseUrl: string;
  /** Of NOTIFY. */
  readonly channel: string;
  readonly heard: (payload: string) => void;
  /** After each new connection: something may have been said meanwhile. */
  readonly onListening: () => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
};

export type Ear = { close(): Promise<void> };

/** Hears what the servers tell each other through the database (LISTEN), and listens again after every break. */
export function listenTo({ databaseUrl, channel, heard, onListening, onTrouble }: EarOptions): Ear {
  let closed = false;
  let client: pg.Client | undefined;
  let retryMs = FIRST_RETRY_MS;
  let retry: NodeJS.Timeout | undefined;

  const again = (): void => {
    if (closed) return;
    client = undefined;
    retry = setTimeout(() => void connect(), retryMs);
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  };
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: databaseUrl, application_name: 'klubba-listen', keepAlive: true });
    client = next;
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      next.end().catch(() => undefined);
      again();
    };
    next.on('error', end);
    next.on('end', end);
    next.on('notification', ({ payload }) => {
      if (!closed) heard(payload ?? '');
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      retryMs = FIRST_RETRY_MS;
      await onListening();
    } catch (error) {
      if (!closed) onTrouble(error);
      end();
    }
  };
  void connect();
  return {
    async close(): Promise<void> {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
