/**
 * Families of folder names from which layers are inferred without a configuration. A wrong guess
 * causes false errors, so the names must be strong, several of a family must be siblings, and only
 * directions that every variant of the family forbids are forbidden. Where teams differ (may a
 * controller call a repository?) the configuration decides.
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
   * @param id of a layer
   * @param found names by layer
   * @returns the layers that it may import from
   */
  mayUse(id: string, found: ReadonlyMap<string, readonly string[]>): string[];
}

/** Names for an inner core that other layers are built around: imports may go both ways. */
const INVERTED = ['domain', 'application', 'usecases', 'usecase'];

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
  ],
  modules: false,
  proven: (found, strong) => found.size >= 3 || (found.size === 2 && strong >= 1),
  mayUse(id, found) {
    const inverted = found.get('business')?.some((name) => INVERTED.includes(name)) ?? false;
    if (id === 'presentation') return ['business', 'data', 'infrastructure'];
    if (id === 'business') return ['data', 'infrastructure'];
    if (id === 'data') return inverted ? ['business', 'infrastructure'] : ['infrastructure'];
    // At the bottom of the four layers all others use it; elsewhere it often implements what is above it.
    const bottom = found.get('business')?.includes('business') === true && found.get('data')?.includes('data') === true;
    return bottom ? [] : ['business', 'data'];
  },
};

const clean: LayerFamily = {
  id: 'clean',
  layers: [
    { id: 'presentation', strong: ['presentation', 'interfaces', 'interfaceadapters', 'controllers'], weak: ['ui', 'web', 'api'] },
    { id: 'infrastructure', strong: ['infrastructure'], weak: ['infra', 'frameworks'] },
    { id: 'application', strong: ['application', 'usecases', 'usecase'], weak: [] },
    { id: 'domain', strong: ['domain'], weak: ['entities'] },
  ],
  modules: false,
  proven: (found) =>
    (found.get('domain')?.includes('domain') === true && (found.has('application') || found.has('infrastructure'))) ||
    (found.has('domain') && found.get('application')?.some((name) => name.startsWith('usecase')) === true),
  mayUse(id) {
    if (id === 'presentation') return ['infrastructure', 'application', 'domain'];
    if (id === 'infrastructure') return ['presentation', 'application', 'domain'];
    return id === 'application' ? ['domain'] : [];
  },
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
  mayUse(id) {
    if (id === 'adapters') return ['application', 'ports', 'domain'];
    if (id === 'application') return ['ports', 'domain'];
    return id === 'ports' ? ['application', 'domain'] : ['ports'];
  },
};

const SLICED = ['app', 'processes', 'pages', 'widgets', 'features', 'entities', 'shared'];

const featureSliced: LayerFamily = {
  id: 'feature-sliced',
  layers: SLICED.map((id) => ({ id, strong: [id], weak: [] })),
  modules: false,
  // Every other front end has `app`, `pages`, `features` and `shared`, but rarely `entities` or `widgets` beside them.
  proven: (found) => found.has('shared') && ['widgets', 'features', 'entities'].filter((id) => found.has(id)).length >= 2,
  mayUse: (id) => SLICED.slice(SLICED.indexOf(id) + 1),
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
  mayUse(id) {
    const earlier = STAGES.slice(STAGES.findIndex((stage) => stage.id === id) + 1).map((stage) => stage.id);
    // Training nearly always uses the code of evaluation to measure itself.
    return id === 'training' ? ['evaluation', ...earlier] : earlier;
  },
};

/** The stricter a family, the earlier it is tried. */
export const LAYER_FAMILIES: readonly LayerFamily[] = [hexagonal, clean, featureSliced, mlPipeline, layered];
