# expected: preprocessing
# found: preprocessing 21:9, preprocessing 25:9
# %%
import numpy as np, pandas as pd
from sklearn.model_selection import KFold
from xgboost import XGBClassifier
from sklearn.metrics import roc_auc_score

# %%
tr = pd.read_csv('train.csv', na_values=-1)   # Porto Seguro
y = tr.target.values
tr = tr.drop(['id', 'target'], axis=1)
calc = [c for c in tr.columns if c.startswith('ps_calc')]
tr = tr.drop(calc, axis=1)
tr['n_missing'] = tr.isnull().sum(axis=1)
tr = tr.fillna(-1)

# %%
# target-encode all categoricals
cats = [c for c in tr.columns if c.endswith('_cat')]
prior = y.mean()
tmp = tr.copy()
tmp['y'] = y
for c in cats:
    g = tmp.groupby(c)['y'].agg(['mean', 'count'])
    smooth = 1 / (1 + np.exp(-(g['count'] - 100) / 10))
    enc = prior * (1 - smooth) + g['mean'] * smooth
    tr[c + '_te'] = tr[c].map(enc)
tr = tr.drop(cats, axis=1)
tr.head()

# %%
def gini(a, p):
    return 2 * roc_auc_score(a, p) - 1

kf = KFold(5, shuffle=True, random_state=15)
oof = np.zeros(len(y))
for i, (a, b) in enumerate(kf.split(tr)):
    model = XGBClassifier(n_estimators=400, max_depth=4, learning_rate=.07, subsample=.8, colsample_bytree=.8, min_child_weight=6)
    model.fit(tr.iloc[a], y[a])
    oof[b] = model.predict_proba(tr.iloc[b])[:, 1]
    print(i, gini(y[b], oof[b]))

# %%
print('OOF gini', gini(y, oof))
