/** NumPy and SciPy: arrays, statistics, positions, random numbers. */
import type { LibraryRows } from '../roles.ts';

export const NUMPY: LibraryRows = {
  packages: 'numpy',
  aliases: 'np=numpy',
  names: {
    reader: 'loadtxt genfromtxt load',
    statistic: `
      percentile nanmean nanmedian nanstd nanvar nanpercentile nanquantile average amin amax nanmin nanmax ptp norm histogram
      pearsonr spearmanr ttest_ind linregress trim_mean iqr`,
    featureTest: 'pearsonr spearmanr',
    plainStatistic: 'percentile nanmean nanmedian nanstd nanvar nanpercentile nanquantile average amin amax nanmin nanmax',
    fillsGaps: 'where select nan_to_num',
    cutsColumn: 'clip digitize searchsorted greater less greater_equal less_equal',
    spreads: 'zscore boxcox yeojohnson rankdata winsorize',
    picksBest: 'argmax argmin nanargmax nanargmin amax amin nanmax nanmin',
    averages: 'mean average count_nonzero',
    likeness: 'fliplr flipud flip rot90',
    splitsAt: 'numpy.split numpy.array_split',
    stacks: 'concatenate vstack hstack row_stack',
    stacksAcross: 'hstack',
    stacksFeatures: 'concatenate hstack',
    repeatsAlongAxis: 'numpy.repeat',
    repeatsWhole: 'numpy.tile',
    countsUp: 'arange',
    permutes: 'permutation',
    draws: 'numpy.sample',
    drawsAgain: 'choice',
    whichRows: 'nonzero argwhere where',
    randomNumbers: 'rand uniform random',
    randomOfSize: 'random_sample',
    numpyGenerator: 'RandomState default_rng Generator',
    makesPlaces: 'numpy.zeros numpy.ones numpy.empty numpy.full',
    makesPlacesLike: 'zeros_like ones_like full_like empty_like',
    keepsElements: 'squeeze',
    sameRows: 'numpy toarray todense astype reshape ravel flatten squeeze T transpose',
    turns: 'T transpose',
    values: 'T',
  },
};
