/** Writes `docs/interface-changes.md`: every kind of change that `diff` tells apart, with its effect, the reason, and an example that the tests run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANGE_KINDS as PYTHON } from '../../server/languages/python/interface/kinds.ts';
import { CHANGE_KINDS as TYPESCRIPT } from '../../server/languages/typescript/interface/kinds.ts';

interface Kind {
  id: string;
  /** `direction`: as input it counts otherwise than as output. */
  effect: string;
  why: string;
}

/** A section of a fixture: its fences, and the kinds that it is expected to show. */
interface Example {
  title: string;
  fences: string;
  kinds: string[];
}

const LANGUAGES = [
  { title: 'TypeScript and JavaScript', folder: 'typescript', kinds: TYPESCRIPT as readonly Kind[] },
  { title: 'Python', folder: 'python', kinds: PYTHON as readonly Kind[] },
] as const;

const HEAD = `# Interface changes

<!-- Generated from server/languages and test/interfaces by \`npm run generate\`; do not edit. -->

What \`archwright diff\`, \`history\` and \`rollback\` say about the interface of a block. The effect is the step of the version that a change asks for;
*input or output* means that it depends on whether consumers give a value of the type or get one, which the message says.

\`proven\`: the compiler accepts a consumer against the one state and refuses it against the other, which is kept as \`proof\`, or, for a change that
breaks nothing, assignability was checked. All else is \`heuristic\`; for Python everything is, because Python is read and not run.
`;

/** @param root of the repository @returns the page, with a final line break */
export function generateInterfaceChanges(root: string): string {
  return `${[HEAD, ...LANGUAGES.map(({ title, folder, kinds }) => chapter(title, kinds, examplesIn(join(root, 'test/interfaces', folder))))].join('\n')}\n`;
}

function chapter(title: string, kinds: readonly Kind[], examples: readonly Example[]): string {
  return [`## ${title}`, ...[...kinds].sort((a, b) => (a.id < b.id ? -1 : 1)).map((kind) => section(kind, examples))].join('\n\n');
}

function section({ id, effect, why }: Kind, examples: readonly Example[]): string {
  const example = exampleOf(id, examples);
  if (example === undefined) throw new Error(`no fixture shows the change ${id}`);
  const words = effect === 'direction' ? 'input or output' : effect;
  return `### ${id}\n\n*${words}.* ${why}\n\nFor example, ${example.title}:\n\n${example.fences}`;
}

/** The shortest one in which nothing else changes, otherwise the shortest. */
function exampleOf(id: string, examples: readonly Example[]): Example | undefined {
  const cost = ({ kinds, fences }: Example): number => (new Set(kinds).size - 1) * 10_000 + fences.length;
  return examples.filter(({ kinds }) => kinds.includes(id)).sort((a, b) => cost(a) - cost(b))[0];
}

function examplesIn(folder: string): Example[] {
  return readdirSync(folder).filter((name) => name.endsWith('.md')).sort().flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').split(/^## /m).slice(1).map((text): Example => {
      const fences = [...text.matchAll(/^```([^\n]*)\n[^]*?^```$/gm)].map(([fence, info = '']) => ({ fence, info }));
      const changes = fences.find(({ info }) => info === 'changes')?.fence ?? text.slice(0, text.indexOf('```'));
      return {
        title: text.slice(0, text.indexOf('\n')).trim(), fences: fences.filter(({ info }) => info !== 'changes').map(({ fence }) => fence).join('\n\n'),
        kinds: [...changes.matchAll(/^([a-z][a-z-]*) [^\n]*\b(?:major|minor|patch)\b/gm)].map(([, id = '']) => id),
      };
    }));
}
