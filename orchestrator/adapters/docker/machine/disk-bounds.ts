/** Larger than any capture or package of the activity; Asterisk begins a new log at this size. */
const LARGEST_FILE = 512 * 2 ** 20;

/**
 * What an engine can hold a container's use of the disk to whatever file system it has: the size of
 * one file, and of what the container's own output leaves in the engine.
 */
export const DISK_BOUNDS = {
  Ulimits: [{ Name: 'fsize', Soft: LARGEST_FILE, Hard: LARGEST_FILE }],
  LogConfig: { Type: 'json-file', Config: { 'max-size': '5m', 'max-file': '2' } },
};
