/**
 * Source coverage of the tests: maps the raw coverage of each process, thread and page back to
 * source lines. Code run from source and code run from a bundle get separate reports, because they
 * disagree on which lines of a long expression are executable; of two reports on one file the review
 * takes the better one.
 * Usage: coverage.ts RAW-FOLDER OUTPUT-FOLDER
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CoverageReport } from 'monocart-coverage-reports';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const OWN = /^(server|client|media)\/.*\.tsx?$/;

const BUNDLES = /^dist\/(cli|commands|server|worker|extension)\.cjs$|^dist\/panel\/panel\.js$/;

async function report(raw: string, outputDir: string, counts: RegExp): Promise<void> {
  const coverage = new CoverageReport({
    reports: ['lcovonly'], outputDir, baseDir: ROOT, logging: 'error',
    // However a map writes it, normalize a source to one path below the repository.
    sourcePath: (file) => file.replaceAll('\\', '/').replace(/^.*?(?=(?:server|client|media)\/)/, ''),
    entryFilter: ({ url }) => url.startsWith('file://') && counts.test(path.relative(ROOT, fileURLToPath(url)).replaceAll('\\', '/')),
    sourceFilter: (file) => OWN.test(file),
  });
  await coverage.addFromDir(raw);
  await coverage.generate();
}

/** Tests kill programs on purpose, some of them while they write their coverage. */
function removeHalfWritten(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    try {
      JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      rmSync(file);
    }
  }
}

const [raw, out] = process.argv.slice(2);
if (raw === undefined || out === undefined) throw new Error('Usage: coverage.ts RAW-FOLDER OUTPUT-FOLDER');
removeHalfWritten(path.resolve(raw));
await report(path.resolve(raw), path.resolve(out, 'sources'), OWN);
await report(path.resolve(raw), path.resolve(out, 'programs'), BUNDLES);
