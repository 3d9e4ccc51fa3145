/** Documentation that leads somewhere: paths that ARCHITECTURE.md names, links between pages, commands. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createProgram } from '../../server/cli/program.ts';
import { ROOT } from './sources.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const outsideCode = (markdown: string): string => markdown.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '');

/** The name by which a heading can be linked to. */
function anchorOf(heading: string): string {
  return heading.replace(/`|\*/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim().toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
}

function anchorsIn(markdown: string): Set<string> {
  const headings = [...outsideCode(markdown).matchAll(/^#{1,6} (.+)$/gm)].map((match) => anchorOf(match[1]!));
  return new Set([...headings, ...[...markdown.matchAll(/<a id="([^"]+)">/g)].map((match) => match[1]!)]);
}

/** Links of a page that lead nowhere. */
function brokenLinks(file: string, markdown: string): string[] {
  const links = [...outsideCode(markdown).replace(/`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!);
  return links.filter((link) => !/^(https?|command|mailto):/.test(link)).filter((link) => {
    const [target = '', anchor] = link.split('#');
    const found = target === '' ? file : path.posix.join(path.posix.dirname(file), decodeURI(target));
    if (!existsSync(path.join(ROOT, found))) return true;
    return anchor !== undefined && (statSync(path.join(ROOT, found)).isDirectory() || !anchorsIn(target === '' ? markdown : read(found)).has(anchor));
  }).map((link) => `${file}: ${link}`);
}

describe('documentation', () => {
  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...['docs', 'media/walkthrough'].flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
        .filter((name) => name.endsWith('.md')),
    ),
  ];

  it('names only existing paths in ARCHITECTURE.md', () => {
    const named = [...read('ARCHITECTURE.md').matchAll(/`((?:client|server|media|docs|examples|scripts|test)\/[\w./*-]*|client|media)`/g)].map((match) =>
      match[1]!.replace(/\/?\*.*$/, ''),
    );
    assert.ok(named.length > 40);
    assert.deepEqual(named.filter((each) => !existsSync(path.join(ROOT, each))), []);
  });

  it('names every part of the server in ARCHITECTURE.md', () => {
    const architecture = read('ARCHITECTURE.md');
    const parts = readdirSync(path.join(ROOT, 'server'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'languages')
      .map((entry) => `server/${entry.name}/`);
    const languages = readdirSync(path.join(ROOT, 'server/languages')).map((name) => `server/languages/${name}/`);
    assert.deepEqual([...parts, ...languages].filter((part) => !architecture.includes(`\`${part}\``)), []);
  });

  it('has no broken link', () => {
    assert.ok(pages.length > 30);
    assert.deepEqual(pages.flatMap((file) => brokenLinks(file, read(file))), []);
  });

  it('detects a broken link', () => {
    const page = '# A page\n[a](#a-page) [b](#b-page) [c](docs/no.md) [d](ARCHITECTURE.md#flow) [e](ARCHITECTURE.md#ebb) ![f](docs/f.png) `[g](no.md)` '
      + '[h](https://example.com)\n';
    assert.deepEqual(brokenLinks('README.md', page), [
      'README.md: #b-page',
      'README.md: docs/no.md',
      'README.md: ARCHITECTURE.md#ebb',
      'README.md: docs/f.png',
    ]);
  });

  it('gives the two commands that a newcomer needs', () => {
    for (const command of ['npm start', 'npm test']) assert.match(read('README.md'), new RegExp(`\`\`\`sh\n${command}\n\`\`\``));
  });

  it('names every command of the program in the README, and no other', () => {
    const commands = createProgram().commands.map((command) => command.name());
    const named = [...read('README.md').matchAll(/^\| `archwright ([\w-]+)/gm)].map((match) => match[1]!);
    assert.deepEqual(named.sort(), commands.sort());
  });

  it('names existing npm scripts in CONTRIBUTING.md', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read('CONTRIBUTING.md').matchAll(/^\| `npm (?:run )?([\w-]+)/gm)].map((match) => match[1]!);
    assert.deepEqual(named.sort(), Object.keys(scripts).sort());
  });
});
