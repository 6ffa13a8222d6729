/**
 * The walls between the rooms of the house. Each room names what it may import; all else is an error.
 * Paths are those of the files that an import resolves to; a package resolves into node_modules, a built-in of Node
 * to its bare name.
 */

const MESSAGES = '^resources/messages/';
const PRINTERS = '^resources/printers/';

/** An import that resolves into one of these packages, or that names one (types, or a package not installed). */
function packages(...names) {
  const either = names.map((name) => name.replace(/[.]/g, '\\.').replace(/\*$/, '[^/]*')).join('|');
  return [`^node_modules/(@types/)?(${either})(/|$)`, `^(${either})(/|$)`];
}

/** One room: the files in it may import themselves and `mayImport`; `builtIns` opens Node's own modules. */
function room({ name, files, filesNot = [], mayImport, builtIns = false }) {
  const comment = `${name} may import only: ${mayImport.concat(builtIns ? 'Node built-ins' : []).join(', ') || 'itself'}`;
  return {
    name: `wall-${name}`,
    comment,
    severity: 'error',
    from: { path: files, pathNot: filesNot },
    to: {
      pathNot: mayImport,
      // An import that leads nowhere is reported once, by imports-resolve.
      couldNotResolve: false,
      // Node's built-ins carry no path to match on, so they are opened by their kind.
      ...(builtIns ? { dependencyTypesNot: ['core'] } : {}),
    },
  };
}

const DOMAIN = '^src-main/domain/';
const CONTRACT = '^src-main/contract/';
const STORE = '^src-main/store/';
const SLIP = '^src-main/print/slip/';
const PRINT = '^src-main/print/';
const DRAWING = '^src-main/print/(draw/|encode/|(paper-worker|letterhead-shelf)[.]ts$)';
const SEARCH = '^src-main/search/';
const EXPORTS = '^src-main/exports/';
const BACKUP = '^src-main/backup/';
const PDF = '^src-main/pdf/';
const FILES = '^src-main/files/';
const LETTER = '^src-main/letter/';
const REPORTS = '^src-main/reports/';
const EVIDENCE = '^src-main/evidence/';
const PRIVACY = '^src-main/privacy/';
const CSV = '^src-main/csv[.]ts$';
const IPC = '^src-main/ipc/';
const RENDERER = '^src-renderer/';

module.exports = {
  forbidden: [
    room({ name: 'domain', files: DOMAIN, mayImport: [DOMAIN, ...packages('temporal-polyfill')] }),
    room({ name: 'contract', files: CONTRACT, mayImport: [CONTRACT, DOMAIN, PRINTERS, ...packages('zod')] }),
    room({
      name: 'store',
      files: STORE,
      mayImport: [STORE, DOMAIN, ...packages('better-sqlite3', 'uuid')],
      builtIns: true,
    }),
    room({
      name: 'slip',
      files: SLIP,
      mayImport: [SLIP, DOMAIN, MESSAGES, ...packages('css-line-break', 'get-east-asian-width')],
    }),
    room({
      name: 'print',
      files: PRINT,
      filesNot: [SLIP],
      mayImport: [
        PRINT,
        DOMAIN,
        MESSAGES,
        ...packages('node-thermal-printer', '@napi-rs/canvas', 'iconv-lite', 'uqr', 'jsbarcode', 'bidi-js'),
      ],
      builtIns: true,
    }),
    room({ name: 'search', files: SEARCH, mayImport: [SEARCH, DOMAIN, STORE], builtIns: true }),
    room({
      name: 'backup',
      files: BACKUP,
      mayImport: [
        BACKUP,
        DOMAIN,
        STORE,
        `${SEARCH}(index-writer|document|postings)[.]ts$`,
        ...packages('zod'),
      ],
      builtIns: true,
    }),
    room({
      name: 'exports',
      files: EXPORTS,
      // How a file is written whole is the store's knowledge; the rest of it is none of the shelf's.
      mayImport: [EXPORTS, DOMAIN, `${STORE}whole-file[.]ts$`],
      builtIns: true,
    }),
    room({
      name: 'pdf',
      files: PDF,
      mayImport: [PDF, DOMAIN, ...packages('electron', '@hyzyla/pdfium', '@napi-rs/canvas')],
      builtIns: true,
    }),
    room({
      name: 'files',
      files: FILES,
      mayImport: [FILES, DOMAIN, STORE, EXPORTS, `${PDF}page-pictures[.]ts$`, ...packages('@napi-rs/canvas')],
      builtIns: true,
    }),
    room({
      name: 'letter',
      files: LETTER,
      mayImport: [LETTER, DOMAIN, MESSAGES, `${PDF}(html|pages)[.]ts$`],
    }),
    room({ name: 'reports', files: REPORTS, mayImport: [REPORTS, DOMAIN, STORE], builtIns: true }),
    room({ name: 'evidence', files: EVIDENCE, mayImport: [EVIDENCE, DOMAIN, MESSAGES, PDF, CSV] }),
    room({
      name: 'privacy',
      files: PRIVACY,
      mayImport: [PRIVACY, DOMAIN, STORE, MESSAGES, `${PDF}(html|pages)[.]ts$`],
      builtIns: true,
    }),
    room({ name: 'preload', files: '^src-main/preload/', mayImport: [CONTRACT, ...packages('electron')] }),
    room({
      name: 'ipc',
      files: IPC,
      mayImport: [
        IPC,
        DOMAIN,
        CONTRACT,
        STORE,
        SEARCH,
        PRIVACY,
        BACKUP,
        EXPORTS,
        FILES,
        '^src-main/camera-grant[.]ts$',
        LETTER,
        PDF,
        REPORTS,
        CSV,
        EVIDENCE,
        PRINT,
        MESSAGES,
        ...packages('electron', 'zod'),
      ],
      builtIns: true,
    }),
    room({
      name: 'renderer',
      files: RENDERER,
      mayImport: [
        ...[RENDERER, CONTRACT, DOMAIN, MESSAGES],
        ...packages('svelte', 'simple-keyboard*', '@fontsource-variable', 'd3-scale', 'd3-shape'),
      ],
    }),
    room({ name: 'messages', files: MESSAGES, mayImport: [MESSAGES, DOMAIN] }),
    {
      name: 'kiosk-and-back-office-apart',
      comment: 'The kiosk and the back office share through ui/ and tokens/, never with each other.',
      severity: 'error',
      from: { path: '^src-renderer/(kiosk|back-office)/' },
      to: { path: '^src-renderer/(kiosk|back-office)/', pathNot: '^src-renderer/$1/' },
    },
    {
      name: 'preload-reads-names-and-types-only',
      comment:
        'The preload is a bridge without logic: from the contract it takes channel names and types, no schema.',
      severity: 'error',
      from: { path: '^src-main/preload/' },
      to: { path: CONTRACT, pathNot: '^src-main/contract/channels\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'drawing-is-for-the-worker',
      comment: 'Drawing a long statement takes half a second, in which main could not answer a touch.',
      severity: 'error',
      from: { path: '^src-main/', pathNot: DRAWING },
      // Types of it are known everywhere; only its code belongs into the worker.
      to: { path: DRAWING, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one subject, or lack a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nobody-imports-an-index',
      comment: 'index files start things; import the file that holds what you need.',
      severity: 'error',
      from: { path: '^(src-main|src-renderer|resources|tests|scripts)/' },
      to: { path: '/index[.][a-z]+$', pathNot: 'node_modules' },
    },
    {
      name: 'imports-resolve',
      comment: 'Every import leads to a file or an installed package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: packages('electron') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Type-only imports cross walls like any other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'types', 'node', 'default'],
    },
  },
};
