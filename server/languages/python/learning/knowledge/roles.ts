/** What a name of a library can do to data. Each library lists its names under these roles. */

/** Classes. */
export type ClassRole =
  /** Learns something about the values in the rows: scalers, imputers, selectors, clusterings. */
  | 'learner'
  /** A learner that only learns which words or signs there are, and no number about them. */
  | 'vocabulary'
  /** A learner of words: each collection of texts may have words of its own. */
  | 'corpus'
  /** A learner that learns from its constructor's arguments: `Word2Vec(sentences)`. */
  | 'learnsWhenMade'
  /** Transforms, and learns at most which categories exist. */
  | 'stateless'
  /** Combines several transformers or models. */
  | 'composite'
  /** A composite whose last step may be a model. */
  | 'pipeline'
  | 'oversampler'
  | 'undersampler'
  | 'splitter'
  | 'search'
  | 'model'
  | 'loss'
  /** A data set of the library: creating it returns rows. */
  | 'dataset'
  /** Makes a table of its argument, and nothing else. */
  | 'holdsRows'
  /** Loads the rows of a data set in batches. */
  | 'loader'
  /** Trains one model on one data set and watches it on another, when it is created. */
  | 'trainer'
  /** Watches a score while training, and keeps the best or stops. */
  | 'watcher'
  /** A watcher that writes the model to a file. */
  | 'checkpoint'
  /** Base class of data sets. */
  | 'datasetBase'
  /** Base class of networks. */
  | 'networkBase'
  /** Base class of classes that do not train by their own code: networks and transformers. */
  | 'trainedOutside';

/** Functions that do something special with rows; a name has one of these roles. */
export const EFFECTS = [
  'splitsInTwo', 'splitsByLengths', 'splitsAt', 'choosesRows', 'stacks', 'resamples', 'thins', 'reorders', 'repeatsAlongAxis', 'repeatsWhole', 'counts',
  'countsUp', 'permutes', 'draws', 'drawsAgain', 'whichRows', 'randomNumbers', 'randomOfSize', 'numpyGenerator', 'pythonGenerator', 'makesPlaces',
  'makesPlacesLike', 'clones', 'copies', 'trains',
] as const satisfies readonly FunctionRole[];
export type Effect = (typeof EFFECTS)[number];

/** Functions. */
export type FunctionRole =
  | 'metric'
  | 'reader'
  /** Reads something that holds no rows: a model, a configuration. */
  | 'readsNoRows'
  /** A reader that returns training and test data separately. */
  | 'readsBothParts'
  /** A reader that returns all parts by name unless one is requested. */
  | 'readsPieces'
  /** A statistic over rows. */
  | 'statistic'
  /** A statistic that is recognised by its bare name too: tests of features against the target. */
  | 'featureTest'
  /** A statistic of one argument, where an axis may be given: `df.mean(1)`. */
  | 'axisStatistic'
  /** Says only how large values are: selecting by it reveals nothing about the target. */
  | 'plainStatistic'
  /** Puts its argument where a value is missing, or where a condition holds. */
  | 'fillsGaps'
  /** Uses its argument as borders. */
  | 'cutsColumn'
  /** Changes each value using all rows. */
  | 'spreads'
  /** Makes variations of pictures and rows. */
  | 'likeness'
  /** Returns counts or names; nothing is learned. */
  | 'shape'
  | 'crossValidates'
  | 'trains'
  | 'splitsInTwo'
  /** Splits by the lengths or shares in the second argument. */
  | 'splitsByLengths'
  /** Splits at the positions in the second argument. */
  | 'splitsAt'
  /** Rows of the first argument at the positions of the second. */
  | 'choosesRows'
  /** Puts tables one below the other, or side by side. */
  | 'stacks'
  /** A stack that puts features side by side unless the tables differ. */
  | 'stacksAcross'
  /** A stack that returns the features of one row in a loop or function. */
  | 'stacksFeatures'
  /** Draws rows with replacement by default. */
  | 'resamples'
  | 'thins'
  | 'reorders'
  | 'repeatsAlongAxis'
  | 'repeatsWhole'
  /** The number of rows. */
  | 'counts'
  /** Positions from zero. */
  | 'countsUp'
  | 'permutes'
  /** Draws positions, without replacement. */
  | 'draws'
  /** Draws positions, with replacement by default. */
  | 'drawsAgain'
  | 'whichRows'
  /** A random number for each row. */
  | 'randomNumbers'
  /** The same, where the size is always the first argument. */
  | 'randomOfSize'
  | 'numpyGenerator'
  | 'pythonGenerator'
  /** An array with a place for each row. */
  | 'makesPlaces'
  | 'makesPlacesLike'
  /** An untrained model like the given one. */
  | 'clones'
  /** A copy that knows what the original knows. */
  | 'copies'
  /** Sums and averages; of hits they are a result. */
  | 'averages'
  /** Names columns of a table that is not yet known. */
  | 'namesColumns'
  /** A statistic of a column given by name. */
  | 'ofNamedColumn'
  /** Copies its argument and keeps elements apart. */
  | 'keepsElements'
  /** Returns the best of several, or its position. */
  | 'picksBest'
  /** Calls its argument again and again, and keeps the best. */
  | 'optimizes'
  | 'writesModel'
  | 'readsModel'
  /** Returns a network, with or without weights. */
  | 'pretrained';

