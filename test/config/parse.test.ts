import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Config } from '../../server/config/config.ts';
import { parseConfig } from '../../server/config/parse.ts';
import { registry } from './registry.ts';

/** Problems as `line:column-line:column severity message`. */
const problems = (text: string): string[] =>
  parseConfig(text, registry).problems.map(
    ({ span: [line, column, endLine, endColumn], severity, message }) => `${line}:${column}-${endLine}:${endColumn} ${severity} ${message}`,
  );

const config = (text: string): Config => {
  const parsed = parseConfig(text, registry);
  assert.deepEqual(parsed.problems, []);
  return parsed.config!;
};

describe('parseConfig on a good file', () => {
  it('fills in the defaults of an empty object', () => {
    assert.deepEqual(config('{}'), {
      path: 'archwright.jsonc', preset: null, profile: null, include: null, exclude: [], layers: null, blocks: null, rules: {}, overrides: [],
      review: { failUnder: null, coverage: [], junit: [], reports: [], benchmarks: [], minimumCoverage: null, rehearsal: { commands: [], minutes: 10 } },
      gates: [],
      tracking: { issuePattern: null, mainBranch: null, timeZone: null, deploymentTags: null, jira: null },
    });
  });

  it('reads everything, with comments, trailing commas and a byte order mark', () => {
    const text = `\uFEFF// ours
{
  "$schema": "./schema.json", "version": 1,
  "include": ["src/**"], "exclude": ["src/gen/**"],
  "layers": [{ "id": "top", "paths": ["src/ui/**"], "mayUse": ["low"] }, { "id": "low", "paths": ["src/core"], },],
  "blocks": [
    { "id": "ui", "paths": ["src/ui/**"], "layer": "top", "face": ["src/ui/index.ts"], "dependsOn": ["core"], "version": "v1.2.0", "state": "completed" },
    { "id": "core", "paths": ["src/core"] },
  ],
  "rules": { "quality/*": "error", "quality/deep-nesting": { "severity": "info", "allow": ["src/old/**"], "max": 6 } },
  "overrides": [{ "paths": ["src/old/**"], "rules": { "quality/naming": "off" } }],
  "review": { "failUnder": 90, "coverage": ["coverage/lcov.info"], "junit": ["report.xml"], "reports": ["reports/mypy.txt"], "minimumCoverage": 80,
    "rehearsal": { "commands": ["npm run 'a b'", ["npm", "test"]], "minutes": 2.5 } },
  "gates": { "g": { "file": "m.json", "conditions": [{ "metric": "f1", "operator": ">=", "threshold": 0.5 }] } },
}`;
    const lines = text.split('\n');
    const place = (line: number, written: string) => {
      const column = lines[line - 1]!.indexOf(written) + 1;
      return { path: 'packages/a/archwright.jsonc', span: [line, column, line, column + written.length] };
    };
    const parsed = parseConfig(text, registry, 'packages/a/archwright.jsonc');
    assert.deepEqual(parsed, {
      problems: [],
      config: {
        path: 'packages/a/archwright.jsonc',
        preset: null,
        profile: null,
        include: ['src/**'],
        exclude: ['src/gen/**'],
        layers: [
          { id: 'top', paths: ['src/ui/**'], mayUse: ['low'], scope: '', sliced: false, inferred: false, places: [place(5, '"src/ui/**"')] },
          { id: 'low', paths: ['src/core'], mayUse: [], scope: '', sliced: false, inferred: false, places: [place(5, '"src/core"')] },
        ],
        blocks: [
          {
            id: 'ui',
            paths: ['src/ui/**'],
            layer: 'top',
            face: ['src/ui/index.ts'],
            dependsOn: { dependencies: ['core'], place: place(7, '["core"]') },
            state: 'completed',
            stated: null,
            version: '1.2.0',
            inferred: false,
            places: [place(7, '"src/ui/**"')],
          },
          {
            id: 'core',
            paths: ['src/core'],
            layer: null,
            face: null,
            dependsOn: null,
            state: null,
            stated: null,
            version: null,
            inferred: false,
            places: [place(8, '"src/core"')],
          },
        ],
        rules: {
          'quality/*': { severity: 'error', allow: [], options: {} },
          'quality/deep-nesting': { severity: 'info', allow: ['src/old/**'], options: { max: 6 } },
        },
        overrides: [{ paths: ['src/old/**'], rules: { 'quality/naming': { severity: 'off', allow: [], options: {} } } }],
        review: {
          failUnder: 90, coverage: ['coverage/lcov.info'], junit: ['report.xml'], reports: ['reports/mypy.txt'], benchmarks: [], minimumCoverage: 80,
          rehearsal: { commands: [['npm', 'run', 'a b'], ['npm', 'test']], minutes: 2.5 },
        },
        gates: [{ name: 'g', conditions: [{ metric: 'f1', operator: '>=', threshold: 0.5, severity: 'blocking', file: 'm.json' }] }],
        tracking: { issuePattern: null, mainBranch: null, timeZone: null, deploymentTags: null, jira: null },
      },
    });
  });

  it('overrides the layers of the preset with those of the file', () => {
    const { layers } = config('{ "preset": "layered", "layers": [{ "id": "data", "paths": ["db/**"] }, { "id": "business", "mayUse": ["data"] }, { "id": '
      + '"jobs", "paths": ["jobs/**"], "mayUse": ["business"] }] }');
    assert.deepEqual(layers!.map(({ id, paths, mayUse }) => [id, paths, mayUse]), [
      ['presentation', ['**/presentation/**'], ['business', 'infrastructure']],
      ['business', ['**/business/**'], ['data']],
      ['data', ['db/**'], ['infrastructure']],
      ['infrastructure', ['**/infrastructure/**'], []],
      ['jobs', ['jobs/**'], ['business']],
    ]);
  });

  it('distinguishes "no blocks" from blocks that are left out', () => {
    assert.deepEqual([config('{ "blocks": [] }').blocks, config('{ "layers": [] }').layers, config('{}').blocks], [[], [], null]);
  });
});

