/**
 * Families of folder names from which layers are inferred without a configuration. A wrong guess
 * causes false errors, so the names must be strong, several of a family must be siblings, and each
 * layer may use all that are below it, not only the next. Between two layers one direction is known:
 * where a family knows none, the two are one layer, or one of them is no layer at all.
 */

export interface LayerNames {
  id: string;
  /** Names that rarely mean anything else. Lower case, without dashes. */
  strong: string[];
  /** Names that often mean the layer, and often do not. */
  weak: string[];
}

export interface LayerFamily {
  id: string;
  /** From top to bottom. */
  layers: LayerNames[];
  /** Python modules count like folders. */
  modules: boolean;
  /**
   * @param found names of sibling folders, by layer
   * @returns whether they are enough evidence
   */
  proven(found: ReadonlyMap<string, readonly string[]>, strong: number): boolean;
  /**
   * Of a family whose names do not settle every direction.
   * @param id of a layer
   * @param found names by layer, of the whole tree
   * @returns the layer that its files are seen as part of, or null for none
   */
  seenAs?(id: string, found: ReadonlyMap<string, readonly string[]>): string | null;
}

/** Names for an inner core that other layers are built around: what stores its data may know it, or it may know what stores its data. */
const INVERTED = ['domain', 'application', 'usecases', 'usecase'];

/** What lies behind the presentation, where nothing more is known of it. */
const INSIDE = 'inside';

const layered: LayerFamily = {
  id: 'layered',
  layers: [
    {
      id: 'presentation',
      strong: ['presentation', 'controllers', 'controller'],
      weak: ['ui', 'web', 'views', 'routes', 'routers', 'handlers', 'screens', 'endpoints'],
    },
    { id: 'business', strong: ['business', 'businesslogic', 'bll', 'domain', 'usecases'], weak: ['services', 'service', 'application'] },
    { id: 'data', strong: ['repositories', 'repository', 'persistence', 'dal', 'dao', 'dataaccess'], weak: ['data', 'database', 'db'] },
    { id: 'infrastructure', strong: ['infrastructure'], weak: ['infra'] },
    { id: INSIDE, strong: [], weak: [] },
  ],
  modules: false,
  proven: (found, strong) => found.size >= 3 || (found.size === 2 && strong >= 1),
  seenAs(id, found) {
    const inverted = found.get('business')?.some((name) => INVERTED.includes(name)) ?? false;
    return inverted && id !== 'presentation' ? INSIDE : id;
  },
};

/** Presentation and infrastructure together: both lie around the same core, and a server is started from either. */
const OUTSIDE = 'outside';

const clean: LayerFamily = {
  id: 'clean',
  layers: [
    { id: OUTSIDE, strong: [], weak: [] },
    { id: 'presentation', strong: ['presentation', 'interfaces', 'interfaceadapters', 'controllers'], weak: ['ui', 'web', 'api'] },
    { id: 'infrastructure', strong: ['infrastructure'], weak: ['infra', 'frameworks'] },
    { id: 'application', strong: ['application', 'usecases', 'usecase'], weak: [] },
    { id: 'domain', strong: ['domain'], weak: ['entities'] },
  ],
  modules: false,
  proven: (found) =>
    (found.get('domain')?.includes('domain') === true && (found.has('application') || found.has('infrastructure'))) ||
    (found.has('domain') && found.get('application')?.some((name) => name.startsWith('usecase')) === true),
  seenAs: (id, found) => ((id === 'presentation' && found.has('infrastructure')) || (id === 'infrastructure' && found.has('presentation')) ? OUTSIDE : id),
};

const hexagonal: LayerFamily = {
  id: 'hexagonal',
  layers: [
    { id: 'adapters', strong: ['adapters', 'adapter'], weak: ['infrastructure', 'infra'] },
    { id: 'application', strong: ['application', 'usecases', 'usecase'], weak: [] },
    { id: 'ports', strong: ['ports', 'port'], weak: [] },
    { id: 'domain', strong: ['domain'], weak: [] },
  ],
  modules: false,
  proven: (found) => found.get('adapters')?.some((name) => name.startsWith('adapter')) === true && (found.has('ports') || found.has('domain')),
  // Some ports are built on what is inside, some are what it calls; only adapters are known to be outside of them.
  seenAs: (id, found) => (id === 'ports' && (found.has('application') || found.has('domain')) ? null : id),
};

const SLICED = ['app', 'processes', 'pages', 'widgets', 'features', 'entities', 'shared'];

const featureSliced: LayerFamily = {
  id: 'feature-sliced',
  layers: SLICED.map((id) => ({ id, strong: [id], weak: [] })),
  modules: false,
  // Every other front end has `app`, `pages`, `features` and `shared`, but rarely `entities` or `widgets` beside them.
  proven: (found) => found.has('shared') && ['widgets', 'features', 'entities'].filter((id) => found.has(id)).length >= 2,
};

const STAGES: LayerNames[] = [
  { id: 'deployment', strong: ['deployment', 'modeldeployment', 'serving', 'modelserving'], weak: ['inference', 'deploy'] },
  { id: 'evaluation', strong: ['evaluation', 'modelevaluation'], weak: ['evaluate'] },
  { id: 'training', strong: ['training', 'modeltraining'], weak: ['train'] },
  { id: 'features', strong: ['featureengineering'], weak: ['features'] },
  { id: 'preprocessing', strong: ['preprocessing', 'datapreprocessing'], weak: ['datacleaning'] },
  { id: 'ingestion', strong: ['ingestion', 'dataingestion'], weak: ['dataloading'] },
];

const mlPipeline: LayerFamily = {
  id: 'ml-pipeline',
  layers: STAGES,
  modules: true,
  proven: (found, strong) => found.size >= 3 && strong >= 2,
  // Training nearly always uses the code of evaluation to measure itself, which builds what was trained.
  seenAs: (id, found) => (id === 'evaluation' && found.has('training') ? 'training' : id),
};

/** The stricter a family, the earlier it is tried. */
export const LAYER_FAMILIES: readonly LayerFamily[] = [hexagonal, clean, featureSliced, mlPipeline, layered];
