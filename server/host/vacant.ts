/** Whether nothing is on the disk where an import leads, and nothing will be once the project is built. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listedBelow } from './list-files.ts';

/** Where the folder is read from. */
export interface VacancyReader {
  /** Names in a folder; none when it cannot be read. @param folder relative */
  names(folder: string): readonly string[];
  /** @param file relative */
  text(file: string): string | undefined;
  /** Whether a file would be reviewed if it were there. @param path relative */
  isListed(path: string): boolean;
}

/** Parts of paths under which tools put what they write. */
const MADE = new RegExp(
  String.raw`(^|[/._-])(_*generated_*|autogen(erated)?|gen|codegen|dist|build|built|out|output|target|`
  + String.raw`es|esm|cjs|umd|compiled|bundles?|artifacts|typechain(-types)?|`
  + String.raw`proto(buf)?s?|_?pb2?(_grpc)?|grpc|thrift|prisma|styled-system|paraglide|\.\w+)([/.]|$)|_(pb2|grpc|rc|ui)$|`
  + String.raw`(^|/)(_?version|__version__|__about__|_build\w*)(\.|$)`
  + String.raw`|(^|/)(\+|\$types)|[{}<>%$*?!]`,
  'i',
);

/** Files beside a module that are not the module. */
const BESIDE = /^\.(test|spec|stories|story|snap|css|scss|sass|less|md|mdx|html|snapshot|bench|module)\b/;

/** Files that say which endings a bundler tries, and folders where they are kept. */
const BUNDLER = /^(webpack|rspack|rollup|vite|vue|craco|config-overrides)[\w.-]*\.[cm]?[jt]s$/;
const BUNDLER_FOLDERS = ['', 'config/', 'build/', 'webpack/', 'configs/', 'scripts/'];

/** Files that say what a build writes. */
const BUILD_FILES = [
  'package.json', 'pyproject.toml', 'setup.py', 'setup.cfg', 'Makefile', 'CMakeLists.txt', 'meson.build', 'Cargo.toml', 'tsconfig.json',
  'Gruntfile.js', 'gulpfile.js', 'BUILD', 'BUILD.bazel', 'project.json', 'hatch_build.py', 'build.py', '.npmignore', 'MANIFEST.in',
];

/**
 * @param root absolute path of the folder
 * @returns whether nothing is under a path, for one moment
 */
export function vacantBelow(root: string): (path: string) => boolean {
  return vacantIn({
    names: (folder) => safely(() => readdirSync(join(root, folder))) ?? [],
    text: (file) => safely(() => readFileSync(join(root, file), 'utf8')),
    isListed: listedBelow(root),
  });
}

/**
 * @param reader reads the folder; each part of it is read once
 * @returns whether nothing is under a path
 */
export function vacantIn({ names, text, isListed }: VacancyReader): (path: string) => boolean {
  const listed = kept(names);
  const builds = kept((folder: string) => {
    const there = new Set(listed(folder));
    return BUILD_FILES.filter((name) => there.has(name)).map((name) => text(folder === '' ? name : `${folder}/${name}`) ?? '').join('\n');
  });
  const bundlers = kept((folder: string) => BUNDLER_FOLDERS.flatMap((below) => {
    const place = `${folder === '' ? '' : `${folder}/`}${below}`;
    return listed(place.slice(0, -1)).filter((name) => BUNDLER.test(name)).map((name) => text(place + name) ?? '');
  }).join('\n'));
  /** `./styles` leads to `styles.less` where a bundler is told to try that ending. */
  const isTried = (ending: string, folder: string): boolean => {
    const written = new RegExp(String.raw`['"]\.?${ending.slice(1)}['"]`);
    for (let current = folder; ; current = folderOf(current)) {
      if (written.test(bundlers(current))) return true;
      if (current === '') return false;
    }
  };
  let submodules: string[] | null = null;
  return kept((path: string): boolean => {
    const stem = path.replace(/(?<=[^/])\.[cm]?[jt]sx?$/, '');
    const folder = folderOf(stem);
    const name = stem.slice(folder === '' ? 0 : folder.length + 1);
    if (!/^[\w.-]+$/.test(name) || MADE.test(stem)) return false;
    submodules ??= [...(text('.gitmodules') ?? '').matchAll(/^\s*path\s*=\s*(\S+)\s*$/gm)].map((found) => `${found[1]!}/`);
    if (submodules.some((each) => `${stem}/`.startsWith(each))) return false;
    const isModule = (each: string): boolean => {
      const ending = each.slice(name.length);
      return each === name || (each.startsWith(`${name}.`) && (!BESIDE.test(ending) || (/^\.\w+$/.test(ending) && isTried(ending, folder))));
    };
    if (listed(folder).some(isModule)) return false;
    if (!['', '.ts', '.js', '.py', '/index.ts', '/__init__.py'].every((ending) => isListed(stem + ending))) return false;
    const written = new RegExp(String.raw`[./\\]${name.replaceAll('.', String.raw`\.`)}(?![\w-])`);
    for (let current = folder; ; current = folderOf(current)) {
      if (written.test(builds(current))) return false;
      if (current === '') return true;
    }
  });
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function kept<Answer>(ask: (path: string) => Answer): (path: string) => Answer {
  const known = new Map<string, Answer>();
  return (path) => {
    if (!known.has(path)) known.set(path, ask(path));
    return known.get(path)!;
  };
}

function safely<Answer>(look: () => Answer): Answer | undefined {
  try {
    return look();
  } catch {
    // What cannot be read says nothing.
    return undefined;
  }
}
