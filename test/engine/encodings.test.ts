/** Files in other encodings, and lines where editors see them. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSource, type SourceRead } from '../../server/host/read-source.ts';
import { typescriptAdapter } from '../../server/languages/typescript/adapter.ts';

describe('encodings', () => {
  let folder = '';
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'archwright-encodings-')); });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (name: string, bytes: Buffer): SourceRead => {
    writeFileSync(join(folder, name), bytes);
    return readSource(join(folder, name));
  };
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

  it('are those that Python names in its first two lines', () => {
    assert.deepEqual(read('a.py', latin('# -*- coding: latin-1 -*-\nname = "é"\n')), { text: '# -*- coding: latin-1 -*-\nname = "é"\n' });
    assert.deepEqual(read('b.py', latin('#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nname = "é"\n')), {
      text: '#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nname = "é"\n',
    });
  });

  it('are UTF-8 unless a known one is named', () => {
    const skipped = { skipped: { code: 'not-utf8' } };
    assert.deepEqual(read('a.py', latin('\n\n# coding: latin-1\nname = "é"\n')), skipped);
    assert.deepEqual(read('b.py', latin('# coding: klingon\nname = "é"\n')), skipped);
    assert.deepEqual(read('c.ts', latin('// coding: latin-1\nexport const name = "é";\n')), skipped);
  });
});

describe('lines of TypeScript', () => {
  it('end where they do in an editor, not at Unicode separators', async () => {
    await typescriptAdapter.load();
    const text = '/** One \u2028 and two \u2029. */\nexport const a = "x\u2028y";\n\nexport function late(): void {}\n';
    const facts = typescriptAdapter.extract({ path: 'a.ts', text, role: 'source' });
    assert.deepEqual(facts.functions.map(({ name, nameSpan }) => [name, nameSpan]), [['late', [4, 17, 4, 21]]]);
  });
});
