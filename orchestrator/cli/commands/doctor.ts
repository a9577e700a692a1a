import { doctor, type Finding } from '../../actions/doctor.ts';
import { readLabDefinition } from '../../actions/read-lab.ts';
import { adviceFor } from '../../reports/problem-text.ts';
import { EXIT } from '../exit-status.ts';
import { askedBase, type Command, type Session } from '../session.ts';
import { doctorData } from './json-data.ts';

/** `lab doctor`: a line a check, each failure with its mend. */
export const doctorCommand: Command = async (session) => {
  const { options, console, prefix, surroundings, work } = session;
  const base = askedBase(options);
  const findings = await work([], async (bench) => {
    const { definition } = await readLabDefinition(bench, options.lab);
    const { engine } = options;
    const { nodeVersion } = surroundings;
    return doctor(bench, { definition, prefix, engine, base, nodeVersion });
  });
  if (console.json) console.printData(doctorData(findings));
  else for (const finding of findings) console.print(findingText(finding, session));
  return findings.some(({ problem }) => isTrouble(problem)) ? EXIT.environment : EXIT.done;
};

function findingText({ check, found, problem }: Finding, { console, language }: Session): string {
  const name = console.phrases.doctor.check[check].padEnd(22);
  if (problem === null) return `✔ ${name} ${found}`;
  const { what, mend } = adviceFor(problem, language);
  return `${isTrouble(problem) ? '✗' : '–'} ${name} ${what}\n  → ${mend}`;
}

/** Most engines can't limit what is written: good to know, and nothing that a lab would wait for. */
function isTrouble(problem: Finding['problem']): boolean {
  return problem !== null && problem.code !== 'disk-unlimited';
}
