import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, type ParseError } from 'jsonc-parser';
import { addAllow, addDependency, assignToBlock, isEditable, removeDependency, removePattern, setSeverity } from '../../server/config/edit.ts';

const TEXT = `// top
{
  // about rules
  "rules": {
    "a/b": "off", // why off
    "c/d": { "allow": ["x"], "max": 3 }
  },
  "blocks": [
    // the users
    { "id": "users", "paths": ["src/users/**"], "dependsOn": ["core", "db"] },
    { "id": "x",
      "paths": [
        "src/x/**", // all of x
      ],
      "dependsOn": [
        "core", // why core
        // a word on db
        "db" // why db
      ]
    },
  ],
}
`;

/** The text with one stretch replaced; fails when the stretch is not there exactly once. */
function replaced(before: string, after: string): string {
  assert.equal(TEXT.split(before).length, 2, before);
  return TEXT.replace(before, () => after);
}

describe('addAllow', () => {
  it('adds to a list, an object, a severity, the rules or an empty file', () => {
    assert.equal(addAllow(TEXT, 'c/d', 'y -> z'), replaced('["x"]', '["x", "y -> z"]'));
    assert.equal(addAllow(TEXT, 'a/b', 'y'), replaced('"off",', '{ "severity": "off", "allow": ["y"] },'));
    assert.equal(addAllow(TEXT, 'e/f', 'y'), replaced('"max": 3 }\n', '"max": 3 },\n    "e/f": { "allow": ["y"] }\n'));
    assert.equal(addAllow('{}', 'e/f', 'y'), '{\n  "rules": {\n    "e/f": { "allow": ["y"] }\n  }\n}');
    assert.equal(addAllow('', 'e/f', 'y'), '{\n  "rules": {\n    "e/f": { "allow": ["y"] }\n  }\n}\n');
  });

  it('does nothing when the entry exists', () => {
    assert.equal(addAllow(TEXT, 'c/d', 'x'), TEXT);
  });

  it('breaks a list that has become too long, one entry a line', () => {
    const long = 'x'.repeat(50);
    assert.equal(addAllow(`{\n\t"rules": {\n\t\t"a/b": { "allow": ["${long}"] }\n\t}\n}`, 'a/b', long.replace('x', 'y')),
      `{\n\t"rules": {\n\t\t"a/b": { "allow": [\n\t\t\t"${long}",\n\t\t\t"y${long.slice(1)}"\n\t\t] }\n\t}\n}`);
  });
});

describe('removePattern', () => {
  const text = '{\n  // layers\n  "layers": [{ "id": "a", "paths": ["!x", "./a/**", "b"] }, { "id": "c" }], "blocks": [{ "id": "d", "paths": ["d", "!e"] }]\n}';

  it('removes it', () => {
    assert.equal(removePattern(text, 'packages/p/a/**', [3, 43, 3, 51]), text.replace('"./a/**", ', ''));
    assert.equal(removePattern(text, 'b', [3, 53, 3, 56]), text.replace(', "b"', ''));
    assert.equal(removePattern(text, '!p/x', [3, 37, 3, 41]), text.replace('"!x", ', ''));
  });

  it('keeps an only pattern, other patterns, and patterns elsewhere', () => {
    assert.equal(removePattern(text, 'd', [3, 111, 3, 114]), text);
    assert.equal(removePattern(text, 'c', [3, 53, 3, 56]), text);
    assert.equal(removePattern(text, 'b', [2, 1, 2, 4]), text);
    assert.equal(removePattern('', 'b', [1, 1, 1, 4]), '');
  });
});

describe('setSeverity', () => {
  it('changes the severity and keeps the options', () => {
    assert.equal(setSeverity(TEXT, 'a/b', 'error'), replaced('"off"', '"error"'));
    assert.equal(setSeverity(TEXT, 'c/d', 'error'), replaced('"max": 3 }', '"max": 3, "severity": "error" }'));
    assert.equal(setSeverity(setSeverity(TEXT, 'c/d', 'error'), 'c/d', 'off'), replaced('"max": 3 }', '"max": 3, "severity": "off" }'));
    assert.equal(setSeverity('{ "version": 1 }', 'a/*', 'info'), '{ "version": 1, "rules": { "a/*": "info" } }');
  });
});

