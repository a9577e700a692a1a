import type { TeamDecision } from '../orchestrator/actions/up/decide-team.ts';
import type { ContainerSpec, FileSpec } from '../orchestrator/model/topology/specs.ts';

/** Where the files of a station are put first: Compose can't give a folder to a user. */
const STATION_FILES = '/bench';

/** Copies a station's files to where its user may write beside them, then does what the image does. */
const STATION_COMMAND = [
  `for file in ${STATION_FILES}/lines/*/config; do`,
  `to=$\${file#${STATION_FILES}}; mkdir -p "$\${to%/*}" && cp "$$file" "$$to" || exit; done;`,
  'exec /usr/local/bin/station',
].join(' ');

/**
 * Teams as a Compose file (YAML that is JSON): same images, addresses, limits and files. Health is
 * looked at every second: of the PBX that Asterisk has booted, of a station that its softphones run.
 * Nobody registers them: Compose has nothing that could.
 */
export function composeFile(decisions: readonly TeamDecision[]): string {
  const specs = decisions.flatMap(({ plan, operations: { operations } }) =>
    operations.flatMap(({ action }) =>
      action.kind === 'create-container' ? [{ spec: action.container, network: plan.network }] : [],
    ),
  );
  const volumes = specs.flatMap(({ spec }) => spec.volumes.map(({ name }) => name));
  const files = specs.flatMap(({ spec }) => filesOf(spec).map((file) => ({ spec, file })));
  const document = {
    networks: Object.fromEntries(decisions.map(({ plan }) => [plan.network.name, network(plan)])),
    volumes: Object.fromEntries(volumes.map((name) => [name, {}])),
    configs: Object.fromEntries(
      files.map(({ spec, file }) => [
        configName(spec, file),
        { content: file.text.replaceAll('$', '$$$$') },
      ]),
    ),
    services: Object.fromEntries(
      specs.map(({ spec, network: { name } }) => [serviceName(spec), service(spec, name)]),
    ),
  };
  return JSON.stringify(document, null, 2);
}

function network({ network: { subnet, gateway, range } }: TeamDecision['plan']) {
  return {
    internal: true,
    ipam: { config: [{ subnet, gateway, ip_range: range }] },
    driver_opts: { 'com.docker.network.bridge.inhibit_ipv4': 'true' },
  };
}

function service(spec: ContainerSpec, networkName: string) {
  const isStation = spec.role === 'softphone';
  return {
    image: spec.image,
    hostname: spec.hostName,
    cap_drop: ['ALL'],
    cap_add: spec.capabilities,
    security_opt: ['no-new-privileges'],
    mem_limit: spec.memory,
    memswap_limit: spec.memory,
    pids_limit: spec.pids,
    cpus: spec.cpus,
    restart: 'unless-stopped',
    networks: { [networkName]: { ipv4_address: spec.address } },
    volumes: spec.volumes.map(({ name, path }) => `${name}:${path}`),
    configs: filesOf(spec).map((file) => ({
      source: configName(spec, file),
      target: isStation ? `${STATION_FILES}${file.path}` : file.path,
    })),
    ...(isStation ? { command: ['sh', '-c', STATION_COMMAND] } : {}),
    healthcheck: {
      test: ['CMD-SHELL', isStation ? 'line start 1 && line start 2' : 'pbx-ready'],
      interval: '1s',
      timeout: '15s',
      retries: 30,
    },
  };
}

function filesOf({ files, seed }: ContainerSpec): readonly FileSpec[] {
  return [...files, ...seed];
}

function serviceName({ name }: ContainerSpec): string {
  return name.replaceAll(/[^a-z0-9-]/g, '-');
}

function configName(spec: ContainerSpec, { path }: FileSpec): string {
  return `${serviceName(spec)}${path}`.replaceAll(/[^a-z0-9-]/g, '-');
}
