/** Libraries of transformers: imputation, encoding, selection, embedding. */
import type { LibraryRows } from '../roles.ts';

export const FEATURES: LibraryRows = {
  packages: 'category_encoders feature_engine fancyimpute umap boruta tslearn',
  names: {
    learner: `
      KNN MICE UMAP BorutaPy
      CatBoostEncoder LeaveOneOutEncoder JamesSteinEncoder MEstimateEncoder WOEEncoder CountEncoder CountFrequencyEncoder
      MeanMedianImputer EqualFrequencyDiscretiser EqualWidthDiscretiser Winsorizer`,
    // Those of tslearn scale each series by itself.
    stateless: 'BinaryEncoder HashingEncoder TimeSeriesScalerMinMax TimeSeriesScalerMeanVariance TimeSeriesResampler',
  },
};

export const TEXTS: LibraryRows = {
  packages: 'gensim',
  names: {
    learner: 'TfidfModel Word2Vec Doc2Vec LdaModel',
    corpus: 'TfidfModel Word2Vec Doc2Vec LdaModel',
    learnsWhenMade: 'Word2Vec Doc2Vec FastText TfidfModel LdaModel',
    stateless: 'Dictionary',
    fits: 'train build_vocab',
    vectors: 'wv docvecs dv vectors',
  },
};
