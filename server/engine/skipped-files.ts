/** Files that were not judged: the reason that reports show, and whether they cost points. */
import type { SkipCode, SkippedFile, SkipReason } from '../facts/skip-reason.ts';
import { counted } from '../text/wording.ts';
import { roleOf } from './role.ts';

/** @returns why a file was not judged, in words for reports */
export function skipWords(reason: SkipReason): string {
  switch (reason.code) {
    case 'no-permission': return `no permission to read this ${reason.what}`;
    case 'vanished': return `the ${reason.what} disappeared while it was being read`;
    case 'unreadable': return `could not be read (${reason.error})`;
    case 'folder-for-file': return 'a folder where a file was expected';
    case 'file-for-folder': return 'a file where a folder was expected';
    case 'link': return 'a symbolic link; links are not followed';
    case 'link-loop': return 'a symbolic link that points back to itself';
    case 'link-broken': return 'a broken symbolic link';
    case 'too-large': return `larger than ${reason.most} kB (${reason.kilobytes} kB)`;
    case 'not-utf8': return 'not encoded as UTF-8';
    case 'binary': return 'binary content';
    case 'minified': return 'minified';
    case 'vendored': return 'third-party code kept in the project';
    case 'template': return 'a template, not code';
    case 'generated': return 'generated code, according to its header';
    case 'data': return 'XML, not code';
    case 'lfs-pointer': return 'its content is in Git LFS and was not fetched';
    case 'submodule': return 'a submodule: a repository of its own, which a revision only names';
    case 'other-language': return `a notebook in ${reason.language}, not Python`;
    case 'slow-pattern': return `${counted(reason.lines.length, 'pattern')} with more than two "**" would take too long (line ${reason.lines.join(', ')})`;
    case 'too-deep': return 'nested too deeply';
    case 'too-complex': return 'takes too many steps to read';
    case 'too-slow': return `its analysis was stopped after ${counted(reason.seconds, 'second')}`;
    case 'analysis-failed': return `the analysis failed on this file (${reason.error})`;
  }
}

/** Whether code was missed. False for files that are left out on purpose. */
const MISSED: Readonly<Record<SkipCode, boolean>> = {
  'no-permission': true,
  vanished: true,
  unreadable: true,
  'folder-for-file': true,
  'file-for-folder': true,
  link: false,
  'link-loop': false,
  'link-broken': false,
  'too-large': true,
  'not-utf8': true,
  binary: true,
  minified: false,
  vendored: false,
  template: true,
  generated: false,
  data: false,
  'lfs-pointer': true,
  submodule: false,
  'other-language': false,
  'slow-pattern': false,
  'too-deep': true,
  'too-complex': true,
  'too-slow': true,
  'analysis-failed': true,
};

/** @returns whether this is production code that should have been judged; each such file costs points */
export function isUnreadSource({ path, reason }: SkippedFile): boolean {
  return MISSED[reason.code] && /\.([cm]?[jt]sx?|py|ipynb)$/.test(path) && roleOf(path) === 'source';
}
