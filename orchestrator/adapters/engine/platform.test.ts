import { describe, expect, it } from 'vitest';
import { enginePlatform, isDebianLike } from './platform.ts';

const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n';
const UBUNTU = 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n';
const MINT = 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n';
const FEDORA = 'NAME="Fedora Linux"\nVARIANT_ID=debian\nID=fedora\n';

describe('isDebianLike', () => {
  it.each([DEBIAN, UBUNTU, MINT])('is true of %j', (text) => {
    expect(isDebianLike(text)).toBe(true);
  });

  it.each([FEDORA, '', undefined])('is false of %j', (text) => {
    expect(isDebianLike(text)).toBe(false);
  });
});

describe('enginePlatform', () => {
  it.each([
    ['linux', 0, DEBIAN, 'debian-root'],
    ['linux', 1000, UBUNTU, 'debian-user'],
    ['linux', 0, FEDORA, 'linux'],
    ['darwin', 501, undefined, 'macos'],
    ['win32', -1, undefined, 'other'],
  ])('on %s as user %i', (system, uid, osRelease, platform) => {
    expect(enginePlatform({ system, uid, osRelease })).toBe(platform);
  });
});
