# expected: preprocessing
# found: preprocessing 30:11, preprocessing 32:33, preprocessing 32:51
# undecided: multi-test
# %%
import gc
import numpy as np
import pandas as pd
import lightgbm as lgb
from sklearn.model_selection import StratifiedKFold
from sklearn.metrics import roc_auc_score
import warnings
warnings.filterwarnings('ignore')

# %%
train_df = pd.read_csv('../input/train.csv')
test_df = pd.read_csv('../input/test.csv')
print(train_df.shape, test_df.shape)

# %%
target = train_df.pop('target')
train_ids, test_ids = train_df.pop('ID_code'), test_df.pop('ID_code')
raw_feats = list(train_df.columns)

# %% [markdown]
# ## frequency and standardised features

# %%
both = pd.concat([train_df, test_df], axis=0, ignore_index=True)
for f in raw_feats:
    cnt = both[f].value_counts()
    both[f + '_cnt'] = both[f].map(cnt).astype('int32')
    both[f + '_z'] = (both[f] - both[f].mean()) / both[f].std()
train_df = both.iloc[:len(target)].reset_index(drop=True)
test_df = both.iloc[len(target):].reset_index(drop=True)
del both; gc.collect()

# %%
param = {
    'bagging_freq': 5, 'bagging_fraction': 0.4, 'boost_from_average': 'false', 'boost': 'gbdt',
    'feature_fraction': 0.05, 'learning_rate': 0.01, 'max_depth': -1, 'metric': 'auc',
    'min_data_in_leaf': 80, 'min_sum_hessian_in_leaf': 10.0, 'num_leaves': 13, 'num_threads': 8,
    'tree_learner': 'serial', 'objective': 'binary', 'verbosity': 1,
}

# %%
folds = StratifiedKFold(n_splits=10, shuffle=False)
oof = np.zeros(len(train_df))
predictions = np.zeros(len(test_df))
feature_importance_df = pd.DataFrame()

for fold_, (trn_idx, val_idx) in enumerate(folds.split(train_df.values, target.values)):
    print("Fold {}".format(fold_))
    trn_data = lgb.Dataset(train_df.iloc[trn_idx], label=target.iloc[trn_idx])
    val_data = lgb.Dataset(train_df.iloc[val_idx], label=target.iloc[val_idx])

    clf = lgb.train(param, trn_data, 1000000, valid_sets=[trn_data, val_data],
                    verbose_eval=5000, early_stopping_rounds=3000)
    oof[val_idx] = clf.predict(train_df.iloc[val_idx], num_iteration=clf.best_iteration)

    fold_importance_df = pd.DataFrame()
    fold_importance_df["Feature"] = train_df.columns
    fold_importance_df["importance"] = clf.feature_importance()
    fold_importance_df["fold"] = fold_ + 1
    feature_importance_df = pd.concat([feature_importance_df, fold_importance_df], axis=0)

    predictions += clf.predict(test_df, num_iteration=clf.best_iteration) / folds.n_splits

print("CV score: {:<8.5f}".format(roc_auc_score(target, oof)))

# %%
sub_df = pd.DataFrame({"ID_code": test_ids.values})
sub_df["target"] = predictions
sub_df.to_csv("submission.csv", index=False)
