// Variables that are written once become constants: V8 takes the value of a constant into the code it optimises.
import { parse } from 'acorn';
import { analyze } from 'eslint-scope';

/**
 * `text`: modules as esbuild bundles them, in a module or in one function. It made `var` of what they declare and `let` of
 * other constants. Further in a `var` may be read before it is written, and is left alone.
 */
export function withConstants(text) {
  const program = parse(text, { ecmaVersion: 'latest', sourceType: 'module', ranges: true });
  const varied = new Set(analyze(program, { ecmaVersion: 2023, sourceType: 'module' }).scopes.flatMap(({ variables }) => variables)
    .filter(({ defs, references }) => defs.length !== 1 || references.some((reference) => reference.isWrite() && !reference.init))
    .flatMap(({ defs }) => defs.map(({ node }) => node)));
  const edits = [];
  const declare = ({ kind, start, declarations }) => {
    const kinds = declarations.map((each) => (each.init === null || varied.has(each) ? kind : 'const'));
    edits.push({ start, end: start + kind.length, by: kinds[0] });
    for (let at = 1; at < declarations.length; at++)
      if (kinds[at] !== kinds[at - 1]) edits.push({ start: declarations[at - 1].end, end: declarations[at].start, by: `;${kinds[at]} ` });
  };
  const outermost = program.body[0].expression?.body ?? program;
  each(program, (node) => {
    if (node.type !== 'BlockStatement' && node !== program) return;
    for (const statement of node.body)
      if (statement.type === 'VariableDeclaration' && (statement.kind === 'let' || (statement.kind === 'var' && node === outermost))) declare(statement);
  });
  let made = '';
  let at = 0;
  for (const { start, end, by } of edits.sort((a, b) => a.start - b.start)) {
    made += text.slice(at, start) + by;
    at = end;
  }
  return made + text.slice(at);
}

/** Visits a syntax tree. */
function each(node, visit) {
  visit(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (typeof child?.type === 'string') each(child, visit);
}
