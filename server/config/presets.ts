/**
 * Known architectures: layers with their usual folder names, and which may import from which.
 * Every folder with one of the names counts, at any depth; the one nearest to the root decides.
 */
import type { PresetName } from './config.ts';

export interface PresetLayer {
  id: string;
  /** Folder names, any of which makes a file part of the layer. */
  folders: string[];
  /** Python modules that are a layer in a single file: `model_training.py`. */
  modules?: string[];
  mayUse: string[];
  /** The folders directly inside may not import each other. */
  sliced?: boolean;
}

/** Every layer may use only the one below it, and all may use the infrastructure. */
const LAYERED: PresetLayer[] = [
  { id: 'presentation', folders: ['presentation'], mayUse: ['business', 'infrastructure'] },
  { id: 'business', folders: ['business'], mayUse: ['data', 'infrastructure'] },
  { id: 'data', folders: ['data'], mayUse: ['infrastructure'] },
  { id: 'infrastructure', folders: ['infrastructure'], mayUse: [] },
];

/** Imports lead inwards only; outer layers are called through interfaces that the inner ones own. */
const CLEAN: PresetLayer[] = [
  { id: 'infrastructure', folders: ['infrastructure', 'infra', 'frameworks'], mayUse: ['presentation', 'application', 'domain'] },
  { id: 'presentation', folders: ['presentation', 'interfaces', 'interface-adapters', 'interface_adapters', 'controllers'], mayUse: ['application', 'domain'] },
  { id: 'application', folders: ['application', 'usecases', 'use-cases', 'use_cases'], mayUse: ['domain'] },
  { id: 'domain', folders: ['domain', 'entities'], mayUse: [] },
];

/** Adapters know the ports; no inner layer knows an adapter. */
const HEXAGONAL: PresetLayer[] = [
  { id: 'adapters', folders: ['adapters'], mayUse: ['application', 'ports', 'domain'] },
  { id: 'application', folders: ['application', 'usecases', 'use-cases', 'use_cases'], mayUse: ['ports', 'domain'] },
  { id: 'ports', folders: ['ports'], mayUse: ['domain'] },
  { id: 'domain', folders: ['domain'], mayUse: [] },
];

const SLICED_TOP_DOWN = ['app', 'processes', 'pages', 'widgets', 'features', 'entities', 'shared'];
const WITHOUT_SLICES = new Set(['app', 'shared']);

/** Each layer may use all layers below it; slices of one layer are independent. */
const FEATURE_SLICED: PresetLayer[] = SLICED_TOP_DOWN.map((id, at) => ({
  id,
  folders: [id],
  mayUse: SLICED_TOP_DOWN.slice(at + 1),
  sliced: !WITHOUT_SLICES.has(id),
}));

/**
 * Each stage may use the stages before it, with two exceptions that keep production code small and
 * reproducible: deployment serves a finished model and must not pull in the code that reads raw data
 * or trains, and model definitions do not know where their data comes from. The pipeline connects
 * the stages, and none of them uses it.
 */
const ML_PIPELINE: PresetLayer[] = [
  {
    id: 'pipeline', folders: ['pipeline', 'pipelines', 'orchestration'], modules: ['data_pipeline', 'pipeline'],
    mayUse: ['deployment', 'evaluation', 'training', 'models', 'features', 'preprocessing', 'ingestion'],
  },
  {
    id: 'deployment', folders: ['deployment', 'serving', 'inference', 'model_deployment'], modules: ['model_deployment'],
    mayUse: ['evaluation', 'models', 'features', 'preprocessing'],
  },
  {
    id: 'evaluation', folders: ['evaluation', 'model_evaluation'], modules: ['model_evaluation'],
    mayUse: ['training', 'models', 'features', 'preprocessing', 'ingestion'],
  },
  { id: 'training', folders: ['training', 'model_training'], modules: ['model_training'], mayUse: ['models', 'features', 'preprocessing', 'ingestion'] },
  { id: 'models', folders: ['models'], mayUse: ['features', 'preprocessing'] },
  { id: 'features', folders: ['features', 'feature_engineering'], modules: ['feature_engineering'], mayUse: ['preprocessing', 'ingestion'] },
  { id: 'preprocessing', folders: ['preprocessing', 'data_preprocessing'], modules: ['data_preprocessing'], mayUse: ['ingestion'] },
  { id: 'ingestion', folders: ['ingestion', 'data_ingestion'], modules: ['data_ingestion'], mayUse: [] },
];

const LAYERS: Readonly<Record<PresetName, readonly PresetLayer[]>> = {
  layered: LAYERED,
  clean: CLEAN,
  hexagonal: HEXAGONAL,
  'feature-sliced': FEATURE_SLICED,
  'ml-pipeline': ML_PIPELINE,
};

/**
 * @param preset its name
 * @returns its layers from top to bottom, with globs for the whole workspace
 */
export function presetLayers(preset: PresetName): { id: string; paths: string[]; mayUse: string[]; sliced: boolean }[] {
  return LAYERS[preset].map(({ id, folders, modules = [], mayUse, sliced = false }) => ({
    id,
    paths: [...folders.map((folder) => `**/${folder}/**`), ...modules.map((module) => `**/${module}.py`)],
    mayUse: [...mayUse],
    sliced,
  }));
}