/** Methods of models. */
export type ModelMethodRole =
  /** Trains, or learns from rows. */
  | 'fits'
  /** A `fits` that continues the training before. */
  | 'fitsFurther'
  | 'fitsAndTransforms'
  | 'fitsAndPredicts'
  /** Trains several models and keeps the best. */
  | 'searches'
  | 'transforms'
  | 'resamplesRows'
  | 'splits'
  | 'predicts'
  | 'scores'
  /** Only models have it: the object is a model. */
  | 'asksModel'
  /** Called on models that also hold rows. */
  | 'trainsInPlace'
  /** Returns what was learned. */
  | 'tellsKnowledge'
  /** Returns the same model. */
  | 'keepsModel'
  /** Measures answers that it receives batch by batch. */
  | 'countsBatches'
  /** Advances the training with the answers that went into a loss. */
  | 'backpropagates'
  | 'generatesRows'
  | 'readsRows'
  | 'savesItself';

/** Attributes of models. */
export type AttributeRole =
  | 'modelItself'
  | 'innerScores'
  | 'vectors'
  | 'bestSettings'
  | 'resultForRows'
  | 'learnedNumbers';

/** Methods and attributes of tables. */
export type TableRole =
  /** Returns the same rows, as the same table. */
  | 'sameRows'
  /** A separate copy: changes to it do not affect the original. */
  | 'ownCopy'
  | 'filters'
  /** Says for each row whether something is true. */
  | 'conditions'
  /** A condition on cells that are empty, or are not. */
  | 'asksEmpty'
  /** A condition that is true where another one is false. */
  | 'negates'
  /** Looks at the rows before or after. */
  | 'neighbours'
  | 'windows'
  /** Draws, writes or prints. */
  | 'drawing'
  /** An accessor for the same rows, which selects by label or position. */
  | 'view'
  /** Rows become columns. */
  | 'turns'
  /** The values of the table without its labels. */
  | 'values'
  | 'labels'
  | 'groups'
  | 'head' | 'tail' | 'take' | 'skip' | 'sample' | 'drop' | 'isin' | 'difference'
  | 'splitsByName' | 'splitsByShares'
  | 'appends'
  /** Rows with a label, or of one group. */
  | 'picksLabel'
  /** A number of rows from a position. */
  | 'slices'
  /** Adds columns, by expressions. */
  | 'addsColumns'
  /** Leaves only the columns that are given, or makes new ones by expressions. */
  | 'choosesColumns'
  /** Fills what is missing, by a statistic if its argument names one. */
  | 'fillsByStrategy'
  /** Makes a list of the values. */
  | 'lists'
  /** Changes the table that it is called on. */
  | 'changesInPlace'
  /** Calls a function for each row or value. */
  | 'applies'
  /** Calls a function with the whole table. */
  | 'appliesWhole'
  /** Of groups: one value for each row. */
  | 'groupTransform'
  /** A `groupTransform` that only looks back. */
  | 'groupFill'
  /** Of groups: some of the rows, or one value for each row that says nothing of the others. */
  | 'groupRows'
  /** Of groups: one row for each group. */
  | 'groupSummary';

export type Role = ClassRole | FunctionRole | ModelMethodRole | AttributeRole | TableRole;

/**
 * What is known about one library. Names are last parts (`StandardScaler`), because one class is imported
 * in many ways. Where a name means something in this library only, the package stands before it
 * (`numpy.split`); `builtins` stands for names without a package.
 */
export interface LibraryRows {
  packages: string;
  /** Short names in use where no import says what they are: `np=numpy`. */
  aliases?: string;
  /** A file that names one of the packages is read. */
  marks?: boolean;
  /** Its functions draw, write or log: they return nothing that is followed. */
  mute?: boolean;
  names?: Readonly<Partial<Record<Role, string>>>;
}
