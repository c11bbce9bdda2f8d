import tseslint from 'typescript-eslint';

/**
 * Who may import whom. A folder imports what stands here and nothing else; test/boundaries.test.ts shows that the rules bite.
 * `*` is any one name, `**` any path.
 */
const NODE = 'node:**';
export const MAY_IMPORT = {
  'src/types.ts': [],
  'src/errors.ts': [],
  'src/effort.ts': [],
  'src/kernel.ts': [NODE],
  'src/nearest.ts': ['fastest-levenshtein'],
  'src/checks/*.ts': ['../types.js', '../values/**'],
  'src/checks/index.ts': ['../types.js', './*.js'],
  'src/values/*.ts': ['../types.js', '../kernel.js', './**', '../../rules/*.json', 'validator/**', 'tldts', 'i18n-iso-countries/**', 'disposable-email-domains-js', 'node:url'],
  'src/values/phone/*.ts': ['./*.js', '../../../rules/*.json', 'libphonenumber-js/**'],
  'src/judge/*.ts': ['../types.js', './*.js'],
  'src/duplicates/*.ts': ['../types.js', '../kernel.js', '../values/**', './**'],
  'src/duplicates/likely/*.ts': ['../../types.js', '../../kernel.js', '../../values/**', './*.js', '../*.js'],
  'src/duplicates/suppressed.ts': ['../types.js', '../values/**', './*.js', 'node:crypto'],
  'src/duplicates/stage.ts': ['../types.js', '../pool/plan.js', './**'],
  'src/columns/*.ts': ['../types.js', '../errors.js', '../nearest.js', '../values/**', './*.js'],
  'src/read/*.ts': ['../types.js', '../errors.js', '../kernel.js', '../values/{byte-kinds,characters,sieve}.js', './*.js', NODE, 'csv-parse/**', 'chardet', 'fflate', 'read-excel-file/**'],
  'src/write/*.ts': ['../types.js', '../errors.js', '../values/formula.js', './*.js', NODE, 'csv-stringify', 'csv-stringify/**'],
  'src/conditions/*.ts': ['../types.js', '../nearest.js', '../values/**', './*.js', '@marcbachmann/cel-js'],
  'src/conditions/endless.ts': ['node:vm'],
  'src/rules/*.ts': ['../types.js', '../errors.js', '../nearest.js', '../conditions/**', '../values/**', './*.js', NODE, 'yaml', 'zod'],
  'src/report/*.ts': ['../types.js', '../errors.js', '../nearest.js', '../judge/*.js', './*.js'],
  'src/pool/*.ts': ['../{errors,types}.js', '../{checks,conditions,duplicates,judge,read,values,write}/**', './*.js', NODE],
  'src/{clean,finish,lending,lists,meter,options,plan,rehearse,settle,sides,suppressed,version}.ts': ['./*.js', './{checks,columns,conditions,duplicates,judge,pool,read,report,rules,values,write}/**', NODE, '../package.json'],
  'src/cli/*.ts': ['../**', './*.js', NODE, 'commander', 'chalk', 'cli-progress', 'cli-table3'],
};

const pattern = (glob) =>
  glob.replace(/[.+^$()|[\]\\]/g, '\\$&').replace(/\{([^}]*)\}/g, (_, names) => `(?:${names.replaceAll(',', '|')})`).replace(/\*+/g, (stars) => (stars === '**' ? '.+' : '[^/]+'));

const boundaries = Object.entries(MAY_IMPORT).map(([files, allowed]) => ({
  files: [files],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [{ regex: `^(?!(?:${[...allowed.map(pattern), '$never'].join('|')})$)`, message: `${files} may import: ${allowed.join(' ') || 'nothing'}.` }],
    }],
  },
}));

const NO_DEFAULT = { selector: 'ExportDefaultDeclaration', message: 'No default exports: a thing has one name.' };
const NO_BARREL = { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' };
const OURS_AT_TOP = { selector: 'ImportExpression[source.value=/^\\./]', message: 'What is ours is in the bundle and evaluated at once: import it at the top.' };
const NO_LAZY = { selector: 'ImportExpression', message: 'Only the command line, the rules and the reader load packages lazily, those that few runs need; elsewhere an import is at the top.' };
const NO_CLOCK = { selector: ":matches(NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now'], CallExpression[callee.object.name='Math'][callee.property.name='random'])", message: 'No clock and no dice here: the day comes in with the run.' };
const NO_WORLD = ['process', 'console', 'performance'].map((name) => ({ name, message: `${name} belongs to bin and src/cli.` }));

export default tseslint.config(
  // wasm/ is AssemblyScript: its compiler checks it.
  { ignores: ['dist/', 'node_modules/', 'bench/data/', 'wasm/'] },
  ...tseslint.configs.strict,
  {
    rules: {
      eqeqeq: 'error',
      'no-restricted-properties': ['error', { object: 'process', property: 'exit', message: 'Return an exit code.' }],
      // Indexes are checked by noUncheckedIndexedAccess; where a bound is known, `!` says so.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { args: 'after-used', argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT, NO_BARREL],
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-restricted-globals': ['error', ...NO_WORLD], 'no-restricted-syntax': ['error', NO_DEFAULT, NO_BARREL, NO_LAZY, NO_CLOCK] } },
  { files: ['src/{rules,read}/*.ts'], rules: { 'no-restricted-syntax': ['error', NO_DEFAULT, NO_BARREL, OURS_AT_TOP, NO_CLOCK] } },
  { files: ['src/cli/*.ts'], rules: { 'no-restricted-globals': 'off', 'no-restricted-syntax': ['error', NO_DEFAULT, NO_BARREL, OURS_AT_TOP] } },
  { files: ['bin/*.js'], languageOptions: { sourceType: 'commonjs' }, rules: { '@typescript-eslint/no-require-imports': 'off' } },
  ...boundaries,
);
