/** A folder on disk with some of its files open in an editor, and what operations do to both. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { numbers } from '../../../scripts/bench/shared.ts';
import { notebookFile } from '../notebook-in-editor.ts';
import type { Operation, Told } from './operations.ts';
import { BROKEN, CONFIG, languageOf, pieceFor, PIECES, SETTINGS } from './pieces.ts';

/** The server as scripts see it: told of documents and of files that changed on disk. Paths are relative to the folder. */
export interface Editor {
  /** A document was opened or changed. */
  take(path: string, text: string): Promise<void>;
  saved(path: string): Promise<void>;
  close(path: string): Promise<void>;
  openCells(path: string, cells: readonly string[]): Promise<void>;
  changeCells(path: string, change: CellChange): Promise<void>;
  closeCells(path: string): Promise<void>;
  /** The watcher tells of files and folders. */
  told(paths: readonly string[]): Promise<void>;
  review(): Promise<void>;
  /** Some time passes. @param beats from 0 to 9: nothing, or up to longer than the longest pause of the server */
  pause(beats: number): Promise<void>;
  /** Until nothing is under way. */
  rest(): Promise<void>;
}

export type CellChange = { way: 'edit' | 'insert'; at: number; text: string } | { way: 'remove'; at: number } | { way: 'reverse' };

const BASELINE = 'archwright-baseline.json';
const FOLDERS = ['src/new0', 'src/new1', 'app/new2', 'src/ui/deep', 'test/new3'];

export class World {
  readonly root: string;
  /** Open documents: text, or cells of a notebook. */
  readonly texts = new Map<string, string>();
  readonly notebooks = new Map<string, string[]>();
  /** The last configuration that could be read, where the present one cannot. */
  lastGood: string | null = null;
  readonly #editor: Editor;
  readonly #undo = new Map<string, string[]>();
  #late: string[] = [];

  constructor(root: string, editor: Editor) {
    this.root = root;
    this.#editor = editor;
  }

  /** Plays a script to its end, the events that came late included. */
  async play(script: readonly Operation[]): Promise<void> {
    for (const operation of script) await this.apply(operation);
    await this.#tellLate();
  }

