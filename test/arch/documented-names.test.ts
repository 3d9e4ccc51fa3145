/** Commands, options and settings that documents and messages name exist in the real program and extension. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import ts from 'typescript';
import { createProgram } from '../../server/cli/program.ts';
import { configJsonSchema } from '../../server/config/schema.ts';
import { FIX_ALL_KIND } from '../../server/protocol/lsp.ts';
import { rules } from '../../server/rules/registry.ts';
import { ROOT, sourcesOf, type Source } from './sources.ts';

interface Manifest {
  contributes: {
    commands: { command: string; title: string; category: string }[];
    configuration: { properties: Record<string, unknown> };
    views: Record<string, { id: string }[]>;
  };
}

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const manifestText = read('package.json');
const { contributes } = JSON.parse(manifestText) as Manifest;

const documents: Source[] = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...['docs', 'media/walkthrough', 'examples'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((name) => /(\.md|unenforced\.json)$/.test(name)),
  ),
].map((file) => ({ path: file, text: read(file) }));

/** Texts of the program itself: everything in quotes, with the sentences and examples in it. */
const messages: Source[] = sourcesOf(['server', 'client', 'media', 'scripts'], /\.tsx?$/).map((source) => ({
  path: source.path,
  text: quoted(source).join('\n'),
}));

function quoted({ path: file, text }: Source): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** A command and all below it. */
function withBelow(command: Command): Command[] {
  return [command, ...command.commands.flatMap((each) => withBelow(each as Command))];
}

/** Of each command, with those of the commands below it. */
const options = new Map(createProgram().commands.map((command) =>
  [command.name(), new Set(['--help', ...withBelow(command as Command).flatMap((each) => each.options.map(({ long }) => long))])]));

