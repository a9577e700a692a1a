import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type EngineFacts, engineCandidates } from './candidates.ts';
import { describeAddress } from './engine-address.ts';

const HOME = '/home/prof';

function facts(over: Partial<EngineFacts> = {}, files: Record<string, string> = {}): EngineFacts {
  return {
    env: {},
    home: HOME,
    uid: 1000,
    embeddedSocket: '/state/engine/docker.sock',
    readText: (path) => files[path],
    ...over,
  };
}

/** The candidates as `source address`, or `source !code` for one that is no use. */
function listed(given: EngineFacts): string[] {
  return engineCandidates(given).map((candidate) => {
    if ('address' in candidate) return `${candidate.source} ${describeAddress(candidate.address)}`;
    return `${candidate.source} !${candidate.problem.problem.code}`;
  });
}

function contextFiles(name: string, host: string): Record<string, string> {
  const id = createHash('sha256').update(name).digest('hex');
  return {
    [`${HOME}/.docker/config.json`]: JSON.stringify({ currentContext: name }),
    [`${HOME}/.docker/contexts/meta/${id}/meta.json`]: JSON.stringify({
      Name: name,
      Endpoints: { docker: { Host: host, SkipTLSVerify: false } },
    }),
  };
}

function tlsFiles(name: string): Record<string, string> {
  const id = createHash('sha256').update(name).digest('hex');
  const folder = `${HOME}/.docker/contexts/tls/${id}/docker`;
  return { [`${folder}/ca.pem`]: 'A', [`${folder}/cert.pem`]: 'B', [`${folder}/key.pem`]: 'C' };
}

describe('engineCandidates', () => {
  it('tries the default sockets in order, the embedded engine last', () => {
    expect(listed(facts())).toEqual([
      'docker-socket unix:///var/run/docker.sock',
      'rootless-docker unix:///run/user/1000/docker.sock',
      'rootless-docker unix:///home/prof/.docker/run/docker.sock',
      'podman unix:///run/podman/podman.sock',
      'rootless-podman unix:///run/user/1000/podman/podman.sock',
      'embedded unix:///state/engine/docker.sock',
    ]);
  });

  it('looks where XDG_RUNTIME_DIR says', () => {
    expect(listed(facts({ env: { XDG_RUNTIME_DIR: '/run/me' } }))).toContain(
      'rootless-docker unix:///run/me/docker.sock',
    );
  });

  it('looks in no runtime folder of root', () => {
    expect(listed(facts({ uid: 0 })).join('\n')).not.toContain('/run/user/');
  });

  it('has only the engine of --engine, even with a DOCKER_HOST', () => {
    const env = { DOCKER_HOST: 'tcp://other:1' };
    expect(listed(facts({ env, explicit: 'tcp://mine:2' }))).toEqual(['explicit tcp://mine:2']);
  });

  it('has only the engine of DOCKER_HOST, even with a context', () => {
    const env = { DOCKER_HOST: 'unix:///d.sock', DOCKER_CONTEXT: 'school' };
    expect(listed(facts({ env }))).toEqual(['DOCKER_HOST unix:///d.sock']);
  });

  it('takes the certificates of DOCKER_CERT_PATH', () => {
    const env = { DOCKER_HOST: 'tcp://e', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/c' };
    const files = { '/c/ca.pem': 'A', '/c/cert.pem': 'B', '/c/key.pem': 'C' };
    expect(engineCandidates(facts({ env }, files))).toEqual([
      {
        source: 'DOCKER_HOST',
        address: { kind: 'tcp', host: 'e', port: 2376, tls: { ca: 'A', cert: 'B', key: 'C' } },
      },
    ]);
  });

  it('names the certificate that is missing', () => {
    const env = { DOCKER_HOST: 'tcp://e', DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/c' };
    expect(() => engineCandidates(facts({ env }, { '/c/ca.pem': 'A' }))).toThrow(
      expect.objectContaining({
        problem: { code: 'engine-certificate-missing', params: { file: '/c/cert.pem' } },
      }),
    );
  });

  it('puts the current docker context first', () => {
    const files = contextFiles('school', 'tcp://school:2375');
    expect(listed(facts({}, files))[0]).toBe('context tcp://school:2375');
  });

  it('prefers the context of DOCKER_CONTEXT', () => {
    const files = { ...contextFiles('other', 'tcp://o'), ...contextFiles('school', 'tcp://s') };
    expect(listed(facts({ env: { DOCKER_CONTEXT: 'other' } }, files))[0]).toBe(
      'context tcp://o:2375',
    );
  });

  it('encrypts a context that has certificates', () => {
    const files = { ...contextFiles('school', 'tcp://school'), ...tlsFiles('school') };
    expect(listed(facts({}, files))[0]).toBe('context https://school:2376');
  });

  it('does not visit a socket twice when the context points at it', () => {
    const sources = listed(facts({}, contextFiles('desktop', 'unix:///var/run/docker.sock')));
    expect(sources.filter((line) => line.endsWith('/var/run/docker.sock'))).toEqual([
      'context unix:///var/run/docker.sock',
    ]);
  });

  it('keeps the problem of a context by ssh for later', () => {
    expect(listed(facts({}, contextFiles('far', 'ssh://far')))[0]).toBe('context !engine-url-ssh');
  });

  it('refuses a DOCKER_CONTEXT that does not exist', () => {
    expect(() => engineCandidates(facts({ env: { DOCKER_CONTEXT: 'gone' } }))).toThrow(
      expect.objectContaining({
        problem: { code: 'engine-context-missing', params: { context: 'gone' } },
      }),
    );
  });

  it.each(['', 'not json', '{"currentContext":3}', '{"currentContext":"gone"}', 'null'])(
    'shrugs at a docker configuration that says %j',
    (text) => {
      const files = { [`${HOME}/.docker/config.json`]: text };
      expect(listed(facts({}, files))[0]).toBe('docker-socket unix:///var/run/docker.sock');
    },
  );
});
