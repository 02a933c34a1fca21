import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { RoomServiceClient } from 'livekit-server-sdk';
import { adopt, type Child, isRunning, launch, logMark, logSince } from './child.ts';
import { keptSecret, tryPort, tryUdpPort } from './data-folder.ts';
import { StartProblem } from './start-problem.ts';
import { waitUntil } from './wait-until.ts';

const API_KEY = 'klubba';
const READY_WITHIN_MS = 20_000;
const ANSWER_WITHIN_MS = 2_000;
const LEAVE_WITHIN_MS = 300;
const STOP_WITHIN_MS = 5_000;
const PORT_ATTEMPTS = 5;
const ANY_ADDRESS = '0.0.0.0';
/** Above this round trip ICE over TCP is no cure for a bad UDP path, and TURN is asked at once. */
const TCP_FALLBACK_RTT_MS = 150;
/** More favoured than the server and its jobs: when the processor is full, sound must not be what suffers. */
const NICENESS = -5;

type Ports = LivekitOptions['ports'];

export interface LivekitOptions {
  /** The livekit-server program, as built by `tools/livekit/build.mjs`. */
  readonly binary: string;
  readonly dataDir: string;
  /** Signalling and API (TCP), ICE over TCP, and the one UDP port of all media. 0 means any free port. */
  readonly ports: { readonly signal: number; readonly tcp: number; readonly udp: number };
  /** Where the signalling port listens; media listen on every interface. */
  readonly bindAddresses: readonly string[];
  /** Address told to clients when it is not one of the machine's own (behind NAT). */
  readonly nodeIp?: string;
  /** Where the video server reports joins and leaves. */
  readonly webhookUrl?: string;
}

export interface Livekit {
  /** Address of the API and of signalling as seen from this machine, `http://127.0.0.1:PORT`. Stays the same over restarts. */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  readonly ports: Ports;
  readonly child: Child;
  stop(): Promise<void>;
}

/** What a server writes down about the video server it started, for the next one to find it by. */
interface Left {
  readonly pid: number;
  readonly ports: Ports;
  readonly settings: string;
}

/**
 * Starts the video server and waits until it answers to our key. One that a killed server left running with the same
 * settings is taken over: pictures and sound go on while the server comes back. Throws `StartProblem`.
 */
export async function startLivekit(options: LivekitOptions): Promise<Livekit> {
  if (!existsSync(options.binary)) throw new StartProblem('livekit-missing', { path: options.binary });
  const secret = keptSecret(options.dataDir, 'livekit');
  const settings = JSON.stringify(options);
  const left = await findLeftRunning(options, secret, settings);
  if (left !== undefined) return asLivekit(options, left.ports, secret, adopt(left.pid));
  const { ports, child } = await launchAnswering(options, secret);
  favour(child.pid);
  const note: Left = { pid: child.pid, ports, settings };
  writeFileSync(noteFile(options.dataDir), JSON.stringify(note), { mode: 0o600 });
  return asLivekit(options, ports, secret, child);
}

/** Launches until it answers; a free port that someone took between our look and its own is looked for again. */
async function launchAnswering(options: LivekitOptions, secret: string): Promise<{ ports: Ports; child: Child }> {
  const log = path.join(options.dataDir, 'logs', 'livekit.log');
  for (let attempt = 1; ; attempt += 1) {
    const ports = await claimPorts(options.ports);
    const mark = logMark(log);
    const child = await launch({
      command: options.binary,
      args: [],
      // By environment, which only the same user can read; arguments are read by everybody on the machine.
      env: { LIVEKIT_CONFIG: JSON.stringify(configuration(options, ports, secret)) },
      cwd: '/',
      logFile: log,
    });
    const ready = await waitUntil(() => answers(ports.signal, secret), {
      withinMs: READY_WITHIN_MS,
      gaveUp: () => !child.isAlive(),
    });
    if (ready === true) return { ports, child };
    await child.stop('SIGKILL', STOP_WITHIN_MS);
    const said = lastLine(logSince(log, mark));
    if (!said.includes('address already in use') || attempt === PORT_ATTEMPTS) {
      throw new StartProblem('livekit-failed', { log, reason: said });
    }
  }
}

