import { describe, expect, it } from 'vitest';
import { labError } from '../../base/lab-error.ts';
import type { EngineCandidate, EngineSource } from './candidates.ts';
import { chooseEngine, type Probe } from './choose-engine.ts';

type Found = Probe<string>;

const INFO = {
  name: 'docker',
  version: '20.10.24',
  apiVersion: '1.41',
  minApiVersion: '1.12',
} as const;
const open = () => 'open';
const ANSWERS: Found = { state: 'answers', info: INFO, holdsLabels: async () => false, open };
const HOLDS: Found = { ...ANSWERS, holdsLabels: async () => true };
const ABSENT: Found = { state: 'absent' };
const DENIED: Found = { state: 'denied' };
const SILENT: Found = { state: 'silent', reason: 'ECONNREFUSED' };
const OLD: Found = { state: 'too-old', version: '19.03' };

/** Chooses among engines given as source → what a visit finds there. */
async function choose(found: Partial<Record<EngineSource, Found>>, extra: EngineCandidate[] = []) {
  const candidates = (Object.keys(found) as EngineSource[]).map((source) => ({
    source,
    address: { kind: 'unix', path: `/${source}` } as const,
  }));
  const visits = new Map(Object.entries(found).map(([source, probe]) => [`/${source}`, probe]));
  return chooseEngine(
    [...extra, ...candidates],
    async (address) => (address.kind === 'unix' ? visits.get(address.path) : undefined) ?? ABSENT,
    'debian-user',
  );
}

function problem(code: string, params: object) {
  return { problem: { code, params } };
}

describe('chooseEngine', () => {
  it('takes the engine that holds our labels before any other', async () => {
    const engine = await choose({ context: ANSWERS, 'docker-socket': ANSWERS, embedded: HOLDS });
    expect(engine).toMatchObject({ source: 'embedded' });
  });

  it('takes the first that answers when none holds anything of ours', async () => {
    const engine = await choose({ context: SILENT, 'docker-socket': ANSWERS, podman: ANSWERS });
    expect(engine).toMatchObject({ source: 'docker-socket', address: { path: '/docker-socket' } });
  });

  it('tells what the chosen engine said of itself, and how to open it', async () => {
    const engine = await choose({ embedded: ANSWERS });
    expect([engine.info, engine.open()]).toEqual([INFO, 'open']);
  });

  it('asks nobody for our labels where a single engine answers', async () => {
    const shy = { ...ANSWERS, holdsLabels: () => Promise.reject(new Error('asked')) };
    const engine = await choose({ context: ABSENT, 'docker-socket': DENIED, embedded: shy });
    expect(engine).toMatchObject({ source: 'embedded' });
  });

  it.each(['explicit', 'DOCKER_HOST'] as const)(
    'never goes on from a dead %s engine',
    async (source) => {
      const named = source === 'explicit' ? '--engine' : source;
      await expect(choose({ [source]: SILENT, embedded: HOLDS })).rejects.toMatchObject(
        problem('engine-unreachable', {
          source: named,
          address: `unix:///${source}`,
          reason: 'ECONNREFUSED',
        }),
      );
    },
  );

  it('says that a named socket is not there', async () => {
    await expect(choose({ explicit: ABSENT })).rejects.toMatchObject(
      problem('engine-unreachable', {
        source: '--engine',
        address: 'unix:///explicit',
        reason: 'ENOENT',
      }),
    );
  });

  it.each(['explicit', 'context'] as const)(
    'says what is wrong with the encryption of an engine from %s, and takes no other',
    async (source) => {
      const untrusted: Found = { state: 'untrusted', reason: 'CERT_HAS_EXPIRED' };
      const address = `unix:///${source}`;
      await expect(choose({ [source]: untrusted, podman: ANSWERS })).rejects.toMatchObject(
        problem('engine-untrusted', { address, reason: 'CERT_HAS_EXPIRED' }),
      );
      const plain: Found = { state: 'wants-tls' };
      await expect(choose({ [source]: plain, podman: ANSWERS })).rejects.toMatchObject(
        problem('engine-wants-tls', { address }),
      );
    },
  );

  it('says that a named engine is too old', async () => {
    await expect(choose({ explicit: OLD })).rejects.toMatchObject(
      problem('engine-too-old', { found: '19.03' }),
    );
  });

  it('says that access is denied when nothing else answers', async () => {
    await expect(choose({ 'docker-socket': DENIED, embedded: ABSENT })).rejects.toMatchObject(
      problem('engine-denied', { address: 'unix:///docker-socket' }),
    );
  });

  it('does not mind being denied when another engine answers', async () => {
    expect(await choose({ 'docker-socket': DENIED, 'rootless-docker': ANSWERS })).toMatchObject({
      source: 'rootless-docker',
    });
  });

  it('does not take the denial of root’s Podman for a Docker without permission', async () => {
    await expect(choose({ 'docker-socket': ABSENT, podman: DENIED })).rejects.toMatchObject(
      problem('engine-absent', { platform: 'debian-user' }),
    );
  });

  it('says that the only engine is too old', async () => {
    await expect(choose({ 'docker-socket': OLD, embedded: ABSENT })).rejects.toMatchObject(
      problem('engine-too-old', { found: '19.03' }),
    );
  });

  it('counts a socket that its engine left behind as no engine', async () => {
    await expect(choose({ 'docker-socket': ABSENT, embedded: SILENT })).rejects.toMatchObject(
      problem('engine-absent', { platform: 'debian-user' }),
    );
  });

  describe('with a context that is no use', () => {
    const ssh: EngineCandidate = {
      source: 'context',
      problem: labError('engine-url-ssh', { source: 'docker context far', url: 'ssh://far' }),
    };

    it('still takes an engine that holds our labels', async () => {
      expect(await choose({ embedded: HOLDS }, [ssh])).toMatchObject({ source: 'embedded' });
    });

    it('tells its problem before any other engine is taken', async () => {
      await expect(choose({ 'docker-socket': ANSWERS }, [ssh])).rejects.toBe(ssh.problem);
    });
  });
});
