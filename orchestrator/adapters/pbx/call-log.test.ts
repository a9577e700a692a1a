import { describe, expect, it } from 'vitest';
import { readCallLog } from './call-log.ts';

const answer = (stdout: string, stderr: string) => async () => ({ code: 0, stdout, stderr });

/** The clock of the exchange when it is asked: 23:08:30 is the second 1030. */
const CLOCK = '1030 Nov 24 23:08:30\n';
const BOOT = '[Nov 24 23:08:27] ERROR[1] config.c: Unknown directive\n';
const REFUSAL = '[Nov 24 23:08:29] NOTICE[1] chan_sip.c: Registration from 3101 failed';

describe('what Asterisk logged', () => {
  it('is parted into its boot and what came when it took calls, each line once', async () => {
    const own = `${CLOCK}${BOOT}${REFUSAL}\n`;
    const followed = `1028.500 [Nov 24 23:08:28] Asterisk 16 built by nobody\n1029.250 ${REFUSAL}\n`;
    const { boot, log } = await readCallLog(answer(own, followed));
    expect(boot).toEqual([{ time: 1027, text: BOOT.trim() }]);
    expect(log.map(({ time }) => time)).toEqual([1028.5, 1029.25]);
  });

  it('is all of it where Asterisk never took calls', async () => {
    const { boot, log } = await readCallLog(answer(`${CLOCK}${BOOT}`, ''));
    expect(boot).toHaveLength(1);
    expect(log).toEqual([]);
  });

  it('has nothing of later repetitions in its boot', async () => {
    const own = `${CLOCK}${BOOT}[Nov 24 23:08:30] WARNING[1] pbx.c: again\n`;
    const { boot } = await readCallLog(answer(own, '1028.5 [Nov 24 23:08:28] Asterisk 16\n'));
    expect(boot).toHaveLength(1);
  });
});
