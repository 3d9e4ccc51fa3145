/** What must not be there: modules and calls that only one part, or none, may use. */
import assert from 'node:assert/strict';
import { factsOf, importsOf, sourcesOf } from './sources.ts';

/** Modules, and the files that may import them. */
const RESERVED: readonly { what: string; module: RegExp; only: RegExp }[] = [
  { what: 'the editor', module: /^vscode$/, only: /^client\// },
  { what: 'the client of the language server', module: /^vscode-languageclient/, only: /^client\// },
  { what: 'the protocol of the language server', module: /^vscode-languageserver(?!-textdocument)/, only: /^server\/lsp\// },
  { what: 'the compiler', module: /^(ts-morph|typescript|@ts-morph\/)/, only: /^server\/languages\/typescript\// },
  { what: 'the parsers of Python', module: /^(web-tree-sitter|tree-sitter|@astral-sh\/)/, only: /^server\/languages\/python\// },
  { what: 'the file system', module: /^(node:)?fs(\/promises)?$/, only: /^server\/(host|compose|app|cli|languages\/python)\// },
  { what: 'other programs', module: /^(node:)?child_process$/, only: /^server\/host\// },
];

/** Modules that reach the network. */
const NETWORK = /^(node:)?(https?|http2|net|tls|dgram|dns)(\/promises)?$|^(undici|axios|got|node-fetch|ws)$/;

/** Globals that reach the network. */
const NETWORK_CALL = /^((globalThis|window|self)\.)?(fetch|WebSocket|EventSource|XMLHttpRequest|(navigator\.)?sendBeacon)$/;

describe('absences', () => {
  const all = sourcesOf(['server', 'client', 'media'], /(?<!\.d)\.tsx?$/).map(factsOf);

  for (const { what, module, only } of RESERVED) {
    it(`only the allowed parts use ${what}`, () => {
      const found = all.flatMap(importsOf).filter(({ from, to, own }) => !own && module.test(to) && !only.test(from));
      assert.deepEqual(found.map(({ from, line, to }) => `${from}:${line} imports ${to}`), []);
    });
  }

  it('every allowed part uses what it may', () => {
    const users = (module: RegExp): string[] => all.flatMap(importsOf).filter(({ to, own }) => !own && module.test(to)).map(({ from }) => from);
    // The folders that the pattern lists: `^server\/(host|app)\/` holds two.
    const parts = (only: RegExp): string[] => {
      const [, before, list, after] = /^(.*?)\((.*)\)(.*)$/.exec(only.source) ?? [];
      return list === undefined ? [only.source] : list.split('|').map((part) => `${before}${part}${after}`);
    };
    const unused = RESERVED.flatMap(({ what, module, only }) =>
      parts(only).filter((part) => !users(module).some((file) => new RegExp(part).test(file))).map((part) => `${part} does not use ${what}`));
    assert.deepEqual(unused, []);
  });

  it('facts are shapes: no functions, and one class, for what an adapter throws', () => {
    const facts = all.filter(({ path }) => path.startsWith('server/facts/'));
    assert.ok(facts.length > 10);
    assert.deepEqual(facts.flatMap(({ path, functions }) => functions.map(({ name }) => `${path} ${name}`)), ['server/facts/adapter.ts constructor']);
  });

  it('only one part uses the network', () => {
    const modules = all.flatMap(importsOf).filter(({ to, own }) => !own && NETWORK.test(to));
    assert.deepEqual(modules.map(({ from, line, to }) => `${from}:${line} imports ${to}`), []);
    const calls = all.flatMap(({ path, calls: own }) => own.filter(({ callee }) => NETWORK_CALL.test(callee)).map(({ callee }) => `${path} ${callee}`));
    assert.deepEqual(calls, ['server/jira-client/transport.ts fetch']);
  });

  it('detects a network call', () => {
    const { calls } = factsOf({ path: 'server/x.ts', text: "export const x = () => globalThis.fetch('/');\nnew WebSocket('/');\n" });
    assert.deepEqual(calls.map(({ callee }) => NETWORK_CALL.test(callee)), [true, true]);
  });

  it('the panel, the rules and other pure parts do not use Node', () => {
    const found = all
      .filter(({ path }) => /^(media|server\/(facts|graph|blocks|rules|score|digest|diagram|tracking|progress))\//.test(path))
      .flatMap(importsOf)
      .filter(({ to }) => to.startsWith('node:'));
    assert.deepEqual(found.map(({ from, to }) => `${from} imports ${to}`), []);
  });
});
