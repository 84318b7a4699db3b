/**
 * Which room may look into which, besides itself. An arrow that is not in this table is forbidden, so nothing points
 * back. Specs may also lean on tests/ and on the stores; see docs/adr/0001.
 */
const arrows = {
  'event-sourcing': [],
  stores: ['event-sourcing'],
  calendar: ['event-sourcing'],
  partners: ['calendar', 'event-sourcing'],
  casus: ['partners', 'calendar', 'event-sourcing'],
  homes: ['partners', 'calendar', 'event-sourcing'],
  platform: ['casus', 'partners', 'calendar', 'event-sourcing'],
  access: ['platform', 'casus', 'partners', 'calendar', 'event-sourcing'],
  commands: ['access', 'platform', 'casus', 'homes', 'partners', 'calendar', 'event-sourcing'],
  'read-models': ['access', 'platform', 'casus', 'partners', 'calendar', 'event-sourcing'],
  home: ['platform', 'calendar', 'event-sourcing'],
  player: ['commands', 'platform', 'casus', 'partners', 'calendar', 'event-sourcing'],
  // What starts an installation: it opens databases and puts services together.
  installation: [
    ...['home', 'stores', 'read-models', 'player', 'commands', 'messaging', 'access', 'platform'],
    ...['casus', 'partners', 'calendar', 'event-sourcing'],
  ],
  messaging: ['access', 'platform', 'commands', 'casus', 'homes', 'partners', 'calendar', 'event-sourcing'],
};

// Given–when–then of a room, which its specs share, is no part of the product either.
const spec = '([.]spec|specification)[.]ts$';
const own = '^(apps|libs|tests)/';
const rooms = Object.keys(arrows).join('|');

module.exports = {
  forbidden: [
    ...Object.entries(arrows).map(([room, others]) => ({
      name: `arrow-from-${room}`,
      severity: 'error',
      from: { path: `^libs/${room}/`, pathNot: spec },
      to: { path: own, pathNot: `^libs/(${[room, ...others].join('|')})/` },
    })),
    {
      name: 'room-not-in-the-plan',
      comment: 'give a new library its line in the table of arrows',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/(${rooms})/` },
      to: {},
    },
    {
      name: 'libs-never-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stand-alone',
      comment: 'only apps/standalone puts the others together, and migrate of the command line looks what each keeps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: `^apps/(standalone|cli/src/commands/migrate)|${spec}` },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: spec },
      to: { path: `^tests/|${spec}` },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: own },
      to: { circular: true },
    },
    {
      name: 'no-dead-ends',
      comment: 'an import that nothing answers hides its arrow',
      severity: 'error',
      from: { path: own },
      to: { couldNotResolve: true },
    },
    {
      name: 'product-without-workshop',
      comment: 'what runs in production is a dependency, not a devDependency',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|tests/bench/peers)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      // "source" makes the #-imports of package.json lead to the TypeScript files instead of to dist.
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