  async apply(operation: Operation): Promise<void> {
    switch (operation.do) {
      case 'type': return this.#type(this.#file(operation.file), operation);
      case 'delete': return this.#change(this.#file(operation.file), (text) => {
        const lines = text.split('\n');
        lines.splice(operation.line % lines.length, operation.count);
        return lines.join('\n');
      });
      case 'undo': return this.#undoIn(this.#openFile(operation.file));
      case 'open': return this.#open(this.#file(operation.file));
      case 'close': return this.#close(this.#openFile(operation.file));
      case 'save': return this.#save(this.#openFile(operation.file));
      case 'endings': return this.#change(this.#file(operation.file), withOtherEndings);
      case 'cells': return this.#cells(this.#file(operation.file), operation);
      case 'create': {
        const path = this.#fresh(operation.folder, operation.name, operation.language);
        return this.#write(path, this.#newText(path, operation.piece), operation.told);
      }
      case 'draft': {
        const path = this.#fresh(operation.folder, operation.name, operation.language % 2);
        if (existsSync(join(this.root, path))) return;
        return this.#take(path, this.#newText(path, operation.piece));
      }
      case 'beneath': {
        const path = this.#file(operation.file);
        if (!existsSync(join(this.root, path))) return;
        return this.#write(path, this.#newText(path, operation.piece), operation.told);
      }
      case 'remove': return this.#remove(this.#file(operation.file), operation);
      case 'rename': {
        const path = this.#file(operation.file);
        return this.#move(path, this.#fresh(operation.folder, operation.name, ['typescript', 'python', 'notebook'].indexOf(languageOf(path))), operation.told);
      }
      case 'recase': {
        const path = this.#file(operation.file);
        const name = posix.basename(path);
        const other = name === name.toLowerCase() ? name[0]!.toUpperCase() + name.slice(1) : name.toLowerCase();
        return this.#move(path, posix.join(posix.dirname(path), other), operation.told);
      }
      case 'addFolder': return this.#addFolder(operation);
      case 'removeFolder': return this.#removeFolder(this.#folder(operation.folder), operation);
      case 'moveFolder': return this.#moveFolder(this.#folder(operation.folder), operation);
      case 'checkout': return this.#checkout(operation);
      case 'settings': return this.#settings(operation);
      case 'break': return this.#break(BROKEN[operation.variant]!);
      case 'tell': return this.#tell([this.#file(operation.file)], 'now');
      case 'baseline': return this.#baseline(operation);
      case 'review': return this.#editor.review();
      case 'pause':
        if (operation.beats > 4) await this.#tellLate();
        return this.#editor.pause(operation.beats);
    }
  }

  /** Sources on disk and in the editor, sorted. */
  files(): string[] {
    const onDisk = readdirSync(this.root, { recursive: true, encoding: 'utf8' });
    return [...new Set([...onDisk, ...this.texts.keys(), ...this.notebooks.keys()])].filter((path) => languageOf(path) !== 'other').sort();
  }

  #file(number: number): string {
    const files = this.files();
    return files[number % Math.max(1, files.length)] ?? 'src/last.ts';
  }

  /** One of the open documents, or any file when none is open. */
  #openFile(number: number): string {
    const open = [...this.texts.keys(), ...this.notebooks.keys()].sort();
    return open.length === 0 ? this.#file(number) : open[number % open.length]!;
  }

  #folder(number: number): string {
    const folders = [...new Set(this.files().map((path) => posix.dirname(path)))].filter((folder) => folder !== '.').sort();
    return folders[number % Math.max(1, folders.length)] ?? 'src';
  }

  #fresh(folder: number, name: number, language: number): string {
    const folders = [...new Set([...this.files().map((path) => posix.dirname(path)), ...FOLDERS])].sort();
    const into = folders[folder % folders.length]!;
    return posix.join(into, `made${name % 12}${['.ts', '.py', '.ipynb', '.test.ts'][language] ?? '.ts'}`);
  }

  #newText(path: string, piece: number): string {
    const other = this.#file(piece * 7);
    const pieces = [piece, piece * 3 + 1].map((each) => pieceFor(path, each, languageOf(other) === languageOf(path) ? other : path));
    return languageOf(path) === 'notebook' ? notebookFile(pieces.map((text) => ({ text }))) : pieces.join('\n');
  }

  async #type(path: string, { piece, line, parts }: Extract<Operation, { do: 'type' }>): Promise<void> {
    const other = this.#file(line * 5 + piece);
    const added = pieceFor(path, piece, languageOf(other) === languageOf(path) ? other : path);
    if (languageOf(path) === 'notebook') return this.#editCell(path, line, (text) => `${text}\n${added}`);
    const lines = (this.texts.get(path) ?? this.#read(path)).split('\n');
    const at = line % (lines.length + 1);
    for (let part = 1; part <= parts; part++) {
      const piecesOf = added.slice(0, Math.ceil(added.length * part / parts));
      await this.#take(path, [...lines.slice(0, at), piecesOf, ...lines.slice(at)].join('\n'));
    }
  }

  async #change(path: string, change: (text: string) => string): Promise<void> {
    if (languageOf(path) === 'notebook') return this.#editCell(path, 0, change);
    await this.#take(path, change(this.texts.get(path) ?? this.#read(path)));
  }

  async #take(path: string, text: string): Promise<void> {
    const before = this.texts.get(path);
    if (before !== undefined) this.#undo.set(path, [...this.#undo.get(path) ?? [], before]);
    this.texts.set(path, text);
    await this.#editor.take(path, text);
  }

  async #undoIn(path: string): Promise<void> {
    const before = this.#undo.get(path)?.pop();
    if (before === undefined) return;
    this.texts.set(path, before);
    await this.#editor.take(path, before);
  }

  async #open(path: string): Promise<void> {
    if (this.texts.has(path) || this.notebooks.has(path) || !existsSync(join(this.root, path))) return;
    if (languageOf(path) !== 'notebook') return this.#take(path, this.#read(path));
    const cells = cellsIn(this.#read(path));
    this.notebooks.set(path, cells);
    await this.#editor.openCells(path, cells);
  }

  async #editCell(path: string, at: number, change: (text: string) => string): Promise<void> {
    await this.#open(path);
    const cells = this.notebooks.get(path);
    if (cells === undefined || cells.length === 0) return;
    const index = at % cells.length;
    const text = change(cells[index]!);
    cells[index] = text;
    await this.#editor.changeCells(path, { way: 'edit', at: index, text });
  }

  async #cells(path: string, { cell, way }: Extract<Operation, { do: 'cells' }>): Promise<void> {
    if (languageOf(path) !== 'notebook') return;
    await this.#open(path);
    const cells = this.notebooks.get(path)!;
    const at = cell % (cells.length + (way === 'insert' ? 1 : 0) || 1);
    if (way === 'insert') {
      const text = pieceFor(path, cell % PIECES, path);
      cells.splice(at, 0, text);
      await this.#editor.changeCells(path, { way, at, text });
    } else if (way === 'reverse') {
      cells.reverse();
      await this.#editor.changeCells(path, { way });
    } else if (cells.length > 0) {
      cells.splice(at, 1);
      await this.#editor.changeCells(path, { way, at });
    }
  }

  async #close(path: string): Promise<void> {
    this.#undo.delete(path);
    if (this.texts.delete(path)) await this.#editor.close(path);
    if (this.notebooks.delete(path)) await this.#editor.closeCells(path);
  }

  async #save(path: string): Promise<void> {
    const cells = this.notebooks.get(path);
    const text = cells === undefined ? this.texts.get(path) : notebookFile(cells.map((each) => ({ text: each })));
    if (text === undefined) return;
    this.#put(path, text);
    await this.#editor.saved(path);
    await this.#tell([path], 'now');
  }

  async #write(path: string, text: string, told: Told): Promise<void> {
    this.#put(path, text);
    await this.#tell([path], told);
  }

  async #remove(path: string, { closes, told }: { closes: boolean; told: Told }): Promise<void> {
    rmSync(join(this.root, path), { force: true });
    if (closes) await this.#close(path);
    await this.#tell([path], told);
  }

  async #move(from: string, to: string, told: Told): Promise<void> {
    if (!existsSync(join(this.root, from)) || existsSync(join(this.root, to))) return;
    mkdirSync(dirname(join(this.root, to)), { recursive: true });
    renameSync(join(this.root, from), join(this.root, to));
    await this.#reopen(from, to);
    await this.#tell([to, from], told);
  }

  /** Editors close a renamed document and open it under its new name, unsaved as it is. */
  async #reopen(from: string, to: string): Promise<void> {
    const text = this.texts.get(from);
    const cells = this.notebooks.get(from);
    await this.#close(from);
    if (text !== undefined) await this.#take(to, text);
    if (cells === undefined) return;
    this.notebooks.set(to, cells);
    await this.#editor.openCells(to, cells);
  }

  async #addFolder({ folder, count, piece, told, wholly }: Extract<Operation, { do: 'addFolder' }>): Promise<void> {
    const into = FOLDERS[folder % FOLDERS.length]!;
    const paths = Array.from({ length: count }, (_, at) => `${into}/sub${folder % 3}/file${at}${into.startsWith('app') ? '.py' : '.ts'}`);
    for (const [at, path] of paths.entries()) this.#put(path, this.#newText(path, piece + at));
    await this.#tell(wholly ? [into] : paths, told);
  }

  async #removeFolder(folder: string, { told, wholly }: { told: Told; wholly: boolean }): Promise<void> {
    const inside = this.files().filter((path) => path.startsWith(`${folder}/`));
    rmSync(join(this.root, folder), { recursive: true, force: true });
    for (const path of inside) await this.#close(path);
    await this.#tell(wholly ? [folder] : inside, told);
  }

  async #moveFolder(folder: string, { name, told, wholly }: Extract<Operation, { do: 'moveFolder' }>): Promise<void> {
    const to = posix.join(posix.dirname(folder), `moved${name % 4}`);
    if (!existsSync(join(this.root, folder)) || existsSync(join(this.root, to))) return;
    const inside = this.files().filter((path) => path.startsWith(`${folder}/`));
    renameSync(join(this.root, folder), join(this.root, to));
    const moved = inside.map((path) => `${to}${path.slice(folder.length)}`);
    for (const [at, path] of inside.entries()) await this.#reopen(path, moved[at]!);
    await this.#tell(wholly ? [to, folder] : [...moved, ...inside], told);
  }

  /** Another branch: many files change, some come and some go, and the events come in any order. */
  async #checkout({ seed, share, told }: Extract<Operation, { do: 'checkout' }>): Promise<void> {
    const random = numbers(seed);
    const touched: string[] = [];
    for (const path of this.files()) {
      if (random() > share / 10) continue;
      touched.push(path);
      const chance = random();
      if (chance < 0.15) rmSync(join(this.root, path), { force: true });
      else if (chance < 0.3) this.#put(path.replace(/(\.\w+)$/, `_${seed % 3}$1`), this.#newText(path, Math.floor(random() * 40)));
      else this.#put(path, this.#newText(path, Math.floor(random() * 40)));
      if (chance >= 0.15 && chance < 0.3) touched.push(path.replace(/(\.\w+)$/, `_${seed % 3}$1`));
    }
    await this.#tell(touched.map((path) => ({ path, at: random() })).sort((a, b) => a.at - b.at).map(({ path }) => path), told);
  }

  async #settings({ which, variant, unsaved, told }: Extract<Operation, { do: 'settings' }>): Promise<void> {
    const [path, texts] = SETTINGS[which]!;
    const text = texts[variant % texts.length]!;
    if (path === CONFIG) this.lastGood = null;
    if (text !== null && unsaved && existsSync(join(this.root, path))) return this.#take(path, text);
    await this.#close(path);
    if (text === null) rmSync(join(this.root, path), { force: true });
    else this.#put(path, text);
    await this.#tell([path], told);
  }

  /** Rests first, so that there is no doubt which configuration was the last good one. */
  async #break(text: string): Promise<void> {
    await this.#tellLate();
    await this.#editor.rest();
    const present = this.texts.get(CONFIG) ?? this.#read(CONFIG);
    if (existsSync(join(this.root, CONFIG)) && !BROKEN.includes(present)) this.lastGood = present;
    await this.#close(CONFIG);
    await this.#write(CONFIG, text, 'now');
  }

  /** @param full writes a baseline that accepts nothing; otherwise the file goes away */
  async #baseline({ full, told }: Extract<Operation, { do: 'baseline' }>): Promise<void> {
    if (full) this.#put(BASELINE, '{ "version": 1, "findings": [] }\n');
    else rmSync(join(this.root, BASELINE), { force: true });
    await this.#tell([BASELINE], told);
  }

  async #tell(paths: readonly string[], told: Told): Promise<void> {
    if (told === 'late') return void this.#late.push(...paths);
    await this.#editor.told(paths);
    if (told === 'twice') await this.#editor.told(paths);
  }

  async #tellLate(): Promise<void> {
    const late = this.#late.reverse();
    this.#late = [];
    if (late.length > 0) await this.#editor.told(late);
  }

  #read(path: string): string {
    const file = join(this.root, path);
    return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
  }

  #put(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }
}

function withOtherEndings(text: string): string {
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
}

/** Sources of a notebook's cells; none when it is not one. */
export function cellsIn(text: string): string[] {
  try {
    const { cells } = JSON.parse(text) as { cells: { source: string[] | string }[] };
    return cells.map(({ source }) => (Array.isArray(source) ? source.join('') : source));
  } catch {
    return [];
  }
}
