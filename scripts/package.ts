/**
 * `npm run package`: dist/archwright-VERSION.vsix for VS Code, and dist/archwright-VERSION.tgz with
 * the program for npm. `--skip-build` uses the existing `dist`; `--out FOLDER` puts both elsewhere.
 *
 * Only `.vscodeignore` decides what is shipped. Both packages are made from a copy of those
 * files, whose package.json omits everything about building Archwright.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { BundledPackage } from './bundled-packages.ts';
import { thirdPartyNotices } from './notices.ts';
import { packagedReadme } from './packaged-readme.ts';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const NOTICES = 'THIRD_PARTY_NOTICES.txt';
/** What the program needs besides the editor's parts. */
const FOR_NPM = new RegExp(
  String.raw`^(dist\/(cli|commands|server|worker|secretlint|ts-morph|typescript|small-typescript)\.cjs|dist\/[^/]+\.wasm|`
  + String.raw`dist\/(worker\.js|ruff_wasm\.js|package\.json|[\w-]+\.schema\.json)|docs\/.+|README\.md|CHANGELOG\.md|LICENSE|THIRD_PARTY_NOTICES\.txt)$`,
);

type Manifest = Record<string, unknown> & { name: string; version: string; engines: Record<string, string> };

/** The part of vsce that is used; it has no types. */
interface Vsce {
  PackageManager: { None: number };
  listFiles(options: { cwd: string; packageManager: number }): Promise<string[]>;
  createVSIX(options: Record<string, unknown>): Promise<void>;
}

export interface Packages {
  vsix: string;
  tarball: string;
}

/**
 * Makes both packages from a finished build.
 * @param outDir folder that receives them
 * @throws when part of the build is missing, vsce or npm fails, or a licence is unknown
 */
export async function makePackages(outDir: string): Promise<Packages> {
  const vsce = createRequire(import.meta.url)('@vscode/vsce') as Vsce;
  const bundled = JSON.parse(readFileSync(path.join(ROOT, 'dist/bundled-packages.json'), 'utf8')) as BundledPackage[];
  writeFileSync(path.join(ROOT, NOTICES), await thirdPartyNotices(ROOT, bundled));
  const files = (await vsce.listFiles({ cwd: ROOT, packageManager: vsce.PackageManager.None })).map((file) => file.replaceAll('\\', '/'));
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;
  const folder = mkdtempSync(path.join(tmpdir(), 'archwright-package-'));
  mkdirSync(outDir, { recursive: true });
  try {
    const vsix = path.join(outDir, `${manifest.name}-${manifest.version}.vsix`);
    const stage = fill(path.join(folder, 'vsix'), files, forEditor(manifest));
    // The folder contains only selected files.
    writeFileSync(path.join(stage, '.vscodeignore'), '');
    // The pages of security rules contain example connection strings.
    await vsce.createVSIX({
      cwd: stage,
      packagePath: vsix,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
      allowPackageSecrets: ['database-connection-string'],
    });
    const tarball = packForNpm(fill(path.join(folder, 'npm'), files.filter((file) => FOR_NPM.test(file)), forNpm(manifest)), outDir);
    return { vsix, tarball };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function forEditor(manifest: Manifest): Manifest {
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => !['devDependencies', 'scripts', 'private', 'bin'].includes(key))) as Manifest;
}

/** No install scripts and no dependencies. */
function forNpm({ name, version, description, license, keywords, repository, homepage, bugs, bin, engines }: Manifest): Manifest {
  return { name, version, description, license, keywords, repository, homepage, bugs, bin, engines: { node: engines['node'] ?? '' } };
}

/** Copies the files into a separate folder. @returns the folder */
function fill(folder: string, files: readonly string[], manifest: Manifest): string {
  for (const file of files) {
    const to = path.join(folder, file);
    mkdirSync(path.dirname(to), { recursive: true });
    copyFileSync(path.join(ROOT, file), to);
  }
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const readme = path.join(folder, 'README.md');
  writeFileSync(readme, packagedReadme(readFileSync(readme, 'utf8'), files));
  return folder;
}

function packForNpm(stage: string, outDir: string): string {
  const packed = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', outDir], {
    cwd: stage,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (packed.status !== 0) throw new Error(`npm pack: ${packed.stderr}`);
  const { name, version } = JSON.parse(readFileSync(path.join(stage, 'package.json'), 'utf8')) as Manifest;
  return path.join(outDir, `${name}-${version}.tgz`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'skip-build': { type: 'boolean', default: false }, out: { type: 'string', default: path.join(ROOT, 'dist') } } });
  if (!values['skip-build']) {
    const built = spawnSync(process.execPath, ['--import', 'tsx', path.join(ROOT, 'scripts/build.ts'), '--minify'], { cwd: ROOT, stdio: 'inherit' });
    if (built.status !== 0) process.exit(2);
  } else if (!existsSync(path.join(ROOT, 'dist/bundled-packages.json'))) {
    throw new Error('dist contains no build; run without --skip-build.');
  }
  const packages = await makePackages(path.resolve(values.out));
  for (const file of Object.values(packages) as string[])
    process.stdout.write(`${path.relative(process.cwd(), file)}  ${(statSync(file).size / 1024 / 1024).toFixed(1)} MB\n`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
