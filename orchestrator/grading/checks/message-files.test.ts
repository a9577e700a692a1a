import { describe, expect, it } from 'vitest';
import type { MessageFields } from '../../model/voicemail/message.ts';
import { fakeProbes, foundMessage } from '../fake-probes.ts';
import { judgeFields, messageFilesCheck } from './message-files.ts';

const PERIOD = { from: 1000, to: 1060 };

describe('the text file of a message', () => {
  it.each<[string, Partial<MessageFields>, string | null]>([
    ['says all that it should', {}, null],
    ['names another box', { origmailbox: '3101' }, 'origmailbox'],
    ['names the context of a routine that the call went through', { context: 'poste' }, null],
    ['names no context', { context: '' }, 'context'],
    ['has another caller id, from the caller’s channel', { callerid: '"Boss" <4242>' }, null],
    ['names another caller', { callerid: '<3201>', callerchan: 'SIP/3201-1' }, 'callerid'],
    ['has a caller that only begins alike', { callerid: '<31011>', callerchan: '' }, 'callerid'],
    ['is from before the run', { origtime: '997' }, 'origtime'],
    ['is from a clock that is a little behind', { origtime: '998' }, null],
    ['is from the future', { origtime: '1063' }, 'origtime'],
    ['has no time', { origtime: '' }, 'origtime'],
    ['tells another length', { duration: '5' }, 'duration'],
    ['tells a length that is rounded', { duration: '4' }, null],
    ['tells no length', { duration: 'long' }, 'duration'],
  ])('%s', (_, more, wrong) => {
    const message = foundMessage();
    const fields = { ...message.fields, ...more } as MessageFields;
    const found = judgeFields({ ...message, fields }, '3101', PERIOD);
    if (wrong === null) expect(found).toMatchObject({ verdict: 'pass', code: 'fields-right' });
    else
      expect(found).toMatchObject({
        verdict: 'fail',
        code: 'fields-wrong',
        params: { key: wrong },
      });
  });

  it('that is missing is wrong, not right by saying nothing', () => {
    const found = judgeFields(foundMessage({ fields: null }), '3101', PERIOD);
    expect(found).toMatchObject({ verdict: 'fail', params: { key: 'origmailbox', found: '' } });
  });
});

describe('the text files of a run', () => {
  const couples = [
    { context: 'finance', one: '3101', other: '3102' },
    { context: 'compta', one: '3201', other: '3202' },
  ];
  const finance = foundMessage();
  const fields = { ...finance.fields, origmailbox: '3202', context: 'compta', callerid: '<3201>' };
  const compta = foundMessage({
    ...{ context: 'compta', mailbox: '3202', voice: '3201/message' },
    fields: fields as MessageFields,
  });

  async function judged(...messages: readonly (typeof finance)[]) {
    const probes = fakeProbes({ lastSeen: () => messages });
    return (await messageFilesCheck(couples, () => 1060).find(probes, new Set())).verdict;
  }

  it('are those of the first message in each context', async () => {
    expect(await judged(finance, compta)).toMatchObject({ verdict: 'pass', code: 'fields-right' });
    const wrong = { ...compta, fields: { ...compta.fields, duration: '9' } };
    expect(await judged(finance, wrong)).toMatchObject({
      ...{ verdict: 'partial', code: 'fields-wrong', params: { mailbox: '3202', key: 'duration' } },
    });
  });

  it('are told of the box that had a message', async () => {
    expect(await judged(compta)).toMatchObject({ verdict: 'pass', params: { mailbox: '3202' } });
  });

  it('are not those of other messages: then there is nothing to judge', async () => {
    const other = foundMessage({ mailbox: '3101', voice: '3102/message' });
    expect(await judged(other)).toMatchObject({
      ...{ verdict: 'skipped', params: { check: 'voicemail.deposit.finance' } },
    });
  });
});
