/** Writes `THIRD_PARTY_NOTICES.txt`: the licences of everything in the bundles. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getLicenseFileText } from 'generate-license-file';
import type { BundledPackage } from './bundled-packages.ts';

const LICENSE_FILE = /^(licen[sc]e|copying|notice|copyright)/i;
const CODE = /\.([cm]?[jt]s|map)$/;
/** A notice, although not named so. */
const ALSO_NOTICES: Readonly<Record<string, string>> = { typescript: 'ThirdPartyNoticeText.txt' };

const HEADING = `Archwright includes the packages below. Their licences follow, each once with the
packages it applies to. The sources of every package are on the npm registry under the name
and version given here, as the Eclipse and Mozilla licences among them require.

`;

/**
 * The licences of packages, by generate-license-file. It reads the dependencies of a project, so
 * it is given one that depends on the bundled packages and on nothing else.
 * @param root the repository
 * @param packages in the bundles
 * @returns text of the notices
 * @throws when a package states no licence
 */
export async function thirdPartyNotices(root: string, packages: readonly BundledPackage[]): Promise<string> {
  const project = mkdtempSync(path.join(tmpdir(), 'archwright-notices-'));
  try {
    const dependencies: Record<string, string> = {};
    for (const each of packages) {
      // Two versions of a package are installed side by side under different names.
      const taken = each.name in dependencies;
      const name = taken ? `${each.name}-${each.version}` : each.name;
      if (taken && dependencies[each.name] === each.version) continue;
      dependencies[name] = taken ? `npm:${each.name}@${each.version}` : each.version;
      copyLicences(path.join(root, each.folder), path.join(project, 'node_modules', name), each.name);
    }
    const manifest = path.join(project, 'package.json');
    writeFileSync(manifest, JSON.stringify({ name: 'notices', version: '0.0.0', dependencies }));
    const text = HEADING + await getLicenseFileText(manifest, { lineEnding: 'lf' });
    const missing = packages.filter(({ name, version }) => !text.includes(`${name}@${version}`));
    if (missing.length > 0) throw new Error(`No licence was found for ${missing.map(({ name }) => name).join(', ')}.`);
    return text;
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** A package reduced to its licence: without code or dependencies. */
function copyLicences(from: string, to: string, name: string): void {
  mkdirSync(to, { recursive: true });
  const { version, license, licenses, author } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(path.join(to, 'package.json'), JSON.stringify({ name, version, license, licenses, author }));
  // If a package has several licence files, all of them count.
  const texts = readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENSE_FILE.test(entry.name) && !CODE.test(entry.name))
    .map(({ name: file }) => readFileSync(path.join(from, file), 'utf8'));
  if (texts.length > 0) writeFileSync(path.join(to, 'LICENSE'), texts.join('\n\n'));
  const notice = ALSO_NOTICES[name];
  if (notice !== undefined && existsSync(path.join(from, notice))) copyFileSync(path.join(from, notice), path.join(to, 'NOTICE.txt'));
}
