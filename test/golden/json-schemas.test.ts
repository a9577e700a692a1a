import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { render } from '../../orchestrator/actions/render.ts';
import { LabProblems, labError } from '../../orchestrator/base/lab-error.ts';
import { gradeData } from '../../orchestrator/cli/commands/grade/grade-data.ts';
import {
  captureData,
  checkData,
  doctorData,
  downData,
  engineData,
  imagesData,
  ladderData,
  phoneData,
  planData,
  renderData,
  resetData,
  stationData,
  upData,
} from '../../orchestrator/cli/commands/json-data.ts';
import { rulesData, selftestData } from '../../orchestrator/cli/commands/selftest/selftest-data.ts';
import { traceData } from '../../orchestrator/cli/commands/trace/trace-data.ts';
import { ladderOf } from '../../orchestrator/model/ladder/ladder.ts';
import type { CheckReport } from '../../orchestrator/model/marking/check-report.ts';
import { verdict } from '../../orchestrator/model/marking/verdict.ts';
import { teamNumber } from '../../orchestrator/model/numbering/team-number.ts';
import { dismantle } from '../../orchestrator/model/topology/dismantle.ts';
import { teamStatus } from '../../orchestrator/model/topology/lab-status.ts';
import { dissection } from './dissection.ts';
import { GRADED as graded } from './graded-sample.ts';
import { built, decision, LAB, NOTHING } from './sample-lab.ts';
import { wayOf } from './sample-way.ts';
import { RULES, SELFTEST } from './selftest-sample.ts';
import { classOf, TEAMS } from './status-sample.ts';
import { WORK_DOCUMENTS } from './work-samples.ts';

const schemas = join(import.meta.dirname, '../../schemas');
const NAMES = [
  'status',
  'up',
  'check',
  'plan',
  'down',
  'reset',
  'render',
  'doctor',
  'images',
  'engine',
  'phone',
  'capture',
  'ladder',
  'trace',
  'result',
  'selftest',
  'archived',
  'archives',
  'archive',
  'restore',
  'diff',
  'export',
  'exported',
];

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false });
for (const name of [...NAMES, 'proof']) {
  const file = `${name}.schema.json`;
  ajv.addSchema(JSON.parse(readFileSync(join(schemas, file), 'utf8')), file);
}

/** What a schema says against a document, as it would be read from standard output. */
function offences(document: { readonly schema: string; readonly surprise?: boolean }): string {
  const [, name = ''] = /^lab-([a-z]+)\/1$/.exec(document.schema) ?? [];
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (validate === undefined) return `no schema for ${document.schema}`;
  return validate(JSON.parse(JSON.stringify(document))) ? '' : ajv.errorsText(validate.errors);
}

const team = teamNumber(3);
const at = { team, ms: 9000 };
const keep = { purge: false };
const full = labError('archive-failed', { file: 'a', reason: 'ENOSPC' });
const fresh = decision(3);
const there = built(fresh.operations);
const owner = fresh.operations.owner;
const status = teamStatus(fresh.plan, there, [{ name: '3101', host: '192.168.3.11' }]);
const checks: CheckReport = {
  ...{ team: 3, mode: 'quick', ms: 9000, criticalPathMs: 8400 },
  checks: [
    {
      ...{ id: 'register.finance', started: 0, ms: 300, inherentMs: 0, after: ['pbx.boots'] },
      ...verdict('fail', 'register-refused', { extension: '3101', status: '403 Forbidden' }),
      evidence: [{ extension: '3101', status: '403 Forbidden' }],
    },
    {
      ...{ id: 'call.finance', started: 300, ms: 0, inherentMs: 0, after: ['register.finance'] },
      ...verdict('skipped', 'needs-another', { check: 'register.finance' }),
      evidence: null,
    },
  ],
};
const up = { decision: fresh, status, checks, lastWords: null };
const renewed = { decision: decision(3, there, { aim: 'reset' }), status };
const removal = dismantle(owner, there, { purge: true });
const row = { line: 1, seconds: 3, state: 'ESTABLISHED', peer: 'sip:3102@192.168.3.200' };

const note = { code: 'same-team', team: 3, others: ['equipe3-bis'] } as const;

const plans = [
  fresh,
  decision(3, there),
  decision(3, there, { base: '10.77' }),
  decision(3, built(fresh.operations, 'exited')),
  decision(3, built(fresh.operations, 'created')),
  decision(3, there, { aim: 'reset' }),
].map(({ operations }) => operations);

