import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../orchestrator/adapters/docker/connection.ts';
import { putFiles } from '../../orchestrator/adapters/docker/container-files.ts';
import { withoutVoiceFrom } from './cut-capture.ts';
import { engineView, testEngine } from './engine-view.ts';
import { runningCommand } from './running-command.ts';
import { testLab } from './test-team.ts';

const SLOW = 600_000;

/** Intent: a team's own capture and answers are judged by what is in them, and compared with its own lab. */
describe('captures and answers of a team', () => {
  const test = testLab('papers', '10.75');
  const folder = mkdtempSync(join(tmpdir(), 'lab-papers-'));
  const file = (team: number) => join(folder, `team-${team}.pcapng`);

  const phone = async (team: number, ...words: string[]) => {
    const { code, stderr } = await test.lab(['phone', '--team', String(team), ...words]);
    expect({ words, code, stderr }).toEqual({ words, code: 0, stderr: '' });
  };

  const captureCall = async (team: number) => {
    const words = ['capture', '--team', String(team), '-o', file(team)];
    await using running = runningCommand(words, { LAB_PREFIX: test.prefix });
    await running.shows(/capturing the network of team/);
    await phone(team, 'softphone1', 'use', `${team}101,${team}201`);
    await phone(team, 'softphone2', 'use', `${team}102,${team}202`);
    await phone(team, `${team}101`, 'dial', `${team}102`);
    await phone(team, `${team}102`, 'answer');
    await phone(team, `${team}101`, 'status');
    await phone(team, `${team}101`, 'hangup');
    running.send('SIGINT');
    expect((await running.ended).code).toBe(0);
  };

  const grade = async (...words: string[]): Promise<readonly Result[]> => {
    const all = ['grade', '--team', '3', '--base', test.base, '--json', ...words];
    const { stdout } = await test.lab(all, { within: SLOW });
    return (JSON.parse(stdout) as { readonly results: readonly Result[] }).results;
  };

  beforeAll(async () => {
    expect(await test.lab(['up', '--team', '3,5'])).toMatchObject({ code: 0, stderr: '' });
    await captureCall(3);
    await captureCall(5);
  }, SLOW);

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await test[Symbol.asyncDispose]();
  });

  it("are found in the home of a team that is up, and right where they tell of the team's lab", {
    timeout: SLOW,
  }, async () => {
    const connection = await connect(await testEngine());
    await putFiles(connection, `${test.prefix}-3-pbx`, [
      { path: 'root/captures/appel.pcapng', content: readFileSync(file(3)) },
      { path: 'root/reponses.yaml', content: Buffer.from(ANSWERS) },
    ]);
    const [result] = await grade();
    expect(saidOf(result)).toEqual({
      'capture.call': 'pass capture-whole captures/appel.pcapng',
      'answers.sip': 'pass answers-right',
      'answers.rtp': 'skipped for-the-teacher',
      'answers.setup': 'pass answers-right',
      'answers.conversation': 'partial answer-wrong',
      'answers.end': 'fail answer-wrong',
      'answers.location': 'pass answers-right',
      'answers.textfile': 'pass answers-right',
      'answers.listened': 'pass answers-right',
      'answers.other': 'skipped for-the-teacher',
    });
  });

  it('are judged in submissions: a voice is missing, or the call is of another team', {
    timeout: SLOW,
  }, async () => {
    const own = readFileSync(file(3));
    const captures = {
      'one-way': withoutVoiceFrom(own, '10.75.3.12'),
      'other-team': readFileSync(file(5)),
      'no-capture': Buffer.from('Trame 1 : INVITE\n'),
      // Almost all of it is voice; the end of the call stands in the last few packets.
      'cut-off': own.subarray(0, Math.floor(own.length * 0.9)),
    };
    for (const [name, content] of Object.entries(captures)) {
      mkdirSync(join(folder, 'rendus', name), { recursive: true });
      writeFileSync(join(folder, 'rendus', name, 'appel.pcapng'), content);
    }
    const results = await grade('--submissions', join(folder, 'rendus'), '--jobs', '4');
    const said = results.map((one) => [one.submission, saidOf(one)['capture.call']]);
    expect(Object.fromEntries(said)).toEqual({
      'one-way': 'partial capture-one-way appel.pcapng',
      'other-team': 'fail capture-other-team appel.pcapng',
      'no-capture': 'fail capture-no-capture appel.pcapng',
      'cut-off': 'partial capture-no-end appel.pcapng',
    });
    const { look } = await engineView();
    const { containers } = await look(test.prefix);
    expect(Object.keys(containers).filter((name) => /room|dissect/.test(name))).toEqual([]);
  });
});

const ANSWERS = `
sip: Session Initiation Protocol
rtp: le protocole de la voix
etablissement: { etapes: "3 (INVITE, 200, ACK)", ports: 5060 }
conversation: { protocole: RTP, ports: [5060] }
cloture: { etapes: 1 }
messages: { emplacement: /var/spool/asterisk/voicemail/finance/3102/INBOX }
fichier_texte: { boite: origmailbox, contexte: context, appelant: callerid, date: origtime, duree: duration }
apres_ecoute: INBOX -> Old
remarque: tout a marché
`;

interface Result {
  readonly submission: string | null;
  readonly checks: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly code: string;
    readonly params: { readonly file?: string };
  }[];
}

function saidOf(result: Result | undefined): Readonly<Record<string, string>> {
  const own = result?.checks.filter(({ id }) => /^(?:capture|answers)\./.test(id)) ?? [];
  return Object.fromEntries(
    own.map(({ id, verdict, code, params: { file: name } }) => {
      return [id, [verdict, code, ...(name === undefined ? [] : [name])].join(' ')];
    }),
  );
}
