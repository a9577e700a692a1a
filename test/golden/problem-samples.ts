import type { ProblemCode, Problems } from '../../orchestrator/base/problems.ts';
import {
  CLASS_LIST_SAMPLES,
  GRADING_SAMPLES,
  SELFTEST_SAMPLES,
  SUBMISSION_SAMPLES,
} from './hand-in-samples.ts';
import { LAB_FILE_SAMPLES } from './lab-file-samples.ts';
import { WORK_SAMPLES } from './work-problem-samples.ts';

/** Facts as a person would meet them: at least one set for each code, one for each branch of its text. */
export type Samples<C extends ProblemCode = ProblemCode> = {
  readonly [K in C]: readonly [Problems[K], ...Problems[K][]];
};

const NONE = [{}] as const;

const REPORT_SAMPLES = {
  'report-empty': [{ file: '/var/lib/lab/results/2026-11-24-100000-1/result.json' }],
  'report-team-absent': [{ team: 7, known: [1, 3] }],
  'report-one-file': [{ format: 'html', found: 8 }],
  'class-list-missing': [{ format: 'moodle' }],
  'class-list-no-key': [{ students: ['Léa Dupont', 'Zoé Martin'] }],
  'worksheet-missing': NONE,
  'worksheet-columns': [{ found: ['Identifiant', 'Nom complet', 'Statut'] }],
  'worksheet-broken': [{ said: 'UTF-8' }],
  'export-inconclusive': [
    {
      ...{ who: 'dupont_equipe3', check: 'call.finance' },
      ...{ decision: 'dupont_equipe3:call.finance', result: '2026-11-24-100000-1' },
    },
  ],
  'export-unfinished': [{ who: '3', result: '2026-11-24-100000-1' }],
} satisfies Partial<Samples>;

const MACHINE_SAMPLES = {
  'command-missing': [{ command: 'mmdebstrap' }],
  'command-failed': [{ command: 'ip netns add lab', status: 1, said: 'Permission denied' }],
  'command-too-slow': [{ command: 'mmdebstrap', seconds: 1200 }],
  'engine-url-wrong': [{ source: '--engine', url: 'docker.sock' }],
  'engine-url-ssh': [{ source: 'DOCKER_HOST', url: 'ssh://teacher@server' }],
  'engine-context-missing': [{ context: 'classroom' }],
  'engine-certificate-missing': [{ file: '/root/.docker/ca.pem' }],
  'engine-unreachable': [
    { source: '--engine', address: 'tcp://10.0.0.9:2375', reason: 'ECONNREFUSED' },
    { source: 'DOCKER_HOST', address: 'unix:///run/docker.sock', reason: 'ENOENT' },
  ],
  'engine-untrusted': [{ address: 'https://10.0.0.9:2376', reason: 'CERT_HAS_EXPIRED' }],
  'engine-wants-tls': [{ address: 'tcp://10.0.0.9:2376' }],
  'engine-denied': [{ address: 'unix:///var/run/docker.sock' }],
  'engine-absent': [
    { platform: 'debian-root' },
    { platform: 'debian-user' },
    { platform: 'linux' },
    { platform: 'macos' },
    { platform: 'other' },
  ],
  'engine-not-embeddable': [
    { reason: 'not-linux' },
    { reason: 'not-root' },
    { reason: 'not-debian' },
    { reason: 'no-cgroups' },
  ],
  'engine-path-too-long': [{ path: '/srv/…/docker.sock', bytes: 131, most: 107 }],
  'engine-busy': [{ lock: '/var/lib/lab/engine/lock' }],
  'engine-start-failed': [{ log: '/var/lib/lab/engine/dockerd.log', said: 'no space left' }],
  'engine-stop-incomplete': [{ left: ['/var/lib/lab/engine/netns/default'] }],
  'packages-conflict': [{ packages: ['docker.io'], removed: ['docker-ce', 'containerd.io'] }],
  'packages-failed': [{ packages: ['docker.io', 'iproute2'], said: 'Temporary failure resolving' }],
  'engine-too-old': [{ found: '19.03.15' }],
  'engine-lost': [{ doing: 'start-container lab-3-pbx', reason: 'ECONNRESET' }],
  'disk-full': [{ doing: 'load images', said: 'write /layer.tar: no space left on device' }],
  'engine-refused': [{ doing: 'create-network lab-3', said: 'could not find an available pool' }],
  'images-missing': NONE,
  'image-load-failed': [{ said: 'archive/tar: invalid tar header' }],
  'image-build-failed': [{ image: 'pbx', said: 'exit code 100' }],
  'image-packages-unavailable': [{ image: 'pbx', said: 'Temporary failure resolving' }],
  'image-base-unavailable': [{ image: 'pbx', base: 'debian:bullseye-slim' }],
  'node-too-old': [{ found: '18.19.0', floor: '20.19' }],
  'isolation-weak': [{ engine: 'podman' }],
  'limits-unenforced': [{ missing: ['memory', 'pids'] }],
  'disk-unlimited': [{ storage: 'overlay2 on extfs' }],
  'disk-low': [{ free: '0.4 GB', floor: '2.0 GB' }],
  'memory-low': [{ total: '0.5 GB', floor: '1.0 GB' }],
} satisfies Partial<Samples>;

