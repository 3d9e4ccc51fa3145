/** Python's own functions and modules. */
import type { LibraryRows } from '../roles.ts';

export const PYTHON: LibraryRows = {
  packages: 'random copy io collections',
  names: {
    holdsRows: 'Path Counter OrderedDict StringIO BytesIO',
    reader: 'open',
    counts: 'len',
    countsUp: 'range',
    // In any other library it returns all positions.
    permutes: 'sample',
    draws: 'random.sample builtins.sample choices',
    pythonGenerator: 'random.Random',
    copies: 'deepcopy',
    picksBest: 'max min',
    keepsElements: 'list tuple sorted set reversed iter deepcopy copy tqdm trange display',
  },
};

/** Drawings, logs, files. */
export const MUTE: LibraryRows = {
  packages: 'matplotlib seaborn plotly bokeh altair IPython warnings os sys logging pathlib time datetime json pickle joblib mlflow wandb',
  mute: true,
  names: { writesModel: 'dump' },
};