function noteFile(dataDir: string): string {
  return path.join(dataDir, 'livekit.json');
}

async function findLeftRunning(options: LivekitOptions, secret: string, settings: string): Promise<Left | undefined> {
  const file = noteFile(options.dataDir);
  if (!existsSync(file)) return undefined;
  const left = JSON.parse(readFileSync(file, 'utf8')) as Left;
  // Only a server that knows our secret is ours: the process id alone may by now be another program's.
  const ours = isRunning(left.pid) && (await answers(left.ports.signal, secret)) === true;
  if (ours && left.settings === settings) return left;
  if (ours) await adopt(left.pid).stop('SIGTERM', STOP_WITHIN_MS);
  rmSync(file, { force: true });
  return undefined;
}

async function answers(port: number, secret: string): Promise<true | undefined> {
  const api = new RoomServiceClient(`http://127.0.0.1:${port}`, API_KEY, secret, {
    requestTimeout: ANSWER_WITHIN_MS / 1000,
  });
  try {
    await api.listRooms();
    return true;
  } catch {
    return undefined;
  }
}

async function claimPorts(wanted: Ports): Promise<Ports> {
  const claim = async (port: number, attempt: typeof tryPort): Promise<number> => {
    const got = await attempt(port, ANY_ADDRESS);
    if (got === undefined) throw new StartProblem('port-in-use', { port: String(port), setting: 'LIVEKIT_PORT' });
    return got;
  };
  return {
    signal: await claim(wanted.signal, tryPort),
    tcp: await claim(wanted.tcp, tryPort),
    udp: await claim(wanted.udp, tryUdpPort),
  };
}

function configuration(options: LivekitOptions, ports: Ports, secret: string): object {
  return {
    port: ports.signal,
    bind_addresses: listened(options.bindAddresses),
    keys: { [API_KEY]: secret },
    rtc: {
      udp_port: ports.udp,
      tcp_port: ports.tcp,
      use_external_ip: false,
      enable_loopback_candidate: true,
      use_ice_lite: true,
      allow_tcp_fallback: true,
      tcp_fallback_rtt_threshold: TCP_FALLBACK_RTT_MS,
      // Left empty, clients are told to ask a third party's STUN servers. They reach us directly and need none.
      stun_servers: [`127.0.0.1:${ports.udp}`],
      ...(options.nodeIp === undefined ? {} : { node_ip: options.nodeIp }),
    },
    // A room is made by the meeting; nobody conjures one by knowing its name.
    room: { auto_create: false },
    logging: { level: 'warn', json: true },
    ...(options.webhookUrl === undefined ? {} : { webhook: { api_key: API_KEY, urls: [options.webhookUrl] } }),
  };
}

/** The server itself speaks to it on loopback, which "every address" holds already. */
function listened(addresses: readonly string[]): readonly string[] {
  const every = addresses.find((address) => address === ANY_ADDRESS || address === '::');
  return every === undefined ? [...new Set(['127.0.0.1', ...addresses])] : [every];
}

function asLivekit(options: LivekitOptions, ports: Ports, secret: string, child: Child): Livekit {
  return {
    url: `http://127.0.0.1:${ports.signal}`,
    key: API_KEY,
    secret,
    ports,
    child,
    async stop() {
      // Asked once it waits until everybody has left; asked twice it goes. The meeting has said goodbye already.
      child.signal('SIGTERM');
      await waitUntil(() => (child.isAlive() ? undefined : true), { withinMs: LEAVE_WITHIN_MS });
      await child.stop('SIGTERM', STOP_WITHIN_MS);
      rmSync(noteFile(options.dataDir), { force: true });
    },
  };
}

function favour(pid: number): void {
  try {
    setPriority(pid, NICENESS);
  } catch {
    // Only root may favour a process; without it the video server is one among equals.
  }
}

function lastLine(text: string): string {
  return (text.trim().split('\n').at(-1) ?? '').slice(0, 300);
}
