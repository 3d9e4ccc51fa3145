/** What can happen to a folder that is open in an editor. Plain data: a script can be shrunk, printed and kept. */
import fc from 'fast-check';
import { BROKEN, PIECES, SETTINGS } from './pieces.ts';

/** How the watcher tells of a change: in time or after others, once or twice, by files or by their folder alone. */
export type Told = 'now' | 'twice' | 'late';

/** Numbers choose among what is there at the time, so that a script stays valid whatever is left out of it. */
export type Operation =
  | { do: 'open'; file: number }
  | { do: 'close'; file: number }
  | { do: 'save'; file: number }
  | { do: 'undo'; file: number }
  | { do: 'endings'; file: number }
  | { do: 'type'; file: number; piece: number; line: number; parts: number }
  | { do: 'delete'; file: number; line: number; count: number }
  | { do: 'cells'; file: number; cell: number; way: 'insert' | 'remove' | 'reverse' }
  | { do: 'create'; folder: number; name: number; piece: number; language: number; told: Told }
  | { do: 'draft'; folder: number; name: number; piece: number; language: number }
  | { do: 'beneath'; file: number; piece: number; told: Told }
  | { do: 'remove'; file: number; closes: boolean; told: Told }
  | { do: 'rename'; file: number; folder: number; name: number; told: Told }
  | { do: 'recase'; file: number; told: Told }
  | { do: 'addFolder'; folder: number; count: number; piece: number; told: Told; wholly: boolean }
  | { do: 'removeFolder'; folder: number; told: Told; wholly: boolean }
  | { do: 'moveFolder'; folder: number; name: number; told: Told; wholly: boolean }
  | { do: 'checkout'; seed: number; share: number; told: Told }
  | { do: 'settings'; which: number; variant: number; unsaved: boolean; told: Told }
  | { do: 'break'; variant: number }
  | { do: 'tell'; file: number }
  | { do: 'baseline'; full: boolean; told: Told }
  | { do: 'review' }
  | { do: 'pause'; beats: number };

const some = fc.nat(200);
const told = fc.constantFrom<Told>('now', 'now', 'now', 'twice', 'late');
const flag = fc.boolean();

type Parts<Shape> = { [Key in Exclude<keyof Shape, 'do'>]: fc.Arbitrary<Shape[Key]> };

function operation<Shape extends Operation>(name: Shape['do'], rest: Parts<Shape>): fc.Arbitrary<Operation> {
  return fc.record({ do: fc.constant(name), ...rest }) as unknown as fc.Arbitrary<Operation>;
}

type Of<Name extends Operation['do']> = Extract<Operation, { do: Name }>;

const piece = fc.nat(PIECES - 1);

/** Any operation; typing is the most frequent. */
export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 12, arbitrary: operation<Of<'type'>>('type', { file: some, piece, line: some, parts: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 4, arbitrary: operation<Of<'delete'>>('delete', { file: some, line: some, count: fc.nat(6) }) },
  { weight: 4, arbitrary: operation<Of<'undo'>>('undo', { file: some }) },
  { weight: 2, arbitrary: operation<Of<'open'>>('open', { file: some }) },
  { weight: 4, arbitrary: operation<Of<'close'>>('close', { file: some }) },
  { weight: 3, arbitrary: operation<Of<'save'>>('save', { file: some }) },
  { weight: 1, arbitrary: operation<Of<'endings'>>('endings', { file: some }) },
  { weight: 2, arbitrary: operation<Of<'cells'>>('cells', { file: some, cell: some, way: fc.constantFrom('insert', 'remove', 'reverse') }) },
  { weight: 3, arbitrary: operation<Of<'create'>>('create', { folder: some, name: some, piece, language: fc.nat(3), told }) },
  { weight: 1, arbitrary: operation<Of<'draft'>>('draft', { folder: some, name: some, piece, language: fc.nat(2) }) },
  { weight: 3, arbitrary: operation<Of<'beneath'>>('beneath', { file: some, piece, told }) },
  { weight: 3, arbitrary: operation<Of<'remove'>>('remove', { file: some, closes: flag, told }) },
  { weight: 3, arbitrary: operation<Of<'rename'>>('rename', { file: some, folder: some, name: some, told }) },
  { weight: 1, arbitrary: operation<Of<'recase'>>('recase', { file: some, told }) },
  { weight: 2, arbitrary: operation<Of<'addFolder'>>('addFolder', { folder: some, count: fc.integer({ min: 1, max: 5 }), piece, told, wholly: flag }) },
  { weight: 1, arbitrary: operation<Of<'removeFolder'>>('removeFolder', { folder: some, told, wholly: flag }) },
  { weight: 1, arbitrary: operation<Of<'moveFolder'>>('moveFolder', { folder: some, name: some, told, wholly: flag }) },
  { weight: 1, arbitrary: operation<Of<'checkout'>>('checkout', { seed: some, share: fc.integer({ min: 1, max: 9 }), told }) },
  {
    weight: 4,
    arbitrary: operation<Of<'settings'>>('settings', { which: fc.nat(SETTINGS.length - 1), variant: fc.nat(7), unsaved: flag, told }),
  },
  { weight: 1, arbitrary: operation<Of<'break'>>('break', { variant: fc.nat(BROKEN.length - 1) }) },
  { weight: 1, arbitrary: operation<Of<'tell'>>('tell', { file: some }) },
  { weight: 1, arbitrary: operation<Of<'baseline'>>('baseline', { full: flag, told }) },
  { weight: 1, arbitrary: operation<Of<'review'>>('review', {}) },
  { weight: 8, arbitrary: operation<Of<'pause'>>('pause', { beats: fc.nat(9) }) },
);

/** @param most operations in a script */
export function anyScript(most: number): fc.Arbitrary<Operation[]> {
  return fc.array(anyOperation, { minLength: 1, maxLength: most, size: 'max' });
}

/** As many scripts of one length as wanted; the same seed gives the same. */
export function scriptsOf(length: number, count: number, seed: number): Operation[][] {
  return fc.sample(fc.array(anyOperation, { minLength: length, maxLength: length }), { numRuns: count, seed });
}