describe('dependencies of a block', () => {
  it('are added to the list, or in a new one', () => {
    assert.equal(addDependency(TEXT, 'users', 'z'), replaced('["core", "db"]', '["core", "db", "z"]'));
    assert.equal(addDependency(TEXT, 'x', 'z'), replaced('"db" // why db', '"db", // why db\n        "z"'));
    assert.equal(addDependency('{ "blocks": [{ "id": "a" }] }', 'a', 'z'), '{ "blocks": [{ "id": "a", "dependsOn": ["z"] }] }');
    assert.equal(addDependency(TEXT, 'nobody', 'z'), TEXT);
  });

  it('are removed with the comment on their line only', () => {
    assert.equal(removeDependency(TEXT, 'users', 'core'), replaced('["core", "db"]', '["db"]'));
    assert.equal(removeDependency(TEXT, 'users', 'db'), replaced('["core", "db"]', '["core"]'));
    assert.equal(removeDependency(TEXT, 'x', 'core'), replaced('        "core", // why core\n', ''));
    assert.equal(
      removeDependency(TEXT, 'x', 'db'),
      replaced('"core", // why core\n        // a word on db\n        "db" // why db\n', '"core" // why core\n        // a word on db\n'),
    );
    assert.equal(removeDependency('{ "blocks": [{ "id": "a", "dependsOn": ["z",] }] }', 'a', 'z'), '{ "blocks": [{ "id": "a", "dependsOn": [] }] }');
    assert.equal(removeDependency(TEXT, 'users', 'nobody'), TEXT);
  });
});

describe('assignToBlock', () => {
  it('adds to the files of a block, or adds the block', () => {
    assert.equal(assignToBlock(TEXT, 'x', 'lib/**'), replaced('// all of x\n', '// all of x\n        "lib/**",\n'));
    assert.equal(assignToBlock(TEXT, 'new', 'lib/**'), replaced('      ]\n    },\n  ],', '      ]\n    },\n    { "id": "new", "paths": ["lib/**"] },\n  ],'));
    assert.equal(assignToBlock('{\n  // none yet\n}\n', 'new', 'lib/**'), '{\n  // none yet\n  "blocks": [\n    { "id": "new", "paths": ["lib/**"] }\n  '
      + ']\n}\n');
    assert.equal(assignToBlock('{\n  "blocks": []\n}\n', 'new', 'lib/**'), '{\n  "blocks": [{ "id": "new", "paths": ["lib/**"] }]\n}\n');
  });

  it('keeps Windows line endings', () => {
    assert.equal(assignToBlock('{\r\n  "version": 1\r\n}\r\n', 'new', 'lib'), '{\r\n  "version": 1,\r\n  "blocks": [\r\n    { "id": "new", "paths": '
      + '["lib"] }\r\n  ]\r\n}\r\n');
  });
});

describe('any sequence of edits', () => {
  it('leaves a valid document with the intended values, and loses only comments beside removed entries', () => {
    const name = fc.constantFrom('users', 'x', 'core', 'db', 'new');
    const edit = fc.oneof(
      fc.record({ kind: fc.constant('allow'), one: fc.constantFrom('a/b', 'c/d', 'e/f'), other: name }),
      fc.record({ kind: fc.constant('depend'), one: name, other: name }),
      fc.record({ kind: fc.constant('forget'), one: name, other: name }),
      fc.record({ kind: fc.constant('assign'), one: name, other: name }),
    );
    fc.assert(fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      let text = TEXT;
      const meant = parse(TEXT) as { rules: Record<string, { allow?: string[] } | string>; blocks: { id: string; paths: string[]; dependsOn?: string[] }[] };
      for (const { kind, one, other } of edits) {
        const block = meant.blocks.find(({ id }) => id === one);
        if (kind === 'allow') {
          text = addAllow(text, one, other);
          const rule = meant.rules[one];
          const object = typeof rule === 'string' ? { severity: rule } : { ...rule };
          meant.rules[one] = { ...object, allow: [...new Set([...((object as { allow?: string[] }).allow ?? []), other])] };
        } else if (kind === 'assign') {
          text = assignToBlock(text, one, other);
          if (block === undefined) meant.blocks.push({ id: one, paths: [other] });
          else block.paths = [...new Set([...block.paths, other])];
        } else if (block !== undefined && kind === 'depend') {
          text = addDependency(text, one, other);
          block.dependsOn = [...new Set([...(block.dependsOn ?? []), other])];
        } else if (kind === 'forget') {
          text = removeDependency(text, one, other);
          if (block?.dependsOn) block.dependsOn = block.dependsOn.filter((each) => each !== other);
        }
      }
      const errors: ParseError[] = [];
      assert.deepEqual(parse(text, errors, { allowTrailingComma: true }), meant);
      assert.deepEqual(errors, [], text);
      for (const comment of ['// top', '// about rules', '// why off', '// the users', '// all of x', '// a word on db'])
        assert.ok(text.includes(comment), text);
    }), { numRuns: 300 });
  });
});

describe('isEditable', () => {
  it('is true of objects with comments and of empty files only', () => {
    assert.deepEqual(['', '  \n', '{}', '\uFEFF{ // x\n "a": 1, }', '[]', '{', '{ "a" 1 }', '1'].map(isEditable), [
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
