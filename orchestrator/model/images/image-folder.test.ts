import { describe, expect, it } from 'vitest';
import { type ImageFolder, imageBase, imageTag, parentImage } from './image-folder.ts';

function folder(files: Readonly<Record<string, string>>, mode = 0o644): ImageFolder {
  const list = Object.entries(files).map(([path, text]) => ({
    path,
    content: Buffer.from(text),
    mode,
  }));
  return { name: 'pbx', files: list };
}

const FILES = {
  Dockerfile: 'ARG BASE=debian:11\nFROM $BASE\n',
  'packages.txt': '# phones\nasterisk\n\nnano # editor\n',
  'rootfs/usr/local/sbin/boot': '#!/bin/sh\n',
};

describe('an image folder', () => {
  it('has another tag as soon as one byte of what goes into the image changes', () => {
    const other = { ...FILES, 'rootfs/usr/local/sbin/boot': '#!/bin/bash\n' };
    expect(imageTag(folder(other))).not.toBe(imageTag(folder(FILES)));
    expect(imageTag(folder(FILES, 0o755))).not.toBe(imageTag(folder(FILES)));
  });

  it('keeps its tag whatever the order of its files and whatever its README says', () => {
    const { name, files } = folder({ ...FILES, 'README.md': 'words' });
    expect(imageTag({ name, files: [...files].reverse() })).toBe(imageTag(folder(FILES)));
  });

  it('has another tag when the image of ours that it is built on has, and says which that is', () => {
    const bare = folder({ Dockerfile: 'ARG BASE=lab/pbx\nFROM $BASE\n' });
    expect(imageTag(bare, 'lab/pbx:1')).not.toBe(imageTag(bare, 'lab/pbx:2'));
    expect([bare, folder(FILES)].map(parentImage)).toEqual(['pbx', null]);
  });

  it('tells the packages without comments, and the Debian release of its base', () => {
    expect(imageBase(folder(FILES))).toMatchObject({
      registry: 'debian:11',
      suite: 'bullseye',
      packages: ['asterisk', 'nano'],
    });
  });

  it('keeps the base when only the root file system changes', () => {
    const other = { ...FILES, 'rootfs/usr/local/sbin/boot': '#!/bin/bash\n' };
    expect(imageBase(folder(other)).tag).toBe(imageBase(folder(FILES)).tag);
  });
});
