/**
 * A Chromium of a fixed version from npm, with what it needs besides the C library: NSS and expat from
 * the package, and fonts, without which a page shows no text. So a machine needs
 * only Node and npm, and all machines render the same. `ARCHWRIGHT_BROWSER` names another
 * folder than the one in the user's cache. To install it manually: `node --import=tsx scripts/browser/pinned.ts`.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { installOnce, isInstalled, NotInstallable, runNpm, type CachedInstall } from '../cached-install.ts';

const alias = (generic: string, family: string): string =>
  `<alias binding="strong"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;

/** Only the package's fonts, not the machine's, so that text has the same width everywhere. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">../node_modules/dejavu-fonts-ttf/ttf</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <match target="pattern">
    <test qual="all" name="family" compare="not_eq"><string>sans-serif</string></test>
    <test qual="all" name="family" compare="not_eq"><string>serif</string></test>
    <test qual="all" name="family" compare="not_eq"><string>monospace</string></test>
    <edit name="family" mode="append_last"><string>sans-serif</string></edit>
  </match>
  ${alias('sans-serif', 'DejaVu Sans')}
  ${alias('serif', 'DejaVu Serif')}
  ${alias('monospace', 'DejaVu Sans Mono')}
</fontconfig>
`;

/** A browser that can be started. */
export interface FoundBrowser {
  executable: string;
  /** Additional environment variables it needs. */
  env: Readonly<Record<string, string>>;
}

/** Whether the pinned browser runs on a platform like this. */
export function canBePinned(): boolean {
  // Its binary is linked against glibc; a Linux with another C library cannot start it.
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return process.platform === 'linux' && process.arch === 'x64' && header.glibcVersionRuntime !== undefined;
}

/**
 * The pinned browser, installed if necessary.
 *
 * @param say receives one line of progress at a time.
 * @throws NotInstallable when npm fails, or the browser does not start here.
 */
export async function installBrowser(say: (line: string) => void): Promise<FoundBrowser> {
  const install: CachedInstall = {
    name: 'browser',
    source: path.dirname(fileURLToPath(import.meta.url)),
    variable: 'ARCHWRIGHT_BROWSER',
    marker: '.archwright-browser-complete',
    async fill(folder) {
      say(`Browser: installing into ${path.dirname(folder)} (about 240 MB, once)`);
      await runNpm(['ci', '--ignore-scripts'], folder);
      await unpack(folder);
    },
  };
  const missing = !isInstalled(install);
  const chromium = path.join(await installOnce(install), 'chromium');
  const browser: FoundBrowser = {
    executable: path.join(chromium, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(chromium, 'lib'), FONTCONFIG_FILE: path.join(chromium, 'fonts.conf') },
  };
  const { status, stderr, error } = spawnSync(browser.executable, ['--version'], { env: { ...process.env, ...browser.env }, encoding: 'utf8' });
  if (status !== 0) throw new NotInstallable(`the pinned Chromium does not start here: ${error?.message ?? stderr.trim()}`);
  if (missing) say(`Browser ready in ${path.dirname(chromium)}`);
  return browser;
}

/** Unpacks the compressed parts of the package, and removes them. */
async function unpack(folder: string): Promise<void> {
  const packed = path.join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const out = path.join(folder, 'chromium');
  const { extract } = createRequire(path.join(folder, 'package.json'))('tar-fs') as { extract(folder: string): NodeJS.WritableStream };
  mkdirSync(out);
  const unpacked = async (name: string, into: NodeJS.WritableStream): Promise<void> =>
    pipeline(createReadStream(path.join(packed, name)), createBrotliDecompress(), into);
  await unpacked('chromium.br', createWriteStream(path.join(out, 'chromium'), { mode: 0o755 }));
  // Libraries of Amazon Linux 2023: they need glibc 2.34 or later. If that is missing, starting the browser reports it.
  for (const name of ['al2023.tar.br', 'swiftshader.tar.br']) await unpacked(name, extract(out));
  rmSync(packed, { recursive: true });
  writeFileSync(path.join(out, 'fonts.conf'), FONTS);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const browser = await installBrowser((line) => process.stderr.write(`${line}\n`));
    process.stdout.write(`${browser.executable}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
