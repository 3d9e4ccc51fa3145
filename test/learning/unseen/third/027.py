# expected: clean
# found: clean
# %%
from catboost import CatBoostClassifier, Pool
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.metrics import roc_auc_score, accuracy_score

# %%
cols = ['age','workclass','fnlwgt','education','education-num','marital-status','occupation',
        'relationship','race','sex','capital-gain','capital-loss','hours-per-week','native-country','income']
adult = pd.read_csv('adult.data', header=None, names=cols, skipinitialspace=True, na_values='?')
adult.sample(5)

# %%
adult['income'] = (adult['income'] == '>50K').astype(int)
cat_features = adult.select_dtypes('object').columns.tolist()
adult[cat_features] = adult[cat_features].fillna('missing')
adult = adult.drop(columns='education-num')
cat_features

# %%
X = adult.drop(columns='income'); y = adult['income']
X_dev, X_test, y_dev, y_test = train_test_split(X, y, test_size=.2, random_state=100, stratify=y)
X_train, X_valid, y_train, y_valid = train_test_split(X_dev, y_dev, test_size=.25, random_state=100, stratify=y_dev)

train_pool = Pool(X_train, y_train, cat_features=cat_features)
valid_pool = Pool(X_valid, y_valid, cat_features=cat_features)
test_pool = Pool(X_test, y_test, cat_features=cat_features)

# %%
results = []
for depth in (4, 6, 8):
    for l2 in (1, 3, 9):
        m = CatBoostClassifier(iterations=2000, depth=depth, l2_leaf_reg=l2, learning_rate=0.05,
                               eval_metric='AUC', od_type='Iter', od_wait=50, random_seed=1, verbose=False)
        m.fit(train_pool, eval_set=valid_pool, use_best_model=True)
        auc = roc_auc_score(y_valid, m.predict_proba(valid_pool)[:, 1])
        results.append((auc, depth, l2, m))
        print(f'depth={depth} l2={l2} valid auc={auc:.4f} trees={m.tree_count_}')

# %%
results.sort(key=lambda r: r[0], reverse=True)
best_auc, d, l2, best_model = results[0]
best_auc, d, l2

# %%
p = best_model.predict_proba(test_pool)[:, 1]
print('TEST  auc {:.4f}  acc {:.4f}'.format(roc_auc_score(y_test, p), accuracy_score(y_test, p > .5)))

# %%
best_model.get_feature_importance(prettified=True).head(8)
