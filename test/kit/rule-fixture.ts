/**
 * Reads the Markdown fixture of a rule. Each `##` section is one case:
 * `## fires: …` and `## silent: …` hold files and, for `fires`, a fence `findings` with every
 * finding; `## fixed: …` holds files, a line "Fix: title" and the files as they are afterwards.
 */
export interface FixtureFile {
  path: string;
  text: string;
}

export interface FixtureCase {
  kind: 'fires' | 'silent' | 'fixed';
  title: string;
  files: FixtureFile[];
  /** Lines of the `findings` fence. */
  expected: string[];
  fix: { title: string; after: FixtureFile[] } | null;
}

/** @throws when a section is none of the three kinds, or a fence does not name its file */
export function readFixture(name: string, text: string): FixtureCase[] {
  return text.split(/^## /m).slice(1).map((section) => readCase(name, section));
}

function readCase(name: string, section: string): FixtureCase {
  const heading = section.slice(0, section.indexOf('\n'));
  const match = /^(fires|silent|fixed): (.+)$/.exec(heading);
  if (match === null) throw new Error(`${name}: "## ${heading}" is not "fires: …", "silent: …" or "fixed: …"`);
  const result: FixtureCase = { kind: match[1] as FixtureCase['kind'], title: match[2]!, files: [], expected: [], fix: null };
  for (const part of section.matchAll(/^Fix: (.+)$|^(`{3,})([^\n]*)\n([\s\S]*?)^\2$/gm)) {
    const [, fix, , info = '', body = ''] = part;
    if (fix !== undefined) {
      result.fix = { title: fix, after: [] };
      continue;
    }
    if (info === 'findings') {
      result.expected = body.split('\n').filter((line) => line.trim() !== '');
      continue;
    }
    const path = info.split(' ').slice(1).join(' ');
    if (path === '') throw new Error(`${name}, "${heading}": the fence "${info}" does not name its file`);
    (result.fix?.after ?? result.files).push({ path, text: body });
  }
  if (result.files.length === 0) throw new Error(`${name}, "${heading}": no files`);
  return result;
}