const TEAM_SAMPLES = {
  'subnet-taken': [
    {
      wanted: '192.168.3.0/24',
      subnet: '192.168.0.0/16',
      kind: 'network',
      name: 'foo_default',
      project: 'foo',
    },
    {
      wanted: '192.168.3.0/24',
      subnet: '192.168.3.0/25',
      kind: 'network',
      name: 'old',
      project: null,
    },
    {
      wanted: '192.168.1.0/24',
      subnet: '192.168.1.17/24',
      kind: 'interface',
      name: 'eth0',
      project: null,
    },
  ],
  'room-short': [
    {
      ...{ teams: [1, 2, 3, 4, 5, 6, 7, 8], of: 'memory', needed: '0.60 GB', free: '0.40 GB' },
      ...{ fitting: 5, command: 'lab up --team 1-5 --stage start' },
    },
    {
      ...{ teams: [3], of: 'disk', needed: '0.03 GB', free: '0.00 GB' },
      ...{ fitting: 0, command: 'lab reset --team ' },
    },
  ],
  'other-lab': [{ team: 3, found: 'activity-1', wanted: 'activity-2' }],
  'team-not-up': [{ team: 3 }],
  'team-locked': [
    {
      ...{ team: 3, user: 'root', host: 'prof-pc', pid: 4711, verb: 'up', seconds: 121 },
      ...{ lock: 'lab-3-lock', here: false },
    },
    {
      ...{ team: 3, user: 'anna', host: 'prof-pc', pid: 4711, verb: 'reset', seconds: 12 },
      ...{ lock: 'lab-3-lock', here: true },
    },
  ],
  'capture-failed': [{ team: 3, said: 'no such device: br-0123456789ab' }],
  'pbx-slow': [{ team: 3 }],
  'archive-disk-full': [{ file: '/var/lib/lab/archives/lab-team3.tar.gz' }],
  'too-much-work': [
    { team: 3, bytes: 2 ** 30, entries: 100_000, path: 'root/big', size: 10 * 2 ** 30 },
    { team: 3, bytes: 2 ** 26, entries: 100_000, path: '/etc/asterisk', size: null },
  ],
  'archive-failed': [
    { file: '/var/lib/lab/archives/lab-team3.tar.gz', reason: 'users.conf differs' },
  ],
  'archive-gone': [{ file: '/var/lib/lab/archives/lab-team3.tar.gz', reason: 'ENOENT' }],
  'archive-broken': [
    { file: '/var/lib/lab/archives/a.tar.gz', fault: 'damaged', about: 'unexpected end of file' },
    { file: '/var/lib/lab/archives/a.tar.gz', fault: 'no-manifest', about: 'manifest.json' },
    { file: '/var/lib/lab/archives/a.tar.gz', fault: 'differs', about: 'etc/asterisk/users.conf' },
    { file: '/var/lib/lab/archives/a.tar.gz', fault: 'foreign', about: 'root/extra' },
    { file: '/var/lib/lab/archives/a.tar.gz', fault: 'outside', about: '../../etc/passwd' },
    { file: '/var/lib/lab/archives/a.tar.gz', fault: 'device', about: 'root/sda' },
    { file: '/var/lib/lab/archives/a.tar.gz', fault: 'other-team', about: '4' },
  ],
  'archive-none': [{ team: 3 }],
  'undo-nothing': [{ team: 3 }],
  'archive-unknown': [
    { team: 3, found: '1126', known: ['1125-143207', '1125-150000'], several: false },
    { team: 3, found: '11', known: ['1125-143207', '1125-150000'], several: true },
  ],
  declined: [{ asked: true }, { asked: false }],
  'line-refused': [{ extension: '3101', reason: '401 Unauthorized' }],
  'softphone-dead': [{ station: 'softphone1', said: 'line 1: no such device' }],
  'softphone-gone': [{ line: '3101', timeline: '0.1 s dial 3102' }],
  'softphone-garbled': [{ line: '3101', found: 'GET / HTTP/1.1' }],
  'softphone-silent': [{ line: '3101', command: 'dial' }],
  'softphone-refused': [{ line: '3101', command: 'dial 3102', reply: 'could not find UA' }],
  'softphone-wait': [{ line: '3101', awaited: 'CALL_RINGING', timeline: '0.1 s dial 3102' }],
  'softphone-busy': [{ line: '3101', peer: '3102' }],
  'softphone-no-call': [{ line: '3101' }],
  'keys-unknown': [{ keys: '12x' }],
} satisfies Partial<Samples>;

