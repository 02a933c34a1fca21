import { GROUP_NAMES } from '@klubba/ballot';

/** One setting of the server: its name in the environment, what it means, and how its text is read. */
export type Setting<T> = {
  readonly name: string;
  /** What it does, in one or two sentences. */
  readonly about: string;
  /** What a value must look like, to stand after "expected". */
  readonly expected: string;
  /** The text that stands in when it is not set; shown in the reference. Absent: nothing stands in. */
  readonly fallback?: string;
  /** It may also come by a file, which `NAME_FILE` names: so that a vault of the host's can hold it. */
  readonly secret?: true;
  /** Undefined: this is no such value. */
  readonly read: (text: string) => T | undefined;
};

const asText = (text: string): string => text;
const asPort = (text: string): number | undefined => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : undefined;
};
const asUrl =
  (...protocols: readonly string[]) =>
  (text: string): string | undefined =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text.replace(/\/$/, '') : undefined;
const asOneOf =
  <const T extends string>(...words: readonly T[]) =>
  (text: string): T | undefined =>
    words.find((word) => word === text);
const asWhole =
  (least: number, most: number) =>
  (text: string): number | undefined => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  };

/** The words that ask for demo mode in production, so that nobody gets it by mistake. */
export const DEMO_IN_PRODUCTION = 'yes-anyone-may-log-in-as-anyone';

