import Handlebars from 'handlebars';

type Expression = hbs.AST.Expression;
type Statement = hbs.AST.Statement;

/** A value that a template asks for and nobody gave. */
export class MissingValue extends Error {
  readonly value: string;
  readonly line: number;

  constructor(value: string, line: number) {
    super(`${value} is missing in line ${line}`);
    this.name = 'MissingValue';
    this.value = value;
    this.line = line;
  }
}

const BLOCKS: readonly string[] = ['each', 'if', 'unless'];

/**
 * Compiles a template in which every value must exist. Handlebars' `strict` lets blocks and
 * `null` pass in silence, so each value is asked for through a helper that refuses both.
 */
export function guardedTemplate(source: string): (view: object) => string {
  const engine = Handlebars.create();
  engine.registerHelper({ required, written });
  return engine.compile(guarded(Handlebars.parse(source)), {
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { required: true, written: true },
  });
}

function required(value: unknown, name: string, line: number): unknown {
  if (value === undefined || value === null) throw new MissingValue(name, line);
  return value;
}

function written(value: unknown, name: string, line: number): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new MissingValue(name, line);
}

function guarded(program: hbs.AST.Program): hbs.AST.Program {
  return { ...program, body: program.body.map(guardedStatement) };
}

function guardedStatement(statement: Statement): Statement {
  if (isMustache(statement) && statement.params.length === 0) {
    return { ...statement, ...call('written', statement.path) } as Statement;
  }
  if (isBlock(statement) && BLOCKS.includes(statement.path.original)) {
    const { params, program, inverse } = statement;
    return {
      ...statement,
      params: params.map((param) => ({
        ...param,
        type: 'SubExpression',
        ...call('required', param),
      })),
      program: program && guarded(program),
      inverse: inverse && guarded(inverse),
    } as Statement;
  }
  if (['ContentStatement', 'CommentStatement'].includes(statement.type)) return statement;
  const { line } = statement.loc.start;
  throw new SyntaxError(
    `line ${line}: only {{value}}, {{#each}}, {{#if}} and {{#unless}} are known`,
  );
}

/** The parts of a call of one of our helpers: the value, and its name and line for the error. */
function call(helper: 'required' | 'written', value: Expression) {
  const { loc } = value;
  const name = (value as hbs.AST.PathExpression).original;
  const { line } = loc.start;
  return {
    path: { type: 'PathExpression', data: false, depth: 0, parts: [helper], original: helper, loc },
    params: [
      value,
      { type: 'StringLiteral', value: name, original: name, loc },
      { type: 'NumberLiteral', value: line, original: line, loc },
    ],
  };
}

function isMustache(statement: Statement): statement is hbs.AST.MustacheStatement {
  return statement.type === 'MustacheStatement';
}

function isBlock(statement: Statement): statement is hbs.AST.BlockStatement {
  return statement.type === 'BlockStatement';
}
