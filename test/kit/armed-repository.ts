/** A repository that names a program wherever one can be named. Each program leaves a file that says that it ran. */
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll, gitIn } from './git-repository.ts';
import { temporaryFolder, writeIn } from './temporary-folder.ts';

export interface ArmedRepository {
  folder: string;
  /** Names of the programs that ran since the last question, sorted. */
  ran(): string[];
}

/** Hooks of git that any command could run. */
const HOOKS = ['pre-commit', 'post-checkout', 'post-index-change', 'reference-transaction', 'fsmonitor-watchman', 'pre-auto-gc'];

/** @param files of the repository; one more is changed after the commit, so that there is something to compare */
export function armedRepository(files: Readonly<Record<string, string>>): ArmedRepository {
  const folder = temporaryFolder({ ...files, 'changed.ts': '/** One. */\nexport const one = 1;\n', 'lost.ts': '/** Lost. */\nexport const lost = 1;\n' });
  const markers = temporaryFolder();
  const programs = temporaryFolder();
  const program = (name: string): string => {
    const file = join(programs, name);
    // What a filter is given on standard input goes out again.
    writeFileSync(file, `#!/bin/sh\n: > '${markers}/${name}'\n${/clean|smudge/.test(name) ? 'cat\n' : ''}`);
    chmodSync(file, 0o755);
    return file;
  };
  commitAll(folder, 'first');
  const set = (key: string, value: string): string => gitIn(folder, 'config', key, value);

  // A module with a configuration of its own.
  const inner = temporaryFolder({ 'inner.ts': 'export const inner = 1;\n' });
  commitAll(inner, 'inner');
  gitIn(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'module');
  gitIn(folder, 'commit', '-q', '-m', 'module');
  gitIn(join(folder, 'module'), 'config', 'core.fsmonitor', program('module-fsmonitor'));

  writeIn(folder, '.gitattributes', '*.ts filter=one diff=one\n');
  gitIn(folder, 'add', '.gitattributes');
  gitIn(folder, 'commit', '-q', '-m', 'attributes');
  writeIn(folder, 'more-attributes', '* filter=two diff=two\n');
  writeIn(folder, '.git/info/attributes', '*.md filter=three\n');

  set('core.fsmonitor', program('fsmonitor'));
  set('core.attributesFile', join(folder, 'more-attributes'));
  for (const name of ['one', 'two', 'three']) {
    set(`filter.${name}.clean`, program(`filter-${name}-clean`));
    set(`filter.${name}.smudge`, program(`filter-${name}-smudge`));
    if (name !== 'two') set(`filter.${name}.required`, 'true');
    set(`diff.${name}.textconv`, program(`textconv-${name}`));
    set(`diff.${name}.command`, program(`diff-command-${name}`));
  }
  set('filter.two.process', program('filter-process'));
  set('diff.external', program('diff-external'));
  set('core.pager', program('pager'));
  for (const command of ['diff', 'log', 'show']) set(`pager.${command}`, program(`pager-${command}`));
  set('credential.helper', program('credential-helper'));
  set('core.sshCommand', program('ssh-command'));
  set('core.askPass', program('ask-pass'));
  set('core.editor', program('editor'));
  for (const command of ['diff', 'log', 'ls-files', 'rev-parse', 'merge-base', 'config']) set(`alias.${command}`, `!${program(`alias-${command}`)}`);
  set('log.showSignature', 'true');
  set('gpg.program', program('gpg'));
  mkdirSync(join(folder, 'hooks'));
  for (const hook of HOOKS) {
    writeFileSync(join(folder, 'hooks', hook), `#!/bin/sh\n: > '${markers}/hook-${hook}'\n`);
    chmodSync(join(folder, 'hooks', hook), 0o755);
  }
  set('core.hooksPath', join(folder, 'hooks'));
  // An object that is missing here and would be fetched from where a program is named to hand it out.
  set('remote.origin.url', inner);
  set('remote.origin.promisor', 'true');
  set('remote.origin.uploadpack', program('upload-pack'));
  set('extensions.partialClone', 'origin');
  set('core.repositoryFormatVersion', '1');
  const lost = gitIn(folder, '-c', 'core.fsmonitor=false', 'rev-parse', 'HEAD:lost.ts').trim();
  rmSync(join(folder, '.git/objects', lost.slice(0, 2), lost.slice(2)));
  writeIn(folder, 'changed.ts', '/** Two. */\nexport const two = 2;\n');
  writeIn(folder, 'module/inner.ts', 'export const inner = 2;\n');
  const ran = (): string[] => readdirSync(markers).sort().map((name) => {
    if (existsSync(join(markers, name))) rmSync(join(markers, name));
    return name;
  });
  ran();
  return { folder, ran };
}
