/** Names of keyword arguments, by what they pass. */

/** Rows to train on or to predict. */
export const ROWS = ['X', 'x', 'X_train', 'x_train', 'raw_documents', 'dataset', 'train_dataset', 'generator', 'data', 'df', 'train_dataloaders'] as const;
/** Rows and their targets, in functions that split or repeat both alike. */
export const ROWS_AND_TARGETS = ['X', 'y'] as const;
/** Rows that functions of boosting libraries train on. */
export const BOOSTED = ['dtrain', 'train_set', 'pool'] as const;
/** Rows that are watched while training. */
export const WATCHED = ['validation_data', 'eval_set', 'valid_sets', 'evals', 'val_dataloaders', 'eval_dataset'] as const;
/** Passed when the model is created, not when it is trained. */
export const WATCHED_WHEN_MADE = 'eval_dataset';
/** A share of the training rows that training itself holds back. */
export const HELD_BACK = ['validation_split', 'validation_fraction'] as const;
/** Sizes: they say how large something should be, and do not enter the data. */
export const SIZES = /^(shape|size|maxlen|max_len|max_length|num_classes|n_classes|minlength|n_features|input_dim|input_shape|num_words|batch_size)$/;
