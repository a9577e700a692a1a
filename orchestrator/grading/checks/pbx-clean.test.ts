import { describe, expect, it } from 'vitest';
import { ownNames } from '../../model/configuration/own-names.ts';
import { fakeProbes } from '../fake-probes.ts';
import { cleanCheck, judgeClean, originOf } from './pbx-clean.ts';

const names = ownNames(
  new Map(
    Object.entries({
      'users.conf': '[general]\nhassip = yes\n[3101](template)\nallow = ulow\nhost = dynamc\n',
      'extensions.conf': '[finance]\nexten => _31XX,1,Dial(SIP/3101,20)\ninclude => comta\n',
      'voicemail.conf': '[finance]\n3102 => 1234,Utilisateur2\n',
      'iax.conf': '; nothing of our own\n',
    }).map(([file, text]) => [file, Buffer.from(text)]),
  ),
);
const USUAL = ["WARNING loader.c: Module '*' has been loaded but *"];
const origin = (text: string) => originOf(text, USUAL, names);

describe('a complaint of Asterisk’s', () => {
  it.each([
    "WARNING config.c: No '=' (equal sign) in line 16 of /etc/asterisk/users.conf",
    'ERROR chan_sip.c: Contents of users.conf are invalid and cannot be parsed',
    "WARNING pbx.c: Context 'finance' tries to include nonexistent context 'comta'",
    "WARNING pbx.c: Unable to register extension '_31XX' priority 1 in 'finance', already in use",
    "WARNING chan_sip.c: Cannot allow unknown format 'ulow'",
    "WARNING acl.c: Unable to lookup 'dynamc'",
    'WARNING app_voicemail.c: No password given for mailbox 3102',
  ])('is the team’s when it is about something in its files: %s', (text) => {
    expect(origin(text)).toBe('team');
  });

  it.each([
    "WARNING acl.c: Unable to lookup 'f45cbd8014f6'",
    'ERROR chan_iax2.c: Unable to load config iax.conf',
    "ERROR message.c: No 'sip' message technology found.",
    "WARNING res_musiconhold.c: No music on hold classes configured, 'default' is used",
    'WARNING loader.c: Error loading module, error 20 of 3101x',
  ])('is not when it names nothing that the team wrote: %s', (text) => {
    expect(origin(text)).toBe('other');
  });

  it('is usual when the solution draws it too, whatever it names', () => {
    const text = "WARNING loader.c: Module 'chan_sip' has been loaded but was deprecated";
    expect(origin(text)).toBe('usual');
    expect(originOf(text.replace('loader', 'loaderXc'), USUAL, names)).toBe('other');
  });
});

describe('a clean start', () => {
  const request = { usual: USUAL, names, extensions: ['3101', '3102'] };
  const check = cleanCheck({ ...request, registrations: ['register.finance'] });
  const line = "WARNING config.c: No '=' (equal sign) in line 16 of /etc/asterisk/users.conf";
  const complaining = fakeProbes({ bootLog: async () => ({ begun: true, lines: [line] }) });

  it('has no complaint about the team’s files', async () => {
    const { verdict } = await check.find(fakeProbes(), new Set());
    expect(verdict).toMatchObject({ verdict: 'pass', code: 'log-clean' });
  });

  it('is none with one complaint, and the line is told', async () => {
    const { verdict, evidence } = await check.find(complaining, new Set(['3101']));
    expect(verdict).toMatchObject({ verdict: 'fail', params: { lines: [line] } });
    expect(evidence).toEqual({ begun: true, lines: [{ text: line, origin: 'team' }] });
  });

  it('proves nothing while no account registers', async () => {
    const { verdict } = await check.find(complaining, new Set(['3101', '3102']));
    expect(verdict).toMatchObject({ verdict: 'skipped', params: { check: 'register.finance' } });
  });

  it('is not taken from a log that shows no start', () => {
    expect(judgeClean({ begun: false, lines: [] })).toMatchObject({ code: 'log-missing' });
  });
});