describe('parseConfig on a bad file', () => {
  const cases: Record<string, [text: string, ...problems: string[]]> = {
    'an empty file': ['\n', '1:1-1:1 error The file is empty. Write at least {}.'],
    'only a comment': ['// later\n', '1:1-1:1 error The file is empty. Write at least {}.'],
    'a missing brace': ['{ "version": 1', '1:15-1:15 error Missing closing "}".'],
    'a missing comma': ['{\n  "version": 1\n  "preset": "clean"\n}', '3:3-3:11 error Missing comma.'],
    'a list at the top': ['[]', '1:1-1:3 error Expected an object, found a list.'],
    'an unknown key': ['{\n  "presset": "clean"\n}', '2:3-2:12 error Unknown key "presset". Did you mean "preset"?'],
    'an unknown key like nothing known': ['{ "wombat": 1 }', '1:3-1:11 error Unknown key "wombat".'],
    'a key at the start of a line': ['{\n"wombat": 1\n}', '2:1-2:9 error Unknown key "wombat".'],
    'a key that stands twice': ['{ "rules": {}, "rules": {} }', '1:16-1:23 error "rules" appears twice.'],
    'a newer version, whatever else is in it': [
      '{ "version": 2, "new": 1 }',
      '1:14-1:15 error This file uses format 2; this version of Archwright reads ' + 'up to 1. Update Archwright.',
    ],
    'a version that never was': ['{ "version": 0 }', '1:14-1:15 error Expected 1, found 0.'],
    'an unknown preset': [
      '{ "preset": "layerd" }',
      '1:13-1:21 error "layerd" is not one of "layered", "clean", "hexagonal", "feature-sliced", ' + '"ml-pipeline". Did you mean "layered"?',
    ],
    'a layer without an id': ['{ "layers": [{ "paths": ["a"] }] }', '1:14-1:15 error "id" is missing; it must be text.'],
    'a layer without paths': ['{ "layers": [{ "id": "a" }] }', '1:14-1:15 error "paths" is missing.'],
    'a layer without paths beside a preset': [
      '{ "preset": "layered", "layers": [{ "id": "busines" }] }',
      '1:35-1:36 error "paths" is missing: the preset ' + '"layered" has no layer "busines".',
    ],
    'a block without files': ['{ "blocks": [{ "id": "a", "paths": [] }] }', '1:36-1:38 error Must not be empty.'],
    'text in the place of a list': ['{ "include": "src" }', '1:14-1:19 error Expected a list, found "src".'],
    'an absolute path': [
      '{ "exclude": ["/src", "C:/x"] }',
      '1:15-1:21 error Use a path relative to the folder of this file, not an absolute one.',
      '1:23-1:29 error Use a path relative to ' + 'the folder of this file, not an absolute one.',
    ],
    'a path that leaves the folder': [
      '{ "exclude": ["../a", "a/../b"] }',
      '1:15-1:21 error A path cannot lead out of the folder of this file.',
      '1:23-1:31 error A path cannot lead out ' + 'of the folder of this file.',
    ],
    'a path of Windows': ['{ "exclude": ["src\\\\users"] }', '1:15-1:27 error Separate folders with "/", on Windows too.'],
    'an unknown rule': [
      '{ "rules": { "quality/deep-nestin": "off" } }',
      '1:14-1:35 error Unknown rule "quality/deep-nestin". Did you mean ' + '"quality/deep-nesting"?',
    ],
    'a rule without its category': ['{ "rules": { "naming": "off" } }', '1:14-1:22 error Unknown rule "naming". Did you mean "quality/naming"?'],
    'an unknown category': ['{ "rules": { "qualty/*": "off" } }', '1:14-1:24 error Unknown rule "qualty/*". Did you mean "quality/*"?'],
    'an unknown severity': ['{ "rules": { "quality/naming": "warn" } }', '1:32-1:38 error "warn" is not one of "off", "info", "warning", "error".'],
    'an unknown severity in an object': [
      '{ "rules": { "quality/naming": { "severity": "eror" } } }',
      '1:46-1:52 error "eror" is not one of "off", ' + '"info", "warning", "error". Did you mean "error"?',
    ],
    'a number in the place of a severity': ['{ "rules": { "quality/naming": 2 } }', '1:32-1:33 error 2 is not one of "off", "info", "warning", "error".'],
    'an unknown option': ['{ "rules": { "quality/deep-nesting": { "maxi": 3 } } }', '1:40-1:46 error Unknown key "maxi". Did you mean "max"?'],
    'an option out of range': ['{ "rules": { "quality/deep-nesting": { "max": 0 } } }', '1:47-1:48 error Must be more than 0.'],
    'an option of another rule': ['{ "rules": { "quality/naming": { "max": 1 } } }', '1:34-1:39 error Unknown key "max".'],
    'options of a category': ['{ "rules": { "quality/*": { "max": 1 } } }', '1:29-1:34 error Unknown key "max".'],
    'options that do not go together': ['{ "rules": { "quality/range": { "min": 9 } } }', '1:31-1:43 error "min" is more than "max".'],
    'an unknown option in an override': [
      '{ "overrides": [{ "paths": ["a"], "rules": { "quality/naming": { "stile": "camel" } } }] }',
      '1:66-1:73 error Unknown key "stile". Did you mean "style"?',
    ],
    'an arrow without its blanks': [
      '{ "rules": { "quality/naming": { "allow": ["a->b"] } } }',
      '1:44-1:50 error Write "from -> to", with a space on both ' + 'sides of the arrow.',
    ],
    'a share of more than all': ['{ "review": { "failUnder": 101 } }', '1:28-1:31 error Must be at most 100.'],
    'a version that is none': ['{ "blocks": [{ "id": "a", "paths": ["a"], "version": "2" }] }', '1:54-1:57 error Expected a version such as "1.2.0".'],
    'an id with a comma': ['{ "blocks": [{ "id": "a,b", "paths": ["a"] }] }', '1:22-1:27 error A name cannot contain a comma.'],
    'two layers of one name': ['{ "layers": [{ "id": "a", "paths": ["x"] }, { "id": "a", "paths": ["y"] }] }', '1:53-1:56 error Two layers are named "a".'],
    'two blocks of one name': ['{ "blocks": [{ "id": "a", "paths": ["x"] }, { "id": "a", "paths": ["y"] }] }', '1:53-1:56 error Two blocks are named "a".'],
    'an unknown layer in mayUse': [
      '{ "layers": [{ "id": "data", "paths": ["x"], "mayUse": ["data", "datta"] }] }',
      '1:65-1:72 error Unknown layer "datta". ' + 'Did you mean "data"?',
    ],
    'a block in an unknown layer': [
      '{ "preset": "layered", "blocks": [{ "id": "a", "paths": ["x"], "layer": "bussiness" }] }',
      '1:73-1:84 error Unknown layer ' + '"bussiness". Did you mean "business"?',
    ],
    'several things, in order of their places': [
      '{ "rules": { "x/y": "off" },\n "wombat": 1 }',
      '1:14-1:19 error Unknown rule "x/y".',
      '2:2-2:10 error Unknown key "wombat".',
    ],
  };
  for (const [name, [text, ...expected]] of Object.entries(cases)) {
    it(`says what is wrong with ${name}, and where`, () => {
      assert.deepEqual(problems(text), expected);
      assert.equal(parseConfig(text, registry).config, null);
    });
  }

  it('names the place in the document too', () => {
    const [problem] = parseConfig('{ "rules": { "quality/deep-nesting": { "max": "x" } } }', registry).problems;
    assert.deepEqual(problem, {
      message: 'Expected a number, found "x".',
      path: ['rules', 'quality/deep-nesting', 'max'],
      span: [1, 47, 1, 50],
      severity: 'error',
    });
  });

  it('counts columns in UTF-16 units, and lines with any line endings', () => {
    assert.deepEqual(problems('{\r\n/* 😀 */ "wombat": 1 }'), ['2:10-2:18 error Unknown key "wombat".']);
  });

  it('never throws, and never returns a configuration with an error', () => {
    const pieces = ['{', '}', '[', ']', '"rules"', '"layers"', '"id"', '"quality/naming"', ':', ',', '1', 'null', '"off"', '//x\n', ' '];
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
      const parsed = parseConfig(parts.join(''), registry);
      assert.equal(parsed.config === null, parsed.problems.some(({ severity }) => severity === 'error'));
    }), { numRuns: 500 });
  });
});

