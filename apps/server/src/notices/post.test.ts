import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOwnMachine } from '../own-machine.ts';
import { folderPost, type Letter, smtpPost } from './post.ts';

const letter: Letter = {
  to: 'sofia@exempelkoping.example',
  subject: 'Kallelse: Kommunfullmäktige torsdag 11 december 2025',
  text: 'Du kallas till sammanträde.',
  attachments: [{ name: 'sammantrade.ics', type: 'text/calendar; charset=utf-8', content: 'BEGIN:VCALENDAR' }],
};
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'klubba-post-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const letters = (): readonly string[] =>
  readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));

describe('a letter in the folder', () => {
  it('is a whole message that any mail program opens, with its attachment', async () => {
    expect(await folderPost(folder, 'kansli@exempelkoping.example').send(letter)).toMatchObject({ sent: true });
    const [eml = ''] = letters();
    expect(eml).toMatch(/^From: kansli@exempelkoping\.example\r$/m);
    expect(eml).toMatch(/^To: sofia@exempelkoping\.example\r$/m);
    expect(eml).toMatch(/filename=sammantrade\.ics/);
    expect(eml).toMatch(/^Subject: =\?UTF-8\?Q\?Kallelse=3A_Kommunfullm=C3=A4ktige/m);
  });

  it('goes to nobody else, whatever stands in the address or the subject', async () => {
    const hostile = { ...letter, to: 'a@b.example\r\nBcc: c@d.example', subject: 'Hej\r\nBcc: c@d.example' };
    await folderPost(folder, 'kansli@exempelkoping.example').send(hostile);
    expect(letters().join('')).not.toMatch(/^Bcc:/im);
  });
});

describe('a letter through a mail server', () => {
  it('that cannot be reached is an answer and no failure of the meeting', async () => {
    const post = smtpPost('smtp://127.0.0.1:1', 'kansli@exempelkoping.example');
    expect(await post.send(letter)).toMatchObject({ sent: false });
    post.close();
  });

  it('needs no TLS on this machine, and gets it or goes nowhere on any other', () => {
    expect(['smtp://localhost', 'smtp://127.0.0.1:25', 'smtps://[::1]'].map(isOwnMachine)).toEqual([true, true, true]);
    expect(['smtp://mail.example.se', 'smtp://127.evil.example', 'smtp://10.0.0.1'].map(isOwnMachine)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