const WORD_SAMPLES = {
  'team-out-of-range': [{ found: '9' }],
  'team-missing': NONE,
  'team-one': [{ found: '1,4,5' }],
  'base-wrong': [{ found: '8.8' }],
  unreadable: [{ file: 'images.tar', reason: 'ENOENT' }],
  unwritable: [{ file: '/etc/team3/users.conf', reason: 'EACCES' }],
  'station-full': [{ station: 'softphone1', most: 2, found: 3 }],
  'secret-missing': [{ extension: '3103', known: ['3101', '3102'] }],
  'line-unknown': [{ found: '3103', known: ['3101', '3102'] }],
  'station-unknown': [{ found: 'softphone9', known: ['softphone1', 'softphone2'] }],
  'command-unknown': [
    { found: 'staus', nearest: 'status' },
    { found: 'frobnicate', nearest: undefined },
  ],
  'option-unknown': [
    { found: '--taem', nearest: '--team' },
    { found: '--colour', nearest: undefined },
  ],
  'option-value-missing': [{ option: '-t, --team <teams>' }],
  'option-value-wrong': [{ option: '--lang', found: 'de', allowed: 'fr, en' }],
  'argument-missing': [{ argument: 'who' }],
  'arguments-too-many': [{ found: 'now' }],
  'duration-wrong': [{ option: '--for', found: '5' }],
  'output-missing': [{ example: 'team3.pcapng' }],
  'capture-file-empty': [{ file: 'team3.pcapng' }],
  'capture-file-wrong': [
    { file: 'report.txt', said: '' },
    { file: 'team3.pcap', said: 'The standard input appears to be damaged.' },
  ],
  'phone-words-wrong': [{ found: 'call 3102' }],
  'stage-unknown': [
    { stage: 'solutoin', known: ['start', 'solution'], nearest: 'solution' },
    { stage: 'x', known: ['start', 'solution'], nearest: undefined },
  ],
  'listen-wrong': [{ found: 'here' }],
  'gate-port-taken': [{ port: 2200 }],
  'gate-cannot-listen': [{ at: '192.0.2.1:2200', reason: 'EADDRNOTAVAIL' }],
  'template-not-found': [{ template: 'asterisk-16/etc/asterisk/users.conf.hbs' }],
  'template-broken': [
    { template: 'asterisk-16/etc/asterisk/users.conf.hbs', reason: 'line 3: #each is not closed' },
  ],
  'template-value-missing': [
    { template: 'asterisk-16/etc/asterisk/users.conf.hbs', line: 3, name: 'user.secrt' },
  ],
} satisfies Partial<Samples>;

/** The facts of every problem. */
export const PROBLEM_SAMPLES: Samples = {
  ...WORD_SAMPLES,
  ...LAB_FILE_SAMPLES,
  ...GRADING_SAMPLES,
  ...SUBMISSION_SAMPLES,
  ...CLASS_LIST_SAMPLES,
  ...REPORT_SAMPLES,
  ...SELFTEST_SAMPLES,
  ...MACHINE_SAMPLES,
  ...TEAM_SAMPLES,
  ...WORK_SAMPLES,
};
