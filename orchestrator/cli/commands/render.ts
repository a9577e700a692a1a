import { resolve } from 'node:path';
import { readLabDefinition } from '../../actions/read-lab.ts';
import { render, writeRendered } from '../../actions/render.ts';
import { EXIT } from '../exit-status.ts';
import { askedBase, askedTeams, type Command } from '../session.ts';
import { renderData } from './json-data.ts';

/** `lab render`: the files of a stage, printed or written, without any engine. */
export const renderCommand: Command = async (session) => {
  const { options, console, prefix, surroundings } = session;
  const teams = askedTeams(session);
  const lab = await readLabDefinition(session, options.lab);
  const rendered = teams.map((team) => ({
    team,
    files: render({ lab, prefix, team, stage: options.stage, base: askedBase(options) }),
  }));
  if (options.out !== undefined) {
    for (const { team, files } of rendered) {
      const folder = resolve(surroundings.cwd, options.out, `team${team}`);
      for (const file of await writeRendered(folder, files))
        console.tell(console.phrases.wrote(file));
    }
  }
  if (console.json) console.printData(renderData(rendered));
  else if (options.out === undefined) {
    for (const { files } of rendered) {
      for (const { path, text } of files) console.print(`;; ${path}\n${text}`);
    }
  }
  return EXIT.done;
};
