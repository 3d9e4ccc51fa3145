/** Builds everything that runs: the programs, the extension, the panel's page, the schemas of configuration and output. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { configJsonSchema } from '../server/config/schema.ts';
import { progressJsonSchema } from '../server/protocol/progress.ts';
import { diffJsonSchema } from '../server/report/diff/schema.ts';
import { rules } from '../server/rules/registry.ts';
import { buildClient } from './build-client.ts';
import { buildPanel } from './build-panel.ts';
import { buildServer } from './build-server.ts';
import { bundledPackages } from './bundled-packages.ts';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const outDir = path.join(ROOT, 'dist');
const minify = process.argv.includes('--minify');

await mkdir(outDir, { recursive: true });
const [server, client, panel] = await Promise.all([buildServer(outDir, { minify }), buildClient(outDir, { minify }), buildPanel(path.join(outDir, 'panel'))]);
// For the licence notices, which packaging writes.
await writeFile(path.join(outDir, 'bundled-packages.json'), `${JSON.stringify(bundledPackages(ROOT, [...server, client, panel]), null, 2)}\n`);
await writeFile(path.join(outDir, 'archwright.schema.json'), `${JSON.stringify(configJsonSchema(rules.map((rule) => rule.meta)), null, 2)}\n`);
await writeFile(path.join(outDir, 'track-report.schema.json'), `${JSON.stringify(progressJsonSchema(), null, 2)}\n`);
await writeFile(path.join(outDir, 'diff.schema.json'), `${JSON.stringify(diffJsonSchema(), null, 2)}\n`);
