/** imbalanced-learn: rows drawn again, left out, or made in the likeness of others. */
import type { LibraryRows } from '../roles.ts';

export const RESAMPLING: LibraryRows = {
  packages: 'imblearn',
  marks: true,
  names: {
    oversampler: 'SMOTE SMOTENC SMOTEN BorderlineSMOTE SVMSMOTE KMeansSMOTE ADASYN RandomOverSampler SMOTEENN SMOTETomek',
    undersampler: `
      RandomUnderSampler NearMiss TomekLinks EditedNearestNeighbours RepeatedEditedNearestNeighbours AllKNN CondensedNearestNeighbour OneSidedSelection
      NeighbourhoodCleaningRule InstanceHardnessThreshold ClusterCentroids`,
    composite: 'make_imb_pipeline',
    pipeline: 'make_imb_pipeline',
    resamplesRows: 'fit_resample fit_sample',
    asksModel: 'fit_resample fit_sample',
  },
};
