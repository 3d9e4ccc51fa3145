# expected: clean
# found: clean
# %%
import pandas as pd, numpy as np
from imblearn.pipeline import Pipeline as ImbPipeline
from imblearn.over_sampling import SMOTE
from imblearn.under_sampling import RandomUnderSampler
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import RepeatedStratifiedKFold, cross_validate

# %%
# Mammography microcalcification dataset
url = 'https://raw.githubusercontent.com/jbrownlee/Datasets/master/mammography.csv'
df = pd.read_csv(url, header=None)
X, y = df.values[:, :-1], df.values[:, -1]
y = (y == "'1'").astype(int)
np.bincount(y)

# %%
import matplotlib.pyplot as plt
for label, color in zip((0, 1), ('tab:blue', 'tab:orange')):
    ix = np.where(y == label)[0]
    plt.scatter(X[ix, 0], X[ix, 1], s=5, label=str(label), c=color)
plt.legend()

# %%
steps = [
    ('scale', StandardScaler()),
    ('over', SMOTE(sampling_strategy=0.1, k_neighbors=5, random_state=1)),
    ('under', RandomUnderSampler(sampling_strategy=0.5, random_state=1)),
    ('model', LogisticRegression(max_iter=1000)),
]
pipeline = ImbPipeline(steps=steps)

# %%
cv = RepeatedStratifiedKFold(n_splits=10, n_repeats=3, random_state=1)
scores = cross_validate(pipeline, X, y, scoring=['roc_auc', 'average_precision', 'recall'], cv=cv, n_jobs=-1)
for k in ('test_roc_auc', 'test_average_precision', 'test_recall'):
    print('%s: %.3f (+/- %.3f)' % (k, scores[k].mean(), scores[k].std()))

# %%
# fit on everything to keep for the app
pipeline.fit(X, y)
import joblib
joblib.dump(pipeline, 'mammo.joblib')