/** Every setting there is. `docs/reference/configuration.md` is made from this. */
export const settings = {
  port: {
    name: 'PORT',
    about: 'Where the server listens for browsers. 0 takes any free port.',
    expected: 'a port from 0 to 65535',
    fallback: '8420',
    read: asPort,
  },
  host: {
    name: 'HOST',
    about: 'The address it listens on. `0.0.0.0` lets other machines in.',
    expected: 'an address of this machine',
    fallback: '127.0.0.1',
    read: asText,
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    about:
      'The address people use. With https, cookies are sent over https alone and browsers are told to stay there (HSTS). In production it is https, unless it is on this machine. Left out, it is `http://localhost:PORT`.',
    expected: 'an address like https://klubba.example.se',
    read: asUrl('http:', 'https:'),
  },
  dataDir: {
    name: 'DATA_DIR',
    about: 'The folder that holds the database, secrets and logs of the processes that run here. Back it up.',
    expected: 'a folder',
    fallback: 'data',
    read: asText,
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    about:
      'A PostgreSQL of your own (16 or later). In production with `sslmode=verify-full`, unless it is on this machine. Left out, one runs inside.',
    expected: 'an address like postgresql://user:password@host:5432/klubba',
    secret: true,
    read: asUrl('postgres:', 'postgresql:'),
  },
  livekitUrl: {
    name: 'LIVEKIT_URL',
    about:
      'A LiveKit server of your own, as this server and browsers reach it; in production encrypted. `none` holds meetings in the room alone. Left out, one runs inside where it has been built.',
    expected: '`none`, or an address like wss://video.example.se',
    read: (text: string) => (text === 'none' ? text : asUrl('ws:', 'wss:', 'http:', 'https:')(text)),
  },
  livekitKey: {
    name: 'LIVEKIT_KEY',
    about: 'The API key of your own LiveKit. Needed with `LIVEKIT_URL`.',
    expected: 'the key from LiveKit’s configuration',
    secret: true,
    read: asText,
  },
  livekitSecret: {
    name: 'LIVEKIT_SECRET',
    about: 'Its secret. Needed with `LIVEKIT_URL`.',
    expected: 'the secret from LiveKit’s configuration',
    secret: true,
    read: asText,
  },
  livekitBinary: {
    name: 'LIVEKIT_BINARY',
    about: 'The LiveKit program to run inside. `npm start` builds it and fills this in.',
    expected: 'a file',
    read: asText,
  },
  livekitPort: {
    name: 'LIVEKIT_PORT',
    about:
      'Where the LiveKit inside listens for signalling; its TCP and UDP media ports are the next two. 0 takes any free ones.',
    expected: 'a port from 0 to 65535',
    fallback: '0',
    read: asPort,
  },
  livekitNodeIp: {
    name: 'LIVEKIT_NODE_IP',
    about: 'The address browsers send media to, where it is not one of this machine’s own (behind NAT).',
    expected: 'an IP address',
    read: (text: string) => (/^[\d.]+$|^[\da-f:]+$/i.test(text) ? text : undefined),
  },
  demo: {
    name: 'DEMO',
    about:
      'Demo mode: invented municipalities, and one login link a person, printed at the start. In production (`NODE_ENV=production`) only the words `' +
      DEMO_IN_PRODUCTION +
      '` turn it on.',
    expected: '`on`, `off` or `' + DEMO_IN_PRODUCTION + '`',
    read: asOneOf('on', 'off', DEMO_IN_PRODUCTION),
  },
  municipality: {
    name: 'MUNICIPALITY',
    about: 'The name on the login page.',
    expected: 'a name',
    fallback: 'Exempelköpings kommun',
    read: asText,
  },
  helpName: {
    name: 'HELP_NAME',
    about: 'Who answers when somebody cannot log in; shown on the login page with `HELP_PHONE`.',
    expected: 'a name and a title',
    read: asText,
  },
  helpPhone: {
    name: 'HELP_PHONE',
    about: 'The telephone number of that person. Left out, the login page names nobody.',
    expected: 'a telephone number',
    read: (text: string) => (/^[+\d][\d -]{4,20}$/.test(text) ? text : undefined),
  },
  sessionHours: {
    name: 'SESSION_HOURS',
    about: 'How long a login lasts.',
    expected: 'a whole number from 1 to 720',
    fallback: '16',
    read: asWhole(1, 720),
  },
  sessionIdleHours: {
    name: 'SESSION_IDLE_HOURS',
    about: 'How long a login lasts with no page open and nothing asked for. An open meeting is not cut off.',
    expected: 'a whole number from 1 to 720',
    fallback: '4',
    read: asWhole(1, 720),
  },
  identityFile: {
    name: 'IDENTITY_FILE',
    about:
      'A JSON file that names the ways to log in: directories (OpenID Connect, SAML), BankID, Freja, passkeys. See [identity-providers.md](identity-providers.md). Left out, there is none.',
    expected: 'a file',
    read: asText,
  },
  loginAssurance: {
    name: 'LOGIN_ASSURANCE',
    about:
      'The least that a login by a provider must be worth: `substantial` is two factors. A directory says so for each login or is vouched for, see [identity-providers.md](identity-providers.md). Lower it only with a reason written down.',
    expected: '`low`, `substantial` or `high`',
    fallback: 'substantial',
    read: asOneOf('low', 'substantial', 'high'),
  },
  clamdUrl: {
    name: 'CLAMD_URL',
    about:
      'ClamAV’s daemon, which looks through each document before it is kept. What it finds something in is refused, and so is everything while it does not answer. It speaks without encryption, so it is on this machine in production. Left out, nothing is looked through, and the log says so at each start.',
    expected: 'an address like tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl',
    read: asUrl('tcp:', 'unix:'),
  },
  sealingKey: {
    name: 'SEALING_KEY',
    about:
      'The name of the key that locks what passes by in the database: logins on their way and refresh tokens. A new name makes a new key at the next start, of all servers; the old ones open what they have locked. See [protection.md](protection.md#keys).',
    expected: 'up to twenty letters, digits and hyphens',
    fallback: '1',
    read: (text: string) => (/^[A-Za-z0-9-]{1,20}$/.test(text) ? text : undefined),
  },
  trustProxy: {
    name: 'TRUST_PROXY',
    about:
      'Addresses of reverse proxies whose X-Forwarded headers are believed, separated by commas. Left out, none is.',
    expected: 'IP addresses or networks, separated by commas',
    read: asText,
  },
  smtpUrl: {
    name: 'SMTP_URL',
    about:
      'The mail server that notices are sent through. Left out, each letter is kept as an .eml file in the folder `outbox` of `DATA_DIR`, and nobody gets it. One on another machine must offer TLS (STARTTLS, or smtps).',
    expected: 'an address like smtps://user:password@mail.example.se',
    secret: true,
    read: asUrl('smtp:', 'smtps:'),
  },
  mailFrom: {
    name: 'MAIL_FROM',
    about: 'The address that notices come from, one that is read: people answer to it.',
    expected: 'an e-mail address',
    fallback: 'klubba@localhost',
    read: (text: string) => (/^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(text) ? text : undefined),
  },
  ballotGroup: {
    name: 'BALLOT_GROUP',
    about:
      'The group that closed ballots are encrypted in. `BELENIOS-2048` is worth about 112 bits, and Debian’s `belenios-tool` 2.0 verifies such a ballot too. `Ed25519` is worth 128, and needs a `belenios-tool` of 3.0 or later, or Klubba’s own verifier. Key holders who have begun keep theirs, and so do their ballots.',
    expected: '`BELENIOS-2048` or `Ed25519`',
    fallback: 'BELENIOS-2048',
    read: asOneOf(...GROUP_NAMES),
  },
  connectionsMax: {
    name: 'CONNECTIONS_MAX',
    about: 'How many browsers may follow meetings on this server at once. More are told to try again.',
    expected: 'a whole number from 10 to 100000',
    fallback: '10000',
    read: asWhole(10, 100_000),
  },
  logLevel: {
    name: 'LOG_LEVEL',
    about: 'How much is written to the log. Names of people, votes and texts of the meeting never are.',
    expected: '`silent`, `error`, `warn`, `info` or `debug`',
    fallback: 'info',
    read: asOneOf('silent', 'error', 'warn', 'info', 'debug'),
  },
} as const satisfies Record<string, Setting<unknown>>;
