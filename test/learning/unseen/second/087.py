# expected: clean
# found: clean
# %%
import numpy as np, pandas as pd
from sklearn.model_selection import GridSearchCV, cross_val_score, RepeatedStratifiedKFold, StratifiedKFold
from sklearn.pipeline import Pipeline
from sklearn.feature_selection import SelectKBest, f_classif, VarianceThreshold
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import LogisticRegression
import matplotlib.pyplot as plt

# %% [markdown]
# # Radiomics signature, nested cross-validation
# N=118 patients, 1037 features (pyradiomics)

# %%
feat = pd.read_csv('radiomics_features.csv', index_col='PatientID')
feat = feat.loc[:, ~feat.columns.str.startswith('diagnostics')]
clin = pd.read_csv('clinical.csv', index_col='PatientID')
common = feat.index.intersection(clin.index)
X = feat.loc[common].astype(float)
y = clin.loc[common, 'pCR'].astype(int)
print(X.shape, y.mean())

# %%
pipe = Pipeline([
    ('var', VarianceThreshold(1e-6)),
    ('sc', StandardScaler()),
    ('kb', SelectKBest(f_classif)),
    ('lr', LogisticRegression(penalty='l1', solver='liblinear', max_iter=2000)),
])
grid = {'kb__k': [5, 10, 20, 50], 'lr__C': [.01, .1, 1, 10]}

# %%
inner = StratifiedKFold(5, shuffle=True, random_state=0)
outer = RepeatedStratifiedKFold(n_splits=5, n_repeats=10, random_state=0)
gs = GridSearchCV(pipe, grid, cv=inner, scoring='roc_auc', n_jobs=-1)
auc = cross_val_score(gs, X, y, cv=outer, scoring='roc_auc')

# %%
plt.hist(auc, bins=15)
lo, hi = np.percentile(auc, [2.5, 97.5])
print(f'nested AUC {auc.mean():.3f}  [{lo:.3f}, {hi:.3f}]')

# %%
gs.fit(X, y)
kept = X.columns[gs.best_estimator_['var'].get_support()][gs.best_estimator_['kb'].get_support()]
print(gs.best_params_)
print(list(kept))