const DOCUMENTS = {
  'status, teams in every state': classOf(...Object.values(TEAMS)),
  'status of none': classOf(),
  'up, every outcome': upData([
    { ...at, ok: true, up },
    { ...at, ok: true, up: { ...up, checks: null, lastWords: ['[ERROR] users.conf'] } },
    { ...at, ok: false, error: labError('pbx-slow', { team: 3 }) },
    { ...at, ok: false, error: new LabProblems([labError('images-missing', {}).problem]) },
    { ...at, ok: false, error: new TypeError('x is not a function') },
  ]),
  'check, every outcome': checkData([
    { ...at, ok: true, report: checks, only: null, status: null },
    { ...at, ok: false, error: labError('team-not-up', { team: 3 }) },
  ]),
  'grade, every outcome': gradeData([
    { team, submission: 'equipe3', ok: true, notes: [note], result: graded },
    {
      team,
      submission: null,
      ok: true,
      notes: [],
      result: { ...graded, submission: null, points: null },
    },
    {
      ...{ team: null, submission: 'dupont', ok: false, notes: [] },
      error: labError('submission-team-unknown', { submission: 'dupont' }),
    },
  ]),
  'selftest, every outcome': selftestData(SELFTEST),
  'selftest by rule': rulesData(RULES),
  'plan, every cause': planData(plans),
  'down, every outcome': downData([
    { ...at, ok: true, down: { plan: removal, archive: '/var/lib/lab/archives/a.tar.gz' } },
    { ...at, ok: true, down: { plan: dismantle(owner, NOTHING, keep), archive: null } },
    { ...at, ok: false, error: full },
  ]),
  'reset, every outcome': resetData([
    { ...at, ok: true, reset: { ...renewed, archive: '/a.tar.gz', lastWords: null } },
    { ...at, ok: true, reset: { ...renewed, archive: null, lastWords: ['[ERROR] users.conf'] } },
    { ...at, ok: true, reset: null },
    { ...at, ok: false, error: full },
  ]),
  ...WORK_DOCUMENTS,
  render: renderData([{ team, files: render({ lab: LAB, prefix: 'lab', team }) }]),
  'render of nothing': renderData([
    { team, files: render({ lab: LAB, prefix: 'lab', team, stage: 'start' }) },
  ]),
  doctor: doctorData([
    { check: 'node', found: '20.20.0', problem: null },
    {
      check: 'engine',
      found: '',
      problem: labError('engine-absent', { platform: 'linux' }).problem,
    },
  ]),
  'images that were built': imagesData([{ name: 'pbx', tag: 'lab/pbx:1', built: true }]),
  'images that are there': imagesData([{ tag: 'lab/pbx:1', size: 123_456_789, current: false }]),
  'no image': imagesData([]),
  'engine that runs': engineData({
    ...{ state: 'running', socket: '/var/lib/lab/engine/docker.sock', pid: 77 },
    ...{ version: '20.10.24', dataSize: 1_000_000, missing: [] },
  }),
  'no engine': engineData({ state: 'absent', socket: '/s', missing: ['docker.io'] }),
  'capture that ran its time': captureData({
    ...{ team, file: '/home/anna/a.pcapng', packets: 865, dropped: 0, ms: 8250.4, ended: 'time' },
  }),
  'capture that was cut off': captureData({
    ...{ team, file: '/home/anna/a.pcapng', packets: null, dropped: null, ms: 3, ended: 'cut' },
  }),
  'ladder of calls': ladderData('/a.pcapng', ladderOf(dissection('direct'), LAB.definition.layout)),
  'ladder of other networks': ladderData(
    '/a.pcapng',
    ladderOf(dissection('relayed').replaceAll('10.100.3.', '172.20.0.'), LAB.definition.layout),
  ),
  'ladder of voices alone': ladderData(
    '/a.pcapng',
    ladderOf(dissection('direct').replaceAll(/^{.*$/gm, ''), LAB.definition.layout, true),
  ),
  'ladder of nothing': ladderData('/a.pcapng', ladderOf('', LAB.definition.layout)),
  'way of a call': traceData(team, wayOf('3199')),
  'way of a call in files of a folder': traceData(null, wayOf('3333')),
  'phone that rings': phoneData(3, '3101', { did: 'ringing', peer: '3102' }),
  'phone in a call': phoneData(3, '3101', { did: 'talking', peer: '3102' }),
  'call that ended': phoneData(3, '3101', { did: 'closed', reason: '486 Busy Here' }),
  'phone that hung up': phoneData(3, '3101', { did: 'hung-up' }),
  'digits sent': phoneData(3, '3101', { did: 'sent', digits: '1234#' }),
  'phone, its status': phoneData(3, '3101', {
    ...{ did: 'status', registration: 'registered' },
    calls: [{ ...row, current: true }],
  }),
  station: stationData(3, 'softphone1', [
    { slot: 1, extension: '3101', registered: true, status: '200 OK' },
    { slot: 2, extension: null, registered: false, status: '' },
  ]),
} as const;

describe('what --json prints', () => {
  it.each(Object.entries(DOCUMENTS))('is as its schema says: %s', (_, document) => {
    expect(offences(document)).toBe('');
  });

  it('has an example of every schema, and of no other', () => {
    const used = Object.values(DOCUMENTS).map(({ schema }) => schema);
    expect([...new Set(used)].sort()).toEqual(NAMES.map((name) => `lab-${name}/1`).sort());
  });

  it.each(Object.entries(DOCUMENTS))('would not pass with one thing more: %s', (_, document) => {
    expect(offences({ ...document, surprise: true })).not.toBe('');
  });

  it('would not pass with one thing less or more inside', () => {
    const { teams } = DOCUMENTS['up, every outcome'];
    const [first, , failed] = teams;
    const { schema } = DOCUMENTS['up, every outcome'];
    const wrong: readonly object[] = [
      { ...first, checks: undefined },
      { ...first, surprise: true },
      { ...first, pbx: { ...status.pbx, state: 'asleep' } },
      { ...first, stations: [{ ...status.stations[0], lines: [{ extension: '3101' }] }] },
      { ...failed, error: {} },
    ];
    for (const one of wrong) expect(offences({ schema, ...{ teams: [one] } })).not.toBe('');
  });
});
