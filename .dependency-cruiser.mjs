const TEST = String.raw`\.test\.tsx?$|/testing(/|\.ts)|/fixtures/`;

const NODE_ENTRY = String.raw`^packages/[^/]+/src/node\.ts$`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'heart-imports-nothing',
      comment: 'The meeting is pure: no library, no Node, no other package.',
      severity: 'error',
      from: { path: '^packages/meeting/src/', pathNot: TEST },
      to: { pathNot: '^packages/meeting/src/', couldNotResolve: false },
    },
    {
      name: 'register-knows-only-the-heart',
      comment: 'The register is pure too: what holds on a day is worked out from its facts and nothing else.',
      severity: 'error',
      from: { path: '^packages/register/src/', pathNot: TEST },
      to: { pathNot: '^packages/(register|meeting)/src/', couldNotResolve: false },
    },
    {
      name: 'packages-know-only-the-heart',
      comment: 'protocol, record, ballot and i18n stand beside each other, upon the meeting and the register.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: '^packages/portal/' },
      to: { path: '^(packages|apps|tools|bench|e2e)/', pathNot: '^packages/($1|meeting|register)/' },
    },
    {
      name: 'portal-knows-the-heart-and-its-texts',
      comment: 'The public page is words about a meeting; server and browser write the same one.',
      severity: 'error',
      from: { path: '^packages/portal/' },
      to: { path: '^(packages|apps|tools|bench|e2e)/', pathNot: '^packages/(portal|meeting|i18n)/' },
    },
    {
      name: 'packages-run-anywhere',
      comment:
        'Server and browser run the same packages: nothing of Node in them, but in a node.ts that is entered by its own name.',
      severity: 'error',
      from: { path: '^packages/', pathNot: [TEST, NODE_ENTRY] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-has-no-node',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-enters-no-node-entry',
      severity: 'error',
      from: { path: '^(apps/web|packages)/', pathNot: TEST },
      to: { path: NODE_ENTRY },
    },
    {
      name: 'apps-know-no-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: TEST },
      to: { path: '^(apps|tools|bench|e2e)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'enter-by-the-index',
      comment: 'A package is its index.ts (and testing/index.ts for tests).',
      severity: 'error',
      from: { path: '^(packages|apps|tools|bench|e2e)/([^/]+)/' },
      to: {
        path: '^packages/[^/]+/src/',
        pathNot: ['^$1/$2/', String.raw`^packages/[^/]+/src/(testing/)?index\.ts$`, NODE_ENTRY],
      },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: TEST },
      to: { path: String.raw`/testing(/|\.ts$)` },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: [String.raw`\?(url|raw|worker|inline)`, '^virtual:', '^klubba-texts/'] },
    },
    {
      name: 'declared',
      comment: "A library is named in the package.json of the package that uses it, or in the root's.",
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`(^|/)(dist|\.cache|coverage)/` },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
