# expected: multi-test
# found: clean
# missed: multi-test
# %%
import numpy as np
import pandas as pd
import lightgbm as lgb
from sklearn.model_selection import StratifiedKFold
from sklearn.metrics import roc_auc_score
import matplotlib.pyplot as plt
import seaborn as sns
import gc
import warnings
warnings.filterwarnings('ignore')

# %%
train_df = pd.read_csv('../input/train.csv')
train_df.head()

# %%
train_df.shape

# %%
sns.countplot(train_df['target'], palette='Set3')

# %%
def plot_feature_distribution(df1, df2, features):
    i = 0
    plt.figure()
    fig, ax = plt.subplots(10, 10, figsize=(18, 22))
    for feature in features:
        i += 1
        plt.subplot(10, 10, i)
        sns.distplot(df1[feature], hist=False)
        sns.distplot(df2[feature], hist=False)
    plt.show()

t0 = train_df.loc[train_df['target'] == 0]
t1 = train_df.loc[train_df['target'] == 1]
features = train_df.columns.values[2:102]
plot_feature_distribution(t0, t1, features)

# %%
features = [c for c in train_df.columns if c not in ['ID_code', 'target']]
target = train_df['target']
train_df = train_df.fillna(-999)

# %%
# row aggregates
train_df['sum'] = train_df[features].sum(axis=1)
train_df['row_max'] = train_df[features].max(axis=1)
train_df['row_std'] = train_df[features].std(axis=1)
features = features + ['sum', 'row_max', 'row_std']

# %%
param = {
    'bagging_freq': 5,
    'bagging_fraction': 0.4,
    'boost_from_average': 'false',
    'boost': 'gbdt',
    'feature_fraction': 0.05,
    'learning_rate': 0.01,
    'max_depth': -1,
    'metric': 'auc',
    'num_leaves': 13,
    'objective': 'binary',
    'verbosity': 1
}

# %%
folds = StratifiedKFold(n_splits=10, shuffle=False)
oof = np.zeros(len(train_df))
feature_importance_df = pd.DataFrame()

for fold_, (trn_idx, val_idx) in enumerate(folds.split(train_df.values, target.values)):
    print("Fold {}".format(fold_))
    trn_data = lgb.Dataset(train_df.iloc[trn_idx][features], label=target.iloc[trn_idx])
    val_data = lgb.Dataset(train_df.iloc[val_idx][features], label=target.iloc[val_idx])
    num_round = 1000000
    clf = lgb.train(param, trn_data, num_round, valid_sets=[trn_data, val_data], verbose_eval=1000,
                    early_stopping_rounds=3000)
    oof[val_idx] = clf.predict(train_df.iloc[val_idx][features], num_iteration=clf.best_iteration)

    fold_importance_df = pd.DataFrame()
    fold_importance_df["Feature"] = features
    fold_importance_df["importance"] = clf.feature_importance()
    fold_importance_df["fold"] = fold_ + 1
    feature_importance_df = pd.concat([feature_importance_df, fold_importance_df], axis=0)
    gc.collect()

print("CV score: {:<8.5f}".format(roc_auc_score(target, oof)))

# %%
cols = feature_importance_df[["Feature", "importance"]].groupby("Feature").mean().sort_values(
    by="importance", ascending=False)[:150].index
best_features = feature_importance_df.loc[feature_importance_df.Feature.isin(cols)]
plt.figure(figsize=(14, 28))
sns.barplot(x="importance", y="Feature", data=best_features.sort_values(by="importance", ascending=False))