/** Calls of the program that it does not know: `path: command option`. */
function unknownCalls({ path: file, text }: Source): string[] {
  // After the name of the program comes a word in lower case, on the same line, up to the end of the code or the sentence in quotes.
  const calls = text.matchAll(/(?<=^|[\s"'`(>])archwright ([a-z][\w-]*)([^`"'|;&<>\n]*)/gm);
  return [...calls].flatMap(([, command = '', rest = '']) => {
    if (NO_CALL.has(`archwright ${command}`)) return [];
    const known = options.get(command);
    if (known === undefined) return [`${file}: ${command}`];
    return [...rest.matchAll(/(?<=\s)--[a-z][\w-]*/g)].filter(([option]) => !known.has(option)).map(([option]) => `${file}: ${command} ${option}`);
  });
}

/** Sentences in which the name of the program is followed by a word that is no command. */
const NO_CALL = new Set(['archwright is']);

/** Names of files, of notices and of the language server's messages that begin as settings do. */
const NO_SETTING = /^archwright\.(jsonc|json|xml|sarif|md|html|schema\.json|vsix|png|svg|panel|status)$/;

const commands = new Set(contributes.commands.map(({ command }) => command));
const known = new Set([...commands, ...Object.keys(contributes.configuration.properties), ...Object.values(contributes.views).flat().map(({ id }) => id)]);
/** In English, as the palette shows them; the manifest names the key of each. */
const words = JSON.parse(read('package.nls.json')) as Record<string, string>;
const titles = new Set(contributes.commands.map(({ category, title }) => `${category}: ${words[title.replaceAll('%', '')]}`));

/** Commands and settings of the editor that it does not know, by id or by the title of the palette. */
function unknownOfEditor({ path: file, text }: Source): string[] {
  const ids = [...text.matchAll(/(?<![\w./@-])archwright\.[a-zA-Z][\w.]*\w/g)].map(([id]) => id).filter((id) => !known.has(id) && !NO_SETTING.test(id));
  const called = [...text.matchAll(/command:(archwright[\w.]*)/g)].map((match) => match[1]!).filter((id) => !commands.has(id));
  const named = [...text.matchAll(/\bArchwright: [A-Z]\w+(?: [A-Za-z]+)*/g)].map(([title]) => title).filter((title) => !titles.has(title));
  return [...ids, ...called, ...named].map((name) => `${file}: ${name}`);
}

/** What a document calls a command, as in "the `gate` command", and the program does not have. */
function unknownCommands({ path: file, text }: Source): string[] {
  const named = text.matchAll(/`([a-z][a-z-]*)(?: [^`\n]*)?` commands?\b|\bcommands? `([a-z][a-z-]*)/g);
  return [...named]
    .map(([, before, after]) => before ?? after!)
    .filter((name) => name !== 'archwright' && !options.has(name))
    .map((name) => `${file}: ${name}`);
}

interface Schema { properties?: Record<string, Schema>; items?: Schema }

const schema = configJsonSchema(rules.map(({ meta }) => meta)) as Schema;

/** Settings of `archwright.jsonc` in code style, such as `review.coverage`, that the schema does not have. */
function unknownSettings({ path: file, text }: Source): string[] {
  const sections = ['layers', 'blocks', 'overrides', 'review', 'tracking', 'gates'];
  const named = [...text.matchAll(new RegExp(`\`(${sections.join('|')})\\.(\\w+)\``, 'g'))];
  return named.filter(([, section = '', key = '']) => {
    const own = schema.properties?.[section];
    return (own?.items ?? own)?.properties?.[key] === undefined;
  }).map(([code]) => `${file}: ${code}`);
}

describe('names in documents and messages', () => {
  it('are commands and options of the program', () => {
    const all = [...documents, ...messages, { path: 'package.json', text: manifestText }];
    assert.ok(all.flatMap(({ text }) => text.match(/\barchwright (review|init|baseline)\b/g) ?? []).length > 15);
    assert.deepEqual(all.flatMap(unknownCalls), []);
  });

  it('are commands and settings of the extension', () => {
    assert.deepEqual([...documents, { path: 'package.json', text: manifestText }].flatMap(unknownOfEditor), []);
    assert.deepEqual(
      sourcesOf(['client', 'media'], /\.tsx?$/)
        .map((source) => ({ path: source.path, text: quoted(source).join('\n') }))
        .flatMap(unknownOfEditor),
      [],
    );
    assert.ok(read('README.md').includes(`"${FIX_ALL_KIND}"`));
  });

  it('are settings of the configuration', () => {
    assert.deepEqual(documents.flatMap(unknownSettings), []);
  });

  it('are whole where a guideline explains why no rule enforces it: a call of the program, a setting of the editor or a folder', () => {
    const reasons = Object.entries(JSON.parse(read('docs/guidelines/unenforced.json')) as Record<string, string>);
    const code = reasons.flatMap(([section, reason]) => [...reason.matchAll(/`([^`]+)`/g)].map((match) => `${section}: ${match[1]}`));
    assert.deepEqual(code.filter((each) => !/: (archwright [a-z]+|archwright\.[a-zA-Z]+$|logs\/)/.test(each)), []);
    assert.deepEqual(reasons.map(([path, text]) => ({ path, text })).flatMap(unknownOfEditor), []);
    assert.deepEqual(documents.flatMap(unknownCommands), []);
  });

  it('are reported when they do not exist', () => {
    const text = 'Run `archwright weave --base main`, "archwright review --wombat 1", or `archwright review --base main`.\n\n  archwright weld release\n';
    assert.deepEqual(unknownCalls({ path: 'a', text }), ['a: weave', 'a: review --wombat', 'a: weld']);
    assert.deepEqual(unknownCommands({ path: 'a', text: 'the `weld` command, the `review` command, the command `weave --check`' }), ['a: weld', 'a: weave']);
    const editor = 'Set `archwright.wombat` or `archwright.run`, **Archwright: Fly Away** or **Archwright: Show Score**, [a](command:archwright.fly), '
      + '`archwright.jsonc`.';
    assert.deepEqual(unknownOfEditor({ path: 'a', text: editor }), [
      'a: archwright.wombat',
      'a: archwright.fly',
      'a: archwright.fly',
      'a: Archwright: Fly Away',
    ]);
    assert.deepEqual(unknownSettings({ path: 'a', text: '`review.coverage`, `tracking.file`, `review.wombat`, `blocks.face`' }), [
      'a: `tracking.file`',
      'a: `review.wombat`',
    ]);
  });
});
