// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Asterisk writes its variables so.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLab } from '../../orchestrator/adapters/files/labs.ts';
import { readTemplates } from '../../orchestrator/adapters/files/templates.ts';
import type { LabDefinition } from '../../orchestrator/model/definition/lab-definition.ts';
import { parseLab } from '../../orchestrator/model/definition/parse-lab.ts';
import { teamNumber } from '../../orchestrator/model/numbering/team-number.ts';
import { teamPlan } from '../../orchestrator/model/numbering/team-plan.ts';
import { renderLine } from '../../orchestrator/model/rendering/render-line.ts';
import { renderStage } from '../../orchestrator/model/rendering/render-stage.ts';
import type { RenderedFile } from '../../orchestrator/model/rendering/rendered-file.ts';

const root = join(import.meta.dirname, '../..');
const templates = await readTemplates(join(root, 'templates'));
const activity1 = await definitionOf('activity-1');

async function definitionOf(lab: string): Promise<LabDefinition> {
  const { file, text } = await readLab(lab, join(root, 'labs'));
  const parsed = parseLab(text, file, templates);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function rendered(team: number, stage: string): readonly RenderedFile[] {
  const plan = teamPlan(teamNumber(team), activity1.layout, { prefix: 'lab' });
  return renderStage(activity1, plan, stage, templates);
}

/** What Asterisk understands: no comments, no blank lines, no spaces, applications in any case. */
function understood(file: RenderedFile | undefined): readonly string[] {
  return (file?.text ?? '')
    .split('\n')
    .map((line) => line.replace(/;.*/, '').replace(/\s/g, ''))
    .filter((line) => line !== '')
    .map((line) =>
      line.replace(/^(exten=>[^,]+,\d+,)(\w+)/, (_, start: string, application: string) =>
        start.concat(application.toLowerCase()),
      ),
    );
}

describe('the files of activity 1', () => {
  it.each([1, 3, 8])('are as agreed for team %i', async (team) => {
    const folder = join(import.meta.dirname, 'expected/activity-1', `team-${team}`);
    const files = rendered(team, 'solution');
    expect(files.map(({ path }) => path)).toEqual([
      '/etc/asterisk/users.conf',
      '/etc/asterisk/voicemail.conf',
      '/etc/asterisk/extensions.conf',
    ]);
    for (const { path, text } of files) {
      await expect(text).toMatchFileSnapshot(join(folder, path));
    }
    for (const stage of ['finance', 'compta']) {
      for (const { path, text } of rendered(team, stage)) {
        await expect(text).toMatchFileSnapshot(join(folder, stage, path));
      }
    }
    const plan = teamPlan(teamNumber(team), activity1.layout, { prefix: 'lab' });
    for (const station of plan.stations) {
      for (const line of station.lines) {
        const { path, text } = renderLine(station, line, templates);
        await expect(text).toMatchFileSnapshot(join(folder, station.name, path));
      }
    }
  });

  it('are none at the start', () => {
    expect(rendered(3, 'start')).toEqual([]);
  });

  it('are at the last question the solution', () => {
    expect(rendered(3, 'voicemail')).toEqual(rendered(3, 'solution'));
  });

  it('have all accounts, but only the numbers of finance and no voicemail half-way', () => {
    const [users, extensions, ...more] = rendered(3, 'finance');
    expect(more).toEqual([]);
    expect(understood(users).filter((line) => /^\[3|voice|mailbox/.test(line))).toEqual(
      ['3101', '3102', '3201', '3202'].map((number) => `[${number}](template)`),
    );
    expect(understood(extensions).slice(4)).toEqual([
      '[finance]',
      'exten=>_31XX,1,dial(SIP/${EXTEN},20)',
    ]);
    expect(understood(rendered(3, 'compta')[1]).slice(6)).toEqual([
      '[compta]',
      'exten=>_32XX,1,dial(SIP/${EXTEN},20)',
    ]);
  });

  it('name the stage that does not exist, and the one that was meant', () => {
    expect(() => rendered(3, 'solutoin')).toThrow(
      'stage-unknown {"stage":"solutoin","known":["bare","start","finance","compta","voicemail","solution"],"nearest":"solution"}',
    );
  });
});

describe('the solution of team 3', () => {
  const [users, voicemail, extensions] = rendered(3, 'solution');

  it('has the four accounts of the sheet on its template', () => {
    const account = (number: string, name: string, context: string) => [
      `[${number}](template)`,
      `fullname=${name}`,
      `username=u${number}`,
      'secret=password',
      `mailbox=${number}`,
      `context=${context}`,
    ];
    expect(understood(users)).toEqual([
      '[general]',
      'hasvoicemail=yes',
      'hassip=yes',
      '[template](!)',
      'type=friend',
      'host=dynamic',
      'dtmfmode=rfc2833',
      'disallow=all',
      'allow=ulaw',
      'allow=alaw',
      ...account('3101', 'Utilisateur1', 'finance'),
      ...account('3102', 'Utilisateur2', 'finance'),
      ...account('3201', 'Utilisateur3', 'compta'),
      ...account('3202', 'Utilisateur4', 'compta'),
    ]);
  });

  it('has a mailbox with a PIN for each account, in its context', () => {
    expect(understood(voicemail)).toEqual([
      '[general]',
      'maxmsg=100',
      'maxsecs=0',
      'minsecs=0',
      'maxlogins=3',
      'review=no',
      'saycid=no',
      '[finance]',
      '3101=>1234,Utilisateur1',
      '3102=>1234,Utilisateur2',
      '[compta]',
      '3201=>1234,Utilisateur3',
      '3202=>1234,Utilisateur4',
    ]);
  });

  it('rings 20 seconds, then takes a message, and consults voicemail at 3199 and 3299', () => {
    expect(understood(extensions)).toEqual([
      '[general]',
      'static=yes',
      'writeprotect=yes',
      'clearglobalvars=yes',
      '[finance]',
      'exten=>_31XX,1,dial(SIP/${EXTEN},20)',
      'exten=>_31XX,2,voicemail(${EXTEN}@finance)',
      'exten=>3199,1,answer()',
      'exten=>3199,2,voicemailmain(${CALLERID(num)}@finance)',
      '[compta]',
      'exten=>_32XX,1,dial(SIP/${EXTEN},20)',
      'exten=>_32XX,2,voicemail(${EXTEN}@compta)',
      'exten=>3299,1,answer()',
      'exten=>3299,2,voicemailmain(${CALLERID(num)}@compta)',
    ]);
  });
});
