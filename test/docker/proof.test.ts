import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callVoice, voiceNames } from '../../orchestrator/actions/check/voices/voice-files.ts';
import { makeVoices } from '../../orchestrator/actions/check/voices/voices.ts';
import { seededRandom } from '../../orchestrator/model/audio/seeded-random.ts';
import type { GradeResult } from '../../orchestrator/model/marking/grade-result.ts';
import { teamNumber } from '../../orchestrator/model/numbering/team-number.ts';
import { teamPlan } from '../../orchestrator/model/numbering/team-plan.ts';
import type { Proof } from '../../orchestrator/model/proof/proof.ts';
import { LAB } from '../golden/sample-lab.ts';
import { labCommand } from './lab-command.ts';
import { testLab } from './test-team.ts';

/** 3102 calls 3101, and 3101 does not ring: the other direction is right. */
const CASE = join(import.meta.dirname, '../corpus/W53');

/*
 * Intent: whoever doubts a verdict can look at what happened, listen to it, and read it.
 */
describe('the proof of a grading', () => {
  const test = testLab('proof', '10.77');
  const folder = mkdtempSync(join(tmpdir(), 'lab-proof-'));
  const state = join(folder, 'state');
  let result: GradeResult | undefined;

  beforeAll(async () => {
    const meant = (path: string) => !path.endsWith('case.json');
    cpSync(CASE, join(folder, 'hand-ins', 'W53'), { recursive: true, filter: meant });
    const { stdout: status } = await labCommand(['engine', 'status', '--json']);
    const { state: engine, socket } = JSON.parse(status) as Record<string, string>;
    const words = ['grade', '--team', '3', '--submissions', join(folder, 'hand-ins'), '--json'];
    const { stdout, stderr } = await test.lab([...words, '--base', test.base], {
      // Results go to a folder of the test's own, the engine is the same.
      environment: {
        LAB_STATE: state,
        ...(engine === 'running' && { DOCKER_HOST: `unix://${socket}` }),
      },
      within: 600_000,
    });
    expect(stdout, stderr).toContain('lab-result/1');
    result = (JSON.parse(stdout) as { readonly results: readonly GradeResult[] }).results[0];
  }, 600_000);

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await test[Symbol.asyncDispose]();
  });

  const attempts = (id: string) => result?.checks.find((check) => check.id === id)?.attempts ?? [];
  const proofOf = (id: string, index = 0): Proof => {
    const proof = attempts(id)[index]?.proof;
    if (proof === undefined || proof === null) throw new Error(`no proof of ${id}`);
    return proof;
  };
  const callsOf = (id: string) =>
    proofOf(id).calls?.exchanges.filter(({ kind }) => kind === 'call') ?? [];
  const fileOf = (path: string) => {
    const found = readdirSync(state, { recursive: true, encoding: 'utf8' });
    return readFileSync(join(state, found.find((file) => file.endsWith(path)) ?? path));
  };

  it('is there for every try that was made in a room', () => {
    // Captures and answers are judged as they were handed in.
    const inRooms = result?.checks.filter(({ id }) => !/^(?:capture|answers)\./.test(id));
    const tried = inRooms?.flatMap((check) =>
      check.attempts.map(({ verdict, evidence, proof }) => ({
        ...{ id: check.id, tried: verdict !== 'skipped' || evidence !== null },
        proven: proof !== null,
      })),
    );
    expect(tried?.filter((one) => one.tried !== one.proven)).toEqual([]);
    expect(tried?.length).toBeGreaterThan(10);
  });

  it('draws the call that was placed: ring, answer, voices both ways, hang-up', () => {
    const [call] = callsOf('call.finance');
    expect([call?.from, call?.to]).toEqual(['3101', '3102']);
    const said = call?.messages.map(({ method, status }) => method ?? String(status));
    expect(said).toEqual(expect.arrayContaining(['INVITE', '180', '200', 'ACK', 'BYE']));
    const { rtp } = proofOf('call.finance');
    const busy = rtp.filter(({ packets }) => packets > 20);
    expect(new Set(busy.map(({ from }) => from)).size).toBeGreaterThan(1);
    expect(busy.every(({ codec }) => codec.startsWith('PCM'))).toBe(true);
  });

  it('has other calls in none of its ladders', () => {
    expect(callsOf('call.compta').map(({ from }) => from)).toEqual(['3201', '3202']);
  });

  it('can be listened to: each phone heard the other one', () => {
    const plan = teamPlan(teamNumber(3), LAB.definition.layout, { prefix: 'x', base: test.base });
    const [first] = attempts('call.compta');
    const voices = makeVoices(seededRandom(first?.seed ?? 0), voiceNames(plan));
    const { recordings } = proofOf('call.compta');
    const heard = recordings.map(({ extension, file }) => {
      return [extension, voices.whose(fileOf(file))?.voice];
    });
    expect(heard).toHaveLength(4);
    for (const [extension, voice] of heard) {
      expect(voice).toBe(callVoice(extension === '3201' ? '3202' : '3201'));
    }
  });

  it('tells the way through the dial plan in Asterisk’s own words', () => {
    const log = proofOf('call.finance').log.map(({ text }) => text);
    expect(log.filter((line) => line.includes('Executing [3102@finance:1]'))).toHaveLength(1);
    expect(log.filter((line) => line.includes('SIP/32'))).toEqual([]);
    expect(proofOf('pbx.boots').log.length).toBeGreaterThan(0);
  });

  it('shows the text file of a message, and has its recording', () => {
    const { messages } = proofOf('voicemail.deposit.compta');
    const message = messages.find(({ path }) => path === 'compta/3202/INBOX/msg0000.txt');
    expect(message?.text).toContain('origmailbox=3202');
    expect(
      fileOf(message?.recording ?? '')
        .subarray(0, 4)
        .toString(),
    ).toBe('RIFF');
  });

  it('keeps the try that is run once more apart', () => {
    const [first, again] = [0, 1].map((index) => proofOf('call.finance', index));
    expect(again?.began).toBeGreaterThan((first?.began ?? 0) + (first?.seconds ?? 0));
    expect(again?.recordings[0]?.file).toContain('call.finance-2-');
  });
});
