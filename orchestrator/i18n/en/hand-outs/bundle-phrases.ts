import type { BundlePhrases } from '../../hand-outs/bundle-phrases.ts';

/** English words of the bundle. */
export const ENGLISH_BUNDLE_PHRASES: BundlePhrases = {
  bundle: {
    written: ({ file, megabytes, system }) => `Wrote ${file}: ${megabytes} MB, for ${system}`,
    withNode: (version) => `With Node.js ${version}: the other machine needs none.`,
    withoutNode:
      'Without Node.js: the one here needs libraries of this system. The other machine needs Node.js 20.19 or later.',
    licenceMissing: (version) =>
      `The licence of Node.js was not found here: pass on with the file https://github.com/nodejs/node/blob/v${version}/LICENSE`,
    next: (file) => `On the other machine: sh ${file}`,
    installer: {
      usage: 'usage: sh %s [FOLDER]   (without FOLDER: /opt/lab as root, else ~/.local/share/lab)',
      unreadable: 'lab: %s cannot be read: run it as sh FILE',
      truncated:
        'lab: %s is not whole: %s of %s bytes. Nothing was installed.\n  → copy it once more',
      corrupted:
        'lab: %s is damaged: its checksum is wrong. Nothing was installed.\n  → copy it once more',
      foreign:
        'lab: this file was made for %s, and this machine is %s. Nothing was installed.\n  → make one on a machine of this kind: lab bundle FILE',
      unwritable:
        'lab: %s cannot be written to. Nothing was installed.\n  → name a folder of your own: sh FILE FOLDER',
      occupied:
        'lab: %s holds something else. Nothing was installed.\n  → name a folder that is empty or does not exist: sh FILE FOLDER',
      unpacking: 'Unpacking into %s …',
      full: 'lab: unpacking failed; is there room at %s? Nothing was installed.\n  → df -h',
      nodeless:
        'lab: the Node.js in this file does not run here, and this machine has none of 20.19 or later. Nothing was installed.\n  → install Node.js (https://nodejs.org), then run this again',
      before: 'The version that was there is kept as %s',
      already: 'lab %s is installed in %s already; nothing to do.',
      installed: 'lab %s is installed in %s',
      next: 'Next:\n  %s doctor\n  %s up --team 3    # loads the images the first time',
    },
  },
};
