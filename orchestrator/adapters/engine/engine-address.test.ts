import { describe, expect, it } from 'vitest';
import { describeAddress, engineAddress } from './engine-address.ts';

const TLS = { ca: 'the ca', cert: 'the cert', key: 'the key' };

function read(url: string, secure = false) {
  return engineAddress(url, { source: '--engine', secure, certificates: () => TLS });
}

describe('engineAddress', () => {
  it.each([
    ['unix:///var/run/docker.sock', { kind: 'unix', path: '/var/run/docker.sock' }],
    ['unix:///run/with space/d.sock', { kind: 'unix', path: '/run/with space/d.sock' }],
    ['tcp://10.0.0.5:2000', { kind: 'tcp', host: '10.0.0.5', port: 2000 }],
    ['tcp://engine.school.fr', { kind: 'tcp', host: 'engine.school.fr', port: 2375 }],
    ['http://engine/', { kind: 'tcp', host: 'engine', port: 2375 }],
    ['https://engine', { kind: 'tcp', host: 'engine', port: 2376, tls: TLS }],
    ['tcp://[fd00::1]:2375', { kind: 'tcp', host: 'fd00::1', port: 2375 }],
  ])('reads %s', (url, address) => {
    expect(read(url)).toEqual(address);
  });

  it('encrypts tcp:// when certificates are asked for', () => {
    expect(read('tcp://engine', true)).toEqual({
      kind: 'tcp',
      host: 'engine',
      port: 2376,
      tls: TLS,
    });
  });

  it.each([
    '',
    '/var/run/docker.sock',
    'unix://relative.sock',
    'tcp://',
    'tcp://engine:0',
    'tcp://engine:70000',
    'tcp://engine/some/path',
    'tcp://user@engine',
    'npipe:////./pipe/docker_engine',
  ])('refuses %j', (url) => {
    expect(() => read(url)).toThrow(
      expect.objectContaining({
        problem: { code: 'engine-url-wrong', params: { source: '--engine', url } },
      }),
    );
  });

  it('says of ssh that it is not possible, instead of calling it malformed', () => {
    expect(() => read('ssh://teacher@engine')).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'engine-url-ssh' }) }),
    );
  });

  it.each(['unix:///var/run/docker.sock', 'tcp://[fd00::1]:2375', 'https://engine:2376'])(
    'is written back as it was typed: %s',
    (url) => {
      expect(describeAddress(read(url))).toBe(url);
    },
  );
});
