import { describe, expect, it } from 'vitest';
import { gateNames, readGateName } from './gate-account.ts';

describe('a name at the gate', () => {
  it('is a team, in either language and with any capitals', () => {
    for (const name of ['equipe3', 'team3', 'Equipe3', 'TEAM3']) {
      expect(readGateName(name), name).toMatchObject({ team: 3, station: null });
    }
  });

  it('is a station of a team', () => {
    const station = { team: 8, station: 'softphone1' };
    expect(readGateName('softphone1-equipe8')).toMatchObject(station);
    expect(readGateName('softphone1-team8')).toMatchObject(station);
    expect(readGateName('reception-desk-team1')?.station).toBe('reception-desk');
  });

  it('tells by its word in which language its owner is spoken to', () => {
    expect(readGateName('equipe3')?.tongue).toBe('fr');
    expect(readGateName('softphone1-team3')?.tongue).toBe('en');
  });

  it('is nobody’s when it is anything else', () => {
    const strange = [
      '',
      'root',
      'equipe',
      'equipe0',
      'equipe9',
      'equipe33',
      ' equipe3',
      'equipe3\n',
    ];
    for (const name of [
      ...strange,
      '-equipe3',
      '../team3',
      'softphone1',
      `${'a'.repeat(99)}-team3`,
    ])
      expect(readGateName(name), name).toBeNull();
  });

  it('reads every name that it gives', () => {
    const stations = [{ name: 'softphone1' }, { name: 'softphone2' }];
    const names = gateNames({ team: 3, stations } as unknown as Parameters<typeof gateNames>[0]);
    expect(names.pbx).toEqual(['equipe3', 'team3']);
    for (const name of names.pbx)
      expect(readGateName(name)).toMatchObject({ team: 3, station: null });
    for (const { station, names: typed } of names.stations)
      for (const name of typed) expect(readGateName(name)).toMatchObject({ team: 3, station });
  });
});
