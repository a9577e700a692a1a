import { expect, it } from 'vitest';
import { papersAmong } from './papers.ts';

const file = (path: string) => ({ path, bytes: new Uint8Array() });

it('finds captures and answers by their names, wherever they lie', () => {
  const names = [
    ...['users.conf', 'b/appel.PCAPNG', 'a.pcap', 'c.cap', 'd.pcap.gz', 'rapport.pdf', 'pcap'],
    ...['rendu/reponses.yaml', '.cache/x.pcap', '._a.pcap', 'my-answers.yaml'],
  ];
  const { captures, answers } = papersAmong(names.map(file));
  expect(captures.map(({ path }) => path)).toEqual([
    ...['a.pcap', 'b/appel.PCAPNG', 'c.cap', 'd.pcap.gz'],
  ]);
  expect(answers?.path).toBe('rendu/reponses.yaml');
});

it.each(['answers.yaml', 'Answers.yml', 'reponses.yaml', 'réponses.yaml', 're\u0301ponses.yml'])(
  'takes %s for the answers; the highest one counts',
  (name) => {
    expect(papersAmong([file(`old/${name}`), file(name)]).answers?.path).toBe(name);
  },
);

it('finds nothing where nothing was handed in', () => {
  expect(papersAmong([])).toEqual({ captures: [], answers: null, oversized: [] });
});