describe('parseConfig on doubtful settings', () => {
  const warnings: Record<string, [text: string, ...problems: string[]]> = {
    'a block that depends on itself or on one that is not there': [
      '{ "blocks": [{ "id": "users", "paths": ["x"], "dependsOn": ["users", "user"] }] }',
      '1:61-1:68 warning A block cannot depend on itself.',
      '1:70-1:76 warning This file has no block ' + '"user". Did you mean "users"?',
    ],
    'a pattern in two layers': [
      '{ "layers": [{ "id": "a", "paths": ["x"] }, { "id": "b", "paths": ["x"] }] }',
      '1:68-1:71 warning "x" already belongs to ' + '"a", which comes first and keeps it.',
    ],
    'a pattern twice in a block': ['{ "blocks": [{ "id": "a", "paths": ["x", "x"] }] }', '1:42-1:45 warning "x" is listed twice.'],
    'a pattern that is included and excluded': [
      '{ "include": ["x", "y"], "exclude": ["y"] }',
      '1:38-1:41 warning "y" is both included and excluded; it ' + 'is excluded.',
    ],
  };
  for (const [name, [text, ...expected]] of Object.entries(warnings)) {
    it(`warns about ${name}, and goes on`, () => {
      assert.deepEqual(problems(text), expected);
      assert.notEqual(parseConfig(text, registry).config, null);
    });
  }

  it('takes a pattern for keys of issues that no text can hold up', () => {
    const { tracking } = config('{ "tracking": { "issuePattern": "#[0-9]+", "mainBranch": "trunk" } }');
    assert.deepEqual(tracking, { issuePattern: '#[0-9]+', mainBranch: 'trunk', timeZone: null, deploymentTags: null, jira: null });
    assert.deepEqual(config('{}').tracking, { issuePattern: null, mainBranch: null, timeZone: null, deploymentTags: null, jira: null });
    const refused = (pattern: string): string => problems(JSON.stringify({ tracking: { issuePattern: pattern } }))[0]!.replace(/^\S+ /, '');
    assert.equal(refused('(a+)+$'), 'error This regular expression cannot be used, because it could take very long for some texts.');
    assert.equal(refused('a(b'), 'error This regular expression cannot be used, because it is not a pattern.');
    assert.match(refused('(a)\\1'), /^error This regular expression cannot be used, because /);
  });

  it('takes a time zone that there is, and a pattern for tags', () => {
    const { tracking } = config('{ "tracking": { "timeZone": "America/New_York", "deploymentTags": "^deploy-" } }');
    assert.deepEqual([tracking.timeZone, tracking.deploymentTags], ['America/New_York', '^deploy-']);
    assert.deepEqual(problems('{ "tracking": { "timeZone": "Europe/Atlantis" } }').map((each) => each.replace(/^\S+ /, '')),
      ['error There is no such time zone; name one such as "Europe/Madrid".']);
    assert.match(problems('{ "tracking": { "deploymentTags": "(a+)+$" } }')[0]!, /This regular expression cannot be used/);
  });

  it('accepts a block in a layer of another file', () => {
    assert.equal(config('{ "blocks": [{ "id": "a", "paths": ["x"], "layer": "elsewhere" }] }').blocks![0]!.layer, 'elsewhere');
  });
});
