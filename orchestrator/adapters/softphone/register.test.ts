import { describe, expect, it } from 'vitest';
import { fakeBaresip } from './fake-baresip.ts';
import { fakeClock } from './fake-clock.ts';
import { LineClient } from './line-client.ts';
import { accounts, register } from './register.ts';

const ACCOUNT = '<sip:3101@192.168.3.200>;auth_user=3101;auth_pass=x';

/** A softphone that keeps accounts, at an exchange that answers in its own way. */
function registering(answer: { readonly type: string; readonly param: string } | null) {
  const [phone, clock] = [fakeBaresip(), fakeClock()];
  const addresses: string[] = [];
  phone.on('reginfo', () => {
    const rows = addresses.map(
      (address, index) => `${index === 0 ? '>' : ' '} ${address}  OK  Expires 60s`,
    );
    return ['', `--- User Agents (${rows.length}) ---`, ...rows, ''].join('\n');
  });
  phone.on('uanew', (account) => {
    const address = /<([^>]+)>/.exec(account)?.[1] ?? '';
    addresses.push(address);
    phone.tell({ type: 'REGISTERING', accountaor: address });
    if (answer !== null) phone.tell({ ...answer, accountaor: address });
    return `Creating UA for ${account} ...`;
  });
  const client = new LineClient(phone.stream, { line: '3101', clock });
  return { clock, client };
}

describe('registering a line', () => {
  it('ends with the exchange’s answer', async () => {
    const { client } = registering({ type: 'REGISTER_OK', param: '200 OK' });
    expect(await register(client, ACCOUNT)).toEqual({ registered: true, status: '200 OK' });
  });

  it('takes a refusal for an answer too', async () => {
    const { client } = registering({ type: 'REGISTER_FAIL', param: '403 Forbidden' });
    expect(await register(client, ACCOUNT)).toEqual({ registered: false, status: '403 Forbidden' });
  });

  it('fails when the exchange says nothing in time', async () => {
    const { client, clock } = registering(null);
    const registered = register(client, ACCOUNT, { within: 3000 });
    const failed = expect(registered).rejects.toMatchObject({
      problem: {
        code: 'softphone-wait',
        params: { timeline: expect.stringContaining('registering') },
      },
    });
    await clock.advance(3000);
    await failed;
  });

  it('shows the account from then on', async () => {
    const { client } = registering({ type: 'REGISTER_OK', param: '200 OK' });
    expect(await accounts(client)).toEqual([]);
    await register(client, ACCOUNT);
    expect(await accounts(client)).toMatchObject([
      { address: 'sip:3101@192.168.3.200', registration: 'registered' },
    ]);
  });
});
