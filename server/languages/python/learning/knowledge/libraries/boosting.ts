/** Gradient boosting: XGBoost, LightGBM, CatBoost. */
import type { LibraryRows } from '../roles.ts';

export const BOOSTING: LibraryRows = {
  packages: 'xgboost lightgbm catboost',
  aliases: 'xgb=xgboost lgb=lightgbm',
  marks: true,
  names: {
    holdsRows: 'DMatrix QuantileDMatrix Pool',
    watcher: 'early_stopping',
    trains: 'xgboost.train lightgbm.train catboost.train',
    crossValidates: 'xgboost.cv lightgbm.cv catboost.cv',
  },
};
