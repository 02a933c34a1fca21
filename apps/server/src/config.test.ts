import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigProblem, readConfig } from './config.ts';
import { CONFIG_REFERENCE, configReference } from './config-reference.ts';
import { DEMO_IN_PRODUCTION } from './config-table.ts';

describe('the configuration', () => {
  it('needs nothing on a developer’s machine', () => {
    expect(readConfig({})).toMatchObject({ port: 8420, host: '127.0.0.1', demo: true, video: { kind: 'none' } });
  });

  it.each([
    ['PORT', 'many'],
    ['PORT', '70000'],
    ['PUBLIC_URL', 'klubba.se'],
    ['DATABASE_URL', 'mysql://db/klubba'],
    ['LIVEKIT_URL', 'video.example.se'],
    ['DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['SESSION_HOURS', '0'],
    ['BALLOT_GROUP', 'RFC-3526-2048'],
  ])('stops the start at %s=%s, and names it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: expected`));
  });

  it('never repeats a wrong value, which may be a secret', () => {
    expect(() => readConfig({ DATABASE_URL: 'hunter2' })).toThrow(expect.not.stringContaining('hunter2'));
  });

  it('wants key and secret with a LiveKit of one’s own', () => {
    const own = { LIVEKIT_URL: 'wss://video.example.se', LIVEKIT_KEY: 'k' };
    expect(() => readConfig(own)).toThrow(ConfigProblem);
    expect(readConfig({ ...own, LIVEKIT_SECRET: 's' }).video).toEqual({
      kind: 'external',
      url: 'wss://video.example.se',
      key: 'k',
      secret: 's',
    });
  });

  it('has no demo in production unless asked for by name', () => {
    expect(readConfig({ NODE_ENV: 'production' }).demo).toBe(false);
    expect(() => readConfig({ NODE_ENV: 'production', DEMO: 'on' })).toThrow('DEMO: expected');
    expect(readConfig({ NODE_ENV: 'production', DEMO: DEMO_IN_PRODUCTION }).demo).toBe(true);
    expect(readConfig({ DEMO: 'off' }).demo).toBe(false);
  });

  it.each([
    ['PUBLIC_URL', 'http://klubba.example.se', 'https://klubba.example.se'],
    ['DATABASE_URL', 'postgresql://k@db.example.se/klubba', 'postgresql://k@db.example.se/klubba?sslmode=verify-full'],
    ['DATABASE_URL', 'postgresql://k@10.0.0.5/klubba?sslmode=disable', 'postgresql:///klubba?host=/run/postgresql'],
    ['DATABASE_URL', 'postgresql://k@10.0.0.5/klubba?sslmode=prefer', 'postgresql://k@127.0.0.1/klubba'],
    ['LIVEKIT_URL', 'ws://video.example.se', 'wss://video.example.se'],
  ])('lets nothing leave this machine unencrypted in production: %s=%s', (name, open, closed) => {
    const production = { NODE_ENV: 'production', LIVEKIT_KEY: 'k', LIVEKIT_SECRET: 's' };
    expect(() => readConfig({ ...production, [name]: open })).toThrow(new RegExp(`^${name}: expected in production`));
    expect(() => readConfig({ ...production, [name]: closed })).not.toThrow();
    expect(() => readConfig({ ...production, NODE_ENV: 'development', [name]: open })).not.toThrow();
  });

  it('reads a secret from the file that a vault put there, and no other setting from any', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'klubba-secrets-'));
    const put = (name: string, text: string): string => {
      writeFileSync(path.join(folder, name), text, { mode: 0o600 });
      return path.join(folder, name);
    };
    const config = readConfig({
      DATABASE_URL_FILE: put('database', 'postgresql://k:from-the-vault@127.0.0.1/klubba\n'),
      LIVEKIT_URL: 'wss://video.example.se',
      LIVEKIT_KEY_FILE: put('key', 'k'),
      LIVEKIT_SECRET_FILE: put('secret', 's\n'),
      SMTP_URL_FILE: put('smtp', 'smtps://u:p@mail.example.se'),
      MUNICIPALITY_FILE: put('name', 'Elsewhere'),
    });
    expect(config.databaseUrl).toContain('from-the-vault');
    expect(config.video).toMatchObject({ key: 'k', secret: 's' });
    expect(config.mail.smtpUrl).toBe('smtps://u:p@mail.example.se');
    expect(config.municipality).not.toBe('Elsewhere');
    expect(() => readConfig({ SMTP_URL_FILE: path.join(folder, 'gone') })).toThrow(/^SMTP_URL_FILE: expected/);
    rmSync(folder, { recursive: true });
  });

  it('is described by the reference as it is', () => {
    expect(readFileSync(CONFIG_REFERENCE, 'utf8')).toBe(configReference());
  });
});
