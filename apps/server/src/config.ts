import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { GroupName } from '@klubba/ballot';
import type { Assurance } from '@klubba/protocol';
import { type ProviderSettings, readIdentityFile } from './identity/identity-file.ts';
import { DEMO_IN_PRODUCTION, type Setting, settings } from './config-table.ts';
import { isOwnMachine } from './own-machine.ts';

/** A setting has no value that can be used. Its message is for whoever starts the server; it never shows a secret. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem';
  readonly setting: string;

  constructor(setting: string, expected: string) {
    super(`${setting}: expected ${expected}.`);
    this.setting = setting;
  }
}

export type VideoChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'external'; readonly url: string; readonly key: string; readonly secret: string }
  | { readonly kind: 'embedded'; readonly binary: string; readonly port: number; readonly nodeIp: string | undefined };

/** What the server was started with: read and checked once, before anything else happens. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** Undefined: `http://localhost:` and the port that was taken. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly video: VideoChoice;
  readonly demo: boolean;
  readonly municipality: string;
  /** Whom to ring who cannot log in. */
  readonly help: { readonly name: string; readonly phone: string } | undefined;
  readonly sessionMs: number;
  readonly sessionIdleMs: number;
  /** The ways to log in beside demo links. */
  readonly providers: readonly ProviderSettings[];
  readonly loginAssurance: Assurance;
  readonly sealingKey: string;
  /** Undefined: documents are not looked through. */
  readonly clamdUrl: string | undefined;
  readonly trustProxy: readonly string[];
  /** Of closed ballots whose key holders begin now. */
  readonly ballotGroup: GroupName;
  readonly connectionsMax: number;
  /** Undefined address: letters are kept as files in the data folder. */
  readonly mail: { readonly smtpUrl: string | undefined; readonly from: string };
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** Throws `ConfigProblem` for the first setting that is wrong or missing. An empty value is the same as none. */
export function readConfig(environment: Environment): Config {
  const trusted = optional(environment, settings.trustProxy);
  const identityFile = optional(environment, settings.identityFile);
  return {
    port: required(environment, settings.port),
    host: required(environment, settings.host),
    publicUrl: encrypted(environment, settings.publicUrl),
    dataDir: path.resolve(required(environment, settings.dataDir)),
    databaseUrl: encrypted(environment, settings.databaseUrl),
    video: readVideo(environment),
    demo: readDemo(environment),
    municipality: required(environment, settings.municipality),
    help: readHelp(environment),
    sessionMs: required(environment, settings.sessionHours) * 3_600_000,
    sessionIdleMs: required(environment, settings.sessionIdleHours) * 3_600_000,
    providers: identityFile === undefined ? [] : readIdentityFile(path.resolve(identityFile)),
    loginAssurance: required(environment, settings.loginAssurance),
    sealingKey: required(environment, settings.sealingKey),
    clamdUrl: encrypted(environment, settings.clamdUrl),
    trustProxy: trusted === undefined ? [] : trusted.split(',').map((address) => address.trim()),
    ballotGroup: required(environment, settings.ballotGroup),
    connectionsMax: required(environment, settings.connectionsMax),
    mail: { smtpUrl: optional(environment, settings.smtpUrl), from: required(environment, settings.mailFrom) },
    logLevel: required(environment, settings.logLevel),
  };
}

function readVideo(environment: Environment): VideoChoice {
  if (optional(environment, settings.livekitUrl) === 'none') return { kind: 'none' };
  const url = encrypted(environment, settings.livekitUrl);
  if (url !== undefined) {
    return {
      kind: 'external',
      url,
      key: required(environment, settings.livekitKey),
      secret: required(environment, settings.livekitSecret),
    };
  }
  const binary = optional(environment, settings.livekitBinary);
  if (binary === undefined) return { kind: 'none' };
  const nodeIp = optional(environment, settings.livekitNodeIp);
  return { kind: 'embedded', binary: path.resolve(binary), port: required(environment, settings.livekitPort), nodeIp };
}

function readHelp(environment: Environment): Config['help'] {
  const phone = optional(environment, settings.helpPhone);
  return phone === undefined ? undefined : { name: optional(environment, settings.helpName) ?? '', phone };
}

/** On unless said otherwise on a developer's machine; in production off unless asked for by name. */
function readDemo(environment: Environment): boolean {
  const demo = optional(environment, settings.demo);
  if (environment['NODE_ENV'] !== 'production') return demo !== 'off';
  if (demo === 'on') throw new ConfigProblem(settings.demo.name, `\`off\` or \`${DEMO_IN_PRODUCTION}\` in production`);
  return demo === DEMO_IN_PRODUCTION;
}

const ENCRYPTED: readonly string[] = ['https:', 'wss:'];
const ENCRYPTED_DATABASE: readonly (string | null)[] = ['require', 'verify-ca', 'verify-full'];

/** An address; in production nothing leaves this machine unencrypted. */
function encrypted(environment: Environment, setting: Setting<string>): string | undefined {
  const address = optional(environment, setting);
  if (address === undefined || environment['NODE_ENV'] !== 'production' || isOwnMachine(address)) return address;
  const { protocol, searchParams } = new URL(address);
  if (protocol.startsWith('postgres')) {
    if (ENCRYPTED_DATABASE.includes(searchParams.get('sslmode'))) return address;
    throw new ConfigProblem(setting.name, 'in production `?sslmode=verify-full`, or a database on this machine');
  }
  if (ENCRYPTED.includes(protocol)) return address;
  throw new ConfigProblem(setting.name, 'in production an encrypted address (https, wss), or one on this machine');
}

function optional<T>(environment: Environment, setting: Setting<T>): T | undefined {
  const text = environment[setting.name] || fromFile(environment, setting) || setting.fallback;
  if (text === undefined) return undefined;
  const value = setting.read(text);
  if (value === undefined) throw new ConfigProblem(setting.name, setting.expected);
  return value;
}

/** The secret in the file that `NAME_FILE` names: docker and Kubernetes secrets, systemd credentials, the agent of a vault. */
function fromFile(environment: Environment, { name, secret }: Setting<unknown>): string | undefined {
  const file = secret === true ? environment[`${name}_FILE`] : undefined;
  if (file === undefined || file === '') return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigProblem(`${name}_FILE`, 'a file that the server may read');
  }
}

function required<T>(environment: Environment, setting: Setting<T>): T {
  const value = optional(environment, setting);
  if (value === undefined) throw new ConfigProblem(setting.name, setting.expected);
  return value;
}
