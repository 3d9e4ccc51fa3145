/** Every text of the extension that is made to be translated has a translation, and there are no others. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ROOT, sourcesOf, type Source } from './sources.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const json = (file: string): Record<string, string> => JSON.parse(read(file)) as Record<string, string>;
/** Properties and tables whose texts are translated where they are shown. */
const PROPERTIES = new Set(['task', 'doing']);
const TABLES = new Set(['LABELS', 'TASKS']);

/** Texts that `vscode.l10n.t` gets, at once or by way of a property, a table or `showFailure`. */
function translatable({ path: file, text }: Source): string[] {
  const found: string[] = [];
  const take = (node: ts.Node | undefined): void => {
    if (node !== undefined && ts.isStringLiteralLike(node)) found.push(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText();
      if (called.endsWith('l10n.t')) take(node.arguments[0]);
      if (called === 'showFailure') take(node.arguments[1]);
    }
    if (ts.isPropertyAssignment(node) && PROPERTIES.has(node.name.getText())) take(node.initializer);
    if (ts.isVariableDeclaration(node) && TABLES.has(node.name.getText()) && node.initializer && ts.isObjectLiteralExpression(node.initializer))
      for (const each of node.initializer.properties) take(ts.isPropertyAssignment(each) ? each.initializer : undefined);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

const placesIn = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();

describe('translations', () => {
  const bundle = json('client/l10n/bundle.l10n.es.json');

  it('are there for each text of the client that is translated, and for no other', () => {
    const texts = [...new Set(sourcesOf(['client'], /\.ts$/).flatMap(translatable))].sort();
    assert.ok(texts.length > 90);
    assert.deepEqual(Object.keys(bundle).sort(), texts);
  });

  it('have the same places for names as the texts', () => {
    assert.deepEqual(Object.entries(bundle).filter(([text, translated]) => placesIn(text).join() !== placesIn(translated).join()), []);
  });

  it('are there for each key of the manifest, and for no other', () => {
    const keys = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]!).sort();
    assert.ok(keys.length > 30);
    for (const file of ['package.nls.json', 'package.nls.es.json']) assert.deepEqual(Object.keys(json(file)).sort(), keys, file);
  });

  it('name the commands of the manifest by their ids', () => {
    const { contributes } = JSON.parse(read('package.json')) as { contributes: { commands: { command: string; title: string }[] } };
    assert.deepEqual(contributes.commands.filter(({ command, title }) => title !== `%${command}%`), []);
  });

  it('are missed where a text has none', () => {
    const text = "const c = { task: 'weld' };\nconst LABELS = { a: 'Red' };\nshowFailure(o, 'fly', e);\nvscode.l10n.t('Go to {0}', x);\nvscode.l10n.t(y);\n";
    assert.deepEqual(translatable({ path: 'a.ts', text }), ['weld', 'Red', 'fly', 'Go to {0}']);
  });
});
