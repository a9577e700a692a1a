import type { ProblemTexts } from '../../catalogue.ts';
import { ARCHIVE_FAULTS } from '../work/work-phrases.ts';

/** What can go wrong with a team's objects, images and calls, in English. */
export const ENGLISH_LAB_PROBLEMS = {
  'engine-too-old': {
    what: ({ found }) => `The engine is version ${found}; Docker 20.10 or newer is needed.`,
    mend: () => 'update Docker, or name another engine: --engine unix:///run/docker.sock',
  },
  'engine-lost': {
    what: ({ doing, reason }) => `The engine stopped answering (${reason}) during: ${doing}.`,
    mend: () => 'lab doctor, then the same command again: it goes on from there',
  },
  'disk-full': {
    what: ({ doing, said }) => `The disk is full (${doing}): ${said}`,
    mend: () =>
      'make room (df -h; lab engine status names the folder of an embedded engine), then the same command again',
  },
  'engine-refused': {
    what: ({ doing, said }) => `The engine refused (${doing}). It says: ${said}`,
    mend: () => 'lab doctor; then the same command again',
  },
  'image-build-failed': {
    what: ({ image, said }) => `The image ${image} could not be built. The build says: ${said}`,
    mend: () =>
      'lab images build --verbose (without a network: lab images load FILE, from a machine that has them)',
  },
  'image-load-failed': {
    what: ({ said }) => `The images could not be loaded. The engine says: ${said}`,
    mend: () => 'load a file that was made by: lab images save FILE',
  },
  'image-base-unavailable': {
    what: ({ image, base }) =>
      `The image ${image} starts from ${base}, which this engine neither has nor can fetch from a registry.`,
    mend: () =>
      'lab images load FILE (made elsewhere by: lab images save FILE); or, on Debian or Ubuntu, the same command as root',
  },
  'image-packages-unavailable': {
    what: ({ image, said }) =>
      `The Debian packages of the image ${image} could not be fetched: ${said}`,
    mend: () => 'check the network (apt-get update), or: lab images load FILE',
  },
  'images-missing': {
    what: () => 'The images are not built yet.',
    mend: () => 'lab images build',
  },
  'subnet-taken': {
    what: ({ wanted, subnet, kind, name, project }) =>
      kind === 'interface'
        ? `${wanted} overlaps the network of this machine's interface ${name} (${subnet}).`
        : `${wanted} overlaps network "${name}"${project === null ? '' : ` of compose project "${project}"`} (${subnet}).`,
    mend: ({ kind, name, project }) => {
      const move = 'the same command with --base 10.77 moves the whole lab to 10.77.X.0/24';
      if (kind === 'interface') return move;
      const remove =
        project === null ? `docker network rm ${name}` : `docker compose -p ${project} down`;
      return `${move}; or, if it is no longer needed: ${remove}`;
    },
  },
  'other-lab': {
    what: ({ team, found, wanted }) =>
      `Team ${team} holds work of the lab "${found}", not of "${wanted}".`,
    mend: ({ team, found }) =>
      `go on with --lab ${found}, or archive and remove it: lab down --team ${team} --purge`,
  },
  'capture-failed': {
    what: ({ team, said }) => `The network of team ${team} could not be captured: ${said}`,
    mend: ({ team }) => `lab status --team ${team}, then the same command again`,
  },
  'team-not-up': {
    what: ({ team }) => `Team ${team} is not up.`,
    mend: ({ team }) => `lab up --team ${team}`,
  },
  'team-locked': {
    what: ({ team, user, host, pid, verb, seconds }) =>
      `Somebody else is at team ${team}: "lab ${verb}" by ${user} on ${host}, begun ${age(seconds)} ago (process ${pid}).`,
    mend: ({ pid, lock, here }) =>
      here
        ? `the same command again when that one is done; if it hangs: kill ${pid}`
        : `the same command again when that one is done; if it is dead for certain: docker rm ${lock} (of itself the lock ends fifteen minutes after it was taken)`,
  },
  'pbx-slow': {
    what: ({ team }) =>
      `Asterisk of team ${team} is running but was not ready for calls after ten seconds.`,
    mend: ({ team }) => `lab logs --team ${team}, then lab up --team ${team}`,
  },
  'line-refused': {
    what: ({ extension, reason }) =>
      `The PBX refused to register ${extension}: expected 200 OK, got ${reason}.`,
    mend: ({ extension }) =>
      `lab shell --team ${extension.charAt(0)}: check the section [${extension}] and its secret in /etc/asterisk/users.conf, then: asterisk -rx "sip reload"`,
  },
  'archive-disk-full': {
    what: ({ file }) =>
      `The disk is full: the archive ${file} could not be written. Nothing was removed.`,
    mend: () => 'make room (df -h; older archives can go elsewhere), then the same command again',
  },
  'archive-gone': {
    what: ({ file, reason }) =>
      `The archive ${file} can’t be read: ${reason}. Nothing was changed.`,
    mend: () => 'put the file back, or restore another one: lab archives',
  },
  'archive-broken': {
    what: ({ file, fault, about }) =>
      `The archive ${file} is not sound: ${ARCHIVE_FAULTS[fault](about)}. Nothing was changed.`,
    mend: () => 'restore another one: lab archives',
  },
  'archive-none': {
    what: ({ team }) => `There is no archive of team ${team}.`,
    mend: ({ team }) => `make one: lab archive --team ${team}`,
  },
  'undo-nothing': {
    what: ({ team }) => `No command has put away any work of team ${team}.`,
    mend: ({ team }) => `archives made by hand are put back with: lab restore --team ${team} ID`,
  },
  'archive-unknown': {
    what: ({ team, found, several }) =>
      several
        ? `"${found}" may mean several archives of team ${team}.`
        : `Team ${team} has no archive "${found}".`,
    mend: ({ known }) => `one of: ${known.join(', ')}`,
  },
  'archive-failed': {
    what: ({ file, reason }) =>
      `The archive ${file} could not be written and verified: ${reason}. Nothing was removed.`,
    mend: () => 'see to what it says (df -h; ls -ld of that folder), then the same command again',
  },
  'too-much-work': {
    what: ({ team, bytes, entries, path, size }) =>
      `Team ${team} has more than can be copied (${mebibytes(bytes)}, ${entries} files): it was too much at ${path}${size === null ? '' : ` (${mebibytes(size)})`}. Nothing was changed.`,
    mend: ({ team }) =>
      `lab shell --team ${team}, then: du -xah /root /etc/asterisk /var/spool/asterisk/voicemail | sort -h | tail; remove what is no work, then the same command again`,
  },
  'node-too-old': {
    what: ({ found, floor }) => `Node.js ${found} is too old: ${floor} or newer is needed.`,
    mend: () => 'install a newer Node.js: https://nodejs.org',
  },
  'isolation-weak': {
    what: ({ engine }) =>
      `With ${engine}, this machine gets an address in each team's network: a team can reach its services, and a team subnet can hide part of the LAN.`,
    mend: () => 'use Docker for a class: --engine unix:///var/run/docker.sock, or lab engine start',
  },
  'limits-unenforced': {
    what: ({ missing }) =>
      `The engine's machine can't hold containers to these limits: ${missing.join(', ')}.`,
    mend: () =>
      'enable the cgroup controllers (kernel command line: cgroup_enable=memory), then reboot',
  },
  'room-short': {
    what: ({ teams, of, needed, free }) =>
      `${teams.length === 1 ? `Team ${teams[0]} needs` : `These ${teams.length} teams need`} ${needed} of ${of} on the engine's machine, ${free} free: nothing was begun.`,
    mend: ({ of, fitting, command }) =>
      fitting === 0
        ? `make room first: ${of === 'memory' ? 'end other programs there' : 'df -h shows what is full'}, or: lab down --team N`
        : `start ${fitting === 1 ? 'one team' : `${fitting} teams`}: ${command}\nor make room (lab down --team N) and give the same command again`,
  },
  'disk-unlimited': {
    what: ({ storage }) =>
      `This engine (${storage}) can't limit what a team writes: one that fills its server fills the engine's disk.`,
    mend: () => 'it can with its data on btrfs, zfs, or xfs mounted with pquota',
  },
  'disk-low': {
    what: ({ free, floor }) => `Only ${free} of disk space are free; ${floor} are needed.`,
    mend: () => 'make room: df -h shows what is full',
  },
  'memory-low': {
    what: ({ total, floor }) =>
      `The engine's machine has ${total} of memory; eight teams need ${floor}.`,
    mend: () => 'bring fewer teams up: --team 1-4',
  },
} satisfies Partial<ProblemTexts>;

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}

function age(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
