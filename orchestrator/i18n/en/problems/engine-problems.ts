import type { ProblemTexts } from '../../catalogue.ts';

/** What can go wrong with finding, installing and running an engine, in English. */
export const ENGLISH_ENGINE_PROBLEMS = {
  'command-missing': {
    what: ({ command }) => `The command ${command} is not on this machine.`,
    mend: ({ command }) => `install the package that brings ${command}`,
  },
  'command-failed': {
    what: ({ command, status, said }) => `${command} failed (status ${status}). It says: ${said}`,
    mend: () => 'the same command with --verbose, to see all of it',
  },
  'command-too-slow': {
    what: ({ command, seconds }) =>
      `${command} had not finished after ${seconds} s and was stopped.`,
    mend: () => 'the same command again when the machine is less busy',
  },
  'engine-url-wrong': {
    what: ({ source, url }) => `${source} gives "${url}", which is not the address of an engine.`,
    mend: () => 'write unix:///var/run/docker.sock, tcp://HOST:2375 or https://HOST:2376',
  },
  'engine-url-ssh': {
    what: ({ source, url }) => `${source} gives "${url}": engines behind ssh are not supported.`,
    mend: () => '--engine unix:///var/run/docker.sock, or --engine https://HOST:2376',
  },
  'engine-context-missing': {
    what: ({ context }) => `DOCKER_CONTEXT names the context "${context}", which does not exist.`,
    mend: () => 'docker context ls, then DOCKER_CONTEXT=NAME; or: unset DOCKER_CONTEXT',
  },
  'engine-certificate-missing': {
    what: ({ file }) => `The connection is encrypted, but ${file} cannot be read.`,
    mend: () => 'set DOCKER_CERT_PATH to the folder that holds ca.pem, cert.pem and key.pem',
  },
  'engine-unreachable': {
    what: ({ source, address, reason }) =>
      `The engine given by ${source}, ${address}, does not answer (${reason}).`,
    mend: ({ source }) =>
      source === '--engine'
        ? 'start that engine, or leave --engine out'
        : `start that engine, or: unset ${source}`,
  },
  'engine-untrusted': {
    what: ({ address, reason }) => `The encrypted connection to ${address} fails (${reason}).`,
    mend: () =>
      'set DOCKER_CERT_PATH to the folder with ca.pem, cert.pem and key.pem for this engine, and name the host as its certificate does',
  },
  'engine-wants-tls': {
    what: ({ address }) => `The engine at ${address} wants an encrypted connection.`,
    mend: () => 'write https:// in place of tcp://, or set DOCKER_TLS_VERIFY=1',
  },
  'engine-denied': {
    what: ({ address }) => `An engine is at ${address}, but you are not allowed to use it.`,
    mend: () => 'sudo usermod -aG docker $USER, then log out and in again',
  },
  'engine-absent': {
    what: () => 'No container engine answers on this machine.',
    mend: ({ platform }) =>
      ({
        'debian-root': 'lab engine start',
        'debian-user':
          'sudo lab engine start for a lab run as root; for yourself: sudo apt install docker.io',
        linux: 'install Docker (https://docs.docker.com/engine/install) and start it',
        macos: 'open Docker Desktop (https://docs.docker.com/desktop)',
        other: 'name an engine on another machine: --engine tcp://HOST:2375',
      })[platform],
  },
  'engine-not-embeddable': {
    what: ({ reason }) =>
      ({
        'not-linux': 'The embedded engine runs on Linux only.',
        'not-root': 'The embedded engine can be handled by root only.',
        'not-debian': 'The embedded engine can be installed on Debian and Ubuntu only.',
        'no-cgroups': 'No cgroups are mounted here, and an engine cannot run without them.',
      })[reason],
    mend: ({ reason }) =>
      ({
        'not-linux': 'open Docker Desktop (https://docs.docker.com/desktop)',
        'not-root': 'the same command with sudo',
        'not-debian': 'install Docker (https://docs.docker.com/engine/install) and start it',
        'no-cgroups':
          'mount -t cgroup2 none /sys/fs/cgroup; inside a container: use an engine outside, --engine URL',
      })[reason],
  },
  'engine-path-too-long': {
    what: ({ path, bytes, most }) =>
      `${path} has ${bytes} bytes; a socket's path may have ${most}.`,
    mend: () => 'choose a shorter state folder: LAB_STATE=/var/lib/lab',
  },
  'engine-busy': {
    what: ({ lock }) =>
      `Another command has been starting or stopping the engine for minutes (${lock}).`,
    mend: ({ lock }) => `see which one: fuser -v ${lock}`,
  },
  'engine-start-failed': {
    what: ({ said }) => `The embedded engine did not start. Its last words: ${said}`,
    mend: ({ log }) => `read ${log}, then: lab engine stop && lab engine start`,
  },
  'engine-stop-incomplete': {
    what: ({ left }) => `The engine is stopped, but this is left of it: ${left.join(', ')}.`,
    mend: () => 'close what uses it, then: lab engine stop',
  },
  'packages-conflict': {
    what: ({ packages, removed }) =>
      `Installing ${packages.join(', ')} would remove ${removed.join(', ')}; nothing was changed.`,
    mend: () => 'use the engine that these packages belong to (start it), or remove them yourself',
  },
  'packages-failed': {
    what: ({ packages, said }) =>
      `${packages.join(', ')} could not be installed. apt says: ${said}`,
    mend: ({ packages }) =>
      `apt-get update && apt-get install --no-install-recommends ${packages.join(' ')}`,
  },
} satisfies Partial<ProblemTexts>;
