/** Data that is read without inspection or kept in memory as a whole, and models that are saved without a version. */
import type { PlaceFact } from '../../../../../facts/learning-facts.ts';
import { shortText, type Light } from '../../syntax/light-tree.ts';
import {
  CHECKERS, IMAGE_READS, JOINS, LOOKS, MODEL_FILE, MODEL_VARIABLE, READS, REGISTERS, SAVES_MODEL, TRACKERS, VERSIONED, VERSIONERS,
} from '../../knowledge/habits.ts';
import type { Call, Habits } from './walk.ts';

const place = (text: string, { node }: Call): PlaceFact => ({ span: node.span, text: shortText(text, node) });

/** Results go to a tracker. */
export function trackedIn({ imported, calls }: Habits): boolean {
  return imported.some((name) => TRACKERS.test(name)) || calls.some((call) => TRACKERS.test(call.name) || /(^|\.)(TensorBoard|SummaryWriter)$/.test(call.name));
}

/** Models written to a path without a version. */

export function unversionedIn({ calls, imported, text }: Habits): PlaceFact[] {
  if (calls.some((call) => REGISTERS.test(call.name)) || imported.some((name) => VERSIONERS.test(name))) return [];
  return calls.filter((call) => {
    const path = writtenTo(pathOf(call), text);
    return path !== null && !VERSIONED.test(path) && MODEL_FILE.test(path);
  }).map((call) => place(text, call));
}

/** Where a model is written to, when the call writes one. */
function pathOf(call: Call): Light | null {
  const [first, second] = call.positional;
  if (/^(joblib|sklearn\.externals\.joblib)\.dump$/.test(call.name) || call.name === 'torch.save') {
    const path = second ?? call.named.get('filename') ?? call.named.get('f') ?? null;
    return isModel(first) || (path?.type === 'string' && /model/i.test(path.token)) ? path : null;
  }
  if (/^(pickle|cloudpickle|dill)\.dump$/.test(call.name)) {
    return isModel(first) && second?.type === 'call' ? second.fields['arguments']?.children[0] ?? null : second ?? null;
  }
  if (!SAVES_MODEL.test(call.name)) return null;
  return first ?? call.named.get('filepath') ?? call.named.get('fname') ?? null;
}

/** A fixed path, or that of the file that `with open(…) as name` opens; null for a computed path. */
function writtenTo(path: Light | null, text: string): string | null {
  if (path?.type === 'string') return path.children.length === 0 ? path.token : null;
  if (path?.type !== 'identifier') return null;
  return new RegExp(`open\\(\\s*(['"][^'"{}]+['"])[^)\\n]*\\)\\s*as\\s+${path.token}\\b`).exec(text)?.[1] ?? null;
}

/** By its name, because other things are pickled too. */
function isModel(node: Light | undefined): boolean {
  if (node === undefined) return false;
  const dotted = (parts: Light | undefined): string => parts?.children.map((each) => each.token).join('.') ?? '';
  const name = node.type === 'call' ? dotted(node.fields['function']) : node.type === 'attribute' ? dotted(node) : node.token;
  return MODEL_VARIABLE.test(name);
}

/** Data that is read and trained on without being inspected. @param trains the file trains a model when it runs */
export function uncheckedIn({ calls, imported, functions, asserts, text }: Habits, trains: boolean): PlaceFact | null {
  if (!trains || asserts || imported.some((name) => CHECKERS.test(name))) return null;
  if (calls.some((call) => LOOKS.test(call.name)) || /\.(dtypes|shape|columns|isnull)\b/.test(text)) return null;
  if (functions.some((fn) => LOOKS.test(fn.fields['name']?.token ?? ''))) return null;
  const read = calls.find((call) => READS.test(call.name) && !call.named.has('dtype') && !call.named.has('schema'));
  return read === undefined ? null : place(text, read);
}

/** A loop reads one file after another into a list, which ends up holding them all. */
export function hoardedIn({ calls, text }: Habits): PlaceFact[] {
  const joins = calls.filter((call) => JOINS.test(call.name) && call.loops.length === 0);
  const readers = calls.filter((call) => (READS.test(call.name) || IMAGE_READS.test(call.name)) && !call.named.has('chunksize'));
  return readers.filter((call) => {
    const loop = call.loops.at(-1);
    if (loop === undefined || loop.type === 'generator_expression') return false;
    const list = loop.type === 'for_statement' ? appendedIn(calls, loop) : listOf(text, loop);
    const takesIt = (given: Light | undefined): boolean => given !== undefined && (text.slice(given.start, given.end) === list || holds(given, loop));
    return list !== null && joins.some(({ positional }) => takesIt(positional[0]));
  }).map((call) => place(text, call));
}

const holds = (outer: Light, inner: Light): boolean => outer.start <= inner.start && outer.end >= inner.end;

function appendedIn(calls: readonly Call[], loop: Light): string | null {
  const append = calls.find((call) => call.last === 'append' && call.loops.includes(loop));
  return append === undefined ? null : append.name.slice(0, -'.append'.length);
}

/** `frames = [pd.read_csv(f) for f in files]` */
function listOf(text: string, loop: Light): string | null {
  if (loop.type !== 'list_comprehension') return null;
  return /(\w+)\s*=\s*$/.exec(text.slice(Math.max(0, loop.start - 80), loop.start))?.[1] ?? text.slice(loop.start, loop.end);
}
