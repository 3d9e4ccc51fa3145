# expected: overlap, preprocessing
# found: preprocessing 23:9, overlap 24:12
# %%
import pandas as pd
import numpy as np
from sklearn.preprocessing import StandardScaler
from imblearn.over_sampling import ADASYN
from sklearn.model_selection import StratifiedKFold
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import precision_score, recall_score, f1_score, roc_auc_score

# %%
# NASA defect prediction (PROMISE), data of Menzies
def load(name):
    d = pd.read_csv('promise/%s.csv' % name)
    y = d['defects'].astype(str).str.strip().isin(['true', 'True', 'yes', 'Y']).astype(int).values
    return d.drop('defects', axis=1).apply(pd.to_numeric, errors='coerce').fillna(0).values, y

projects = ['cm1', 'jm1', 'kc1', 'kc2', 'pc1']

# %%
def prepare(X, y):
    X = StandardScaler().fit_transform(X)
    X, y = ADASYN(n_neighbors=5, random_state=0).fit_resample(X, y)
    return X, y

# %%
rows = []
for p in projects:
    X, y = prepare(*load(p))
    skf = StratifiedKFold(n_splits=10, shuffle=True, random_state=0)
    res = []
    for train_index, test_index in skf.split(X, y):
        clf = RandomForestClassifier(n_estimators=100, random_state=0)
        clf.fit(X[train_index], y[train_index])
        pr = clf.predict(X[test_index])
        pp = clf.predict_proba(X[test_index])[:, 1]
        t = y[test_index]
        res.append([precision_score(t, pr), recall_score(t, pr), f1_score(t, pr), roc_auc_score(t, pp)])
    rows.append([p] + list(np.mean(res, axis=0)))

# %%
tab = pd.DataFrame(rows, columns=['project', 'precision', 'recall', 'f1', 'auc']).round(3)
tab

# %%
print(tab.to_latex(index=False))
