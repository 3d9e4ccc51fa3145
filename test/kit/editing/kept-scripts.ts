/** Short scripts, one for each way in which what is shown went stale once, or could. A script that fails is added here, shrunk. */
import type { Operation } from './operations.ts';

/** Position of a settings file in `SETTINGS`, and of one of its texts. */
const CONFIG = 0;
const PACKAGE = 3;
const INNER_PACKAGE = 4;
const TSCONFIG = 5;
const BASE = 6;
const GITIGNORE = 9;
const GITKEEP = 10;
const COVERAGE = 12;
const SAMPLE = 14;
const SAMPLE_PACKAGE = 15;
/** The piece that imports by an alias of the tsconfig. */
const ALIAS = 14;

const setting = (which: number, variant: number, unsaved = false): Operation => ({ do: 'settings', which, variant, unsaved, told: 'now' });
const pause: Operation = { do: 'pause', beats: 9 };
/** Long enough to be judged in full. */
const rest = Array.from({ length: 20 }, () => pause);

export const KEPT: Readonly<Record<string, readonly Operation[]>> = {
  'a file is typed in while the folder is read anew': [
    { do: 'open', file: 20 }, pause, { do: 'review' }, { do: 'pause', beats: 1 }, { do: 'type', file: 20, piece: 4, line: 0, parts: 1 },
  ],
  'files change on disk while the folder is read anew': [{ do: 'review' }, { do: 'checkout', seed: 3, share: 9, told: 'now' }],
  'a configuration is typed, and then something else': [
    setting(CONFIG, 1), setting(CONFIG, 4, true), { do: 'pause', beats: 3 }, { do: 'type', file: 25, piece: 2, line: 3, parts: 2 },
  ],
  'a new folder is a new block': [{ do: 'addFolder', folder: 0, count: 2, piece: 3, told: 'now', wholly: false }],
  'a new folder that the watcher tells of by its name alone': [{ do: 'addFolder', folder: 1, count: 3, piece: 2, told: 'now', wholly: true }],
  'a folder is removed, and the watcher tells of the folder alone': [{ do: 'removeFolder', folder: 4, told: 'now', wholly: true }],
  'a folder is moved, and the watcher tells of the folders alone': [{ do: 'moveFolder', folder: 5, name: 1, told: 'now', wholly: true }],
  'a text is open that is no file yet': [{ do: 'draft', folder: 4, name: 0, piece: 1, language: 0 }],
  'a file is removed that is still open': [
    { do: 'type', file: 25, piece: 2, line: 0, parts: 1 }, pause, { do: 'remove', file: 25, closes: false, told: 'now' },
  ],
  'the name of the package changes': [setting(PACKAGE, 1)],
  'a folder becomes a package': [setting(INNER_PACKAGE, 1)],
  'a package makes a sample of a test, and is gone': [setting(SAMPLE, 1), ...rest, setting(SAMPLE_PACKAGE, 1), ...rest, setting(SAMPLE_PACKAGE, 0)],
  'a package makes a sample of a test': [setting(SAMPLE, 1), ...rest, setting(SAMPLE_PACKAGE, 1)],
  'what the tsconfig extends changes': [
    setting(CONFIG, 2), setting(BASE, 0), setting(TSCONFIG, 2), { do: 'type', file: 13, piece: ALIAS, line: 0, parts: 1 }, ...rest, setting(BASE, 1),
  ],
  'a generated file is all that a layer holds': [
    setting(CONFIG, 2), pause, { do: 'addFolder', folder: 0, count: 1, piece: 12, told: 'now', wholly: false }, pause,
    { do: 'removeFolder', folder: 7, told: 'now', wholly: false },
  ],
  'an empty folder is kept on purpose': [setting(CONFIG, 2), pause, setting(GITKEEP, 1), pause, setting(GITKEEP, 0)],
  'git ignores a folder, and no longer': [setting(GITIGNORE, 1), pause, setting(GITIGNORE, 0)],
  'a coverage report appears': [setting(CONFIG, 7), pause, setting(COVERAGE, 1)],
  'a configuration is broken, and a file comes': [
    setting(CONFIG, 2), { do: 'break', variant: 0 }, pause, { do: 'create', folder: 4, name: 2, piece: 2, language: 0, told: 'now' },
  ],
  'a file gets its name in other letters': [{ do: 'recase', file: 14, told: 'late' }, { do: 'recase', file: 3, told: 'now' }],
};
