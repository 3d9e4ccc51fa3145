# expected: clean
# found: clean
# %% [markdown]
# # Credit card fraud: handling the imbalance properly

# %%
import pandas as pd
import numpy as np
from collections import Counter
from sklearn.model_selection import StratifiedShuffleSplit
from sklearn.preprocessing import RobustScaler
from sklearn.linear_model import LogisticRegression
from imblearn.over_sampling import SMOTE
from sklearn.metrics import average_precision_score, precision_recall_curve, classification_report

# %%
df = pd.read_csv('../input/creditcardfraud/creditcard.csv')
print('No Frauds', round(df['Class'].value_counts()[0] / len(df) * 100, 2), '% of the dataset')
print('Frauds', round(df['Class'].value_counts()[1] / len(df) * 100, 2), '% of the dataset')

# %%
y = df.pop('Class').values
X = df.values
sss = StratifiedShuffleSplit(n_splits=1, test_size=0.2, random_state=7)
for tr_idx, te_idx in sss.split(X, y):
    X_tr, X_te = X[tr_idx].copy(), X[te_idx].copy()
    y_tr, y_te = y[tr_idx], y[te_idx]

# %%
# scale Time and Amount (first and last column)
rob = RobustScaler().fit(X_tr[:, [0, -1]])
X_tr[:, [0, -1]] = rob.transform(X_tr[:, [0, -1]])
X_te[:, [0, -1]] = rob.transform(X_te[:, [0, -1]])

# %%
print('before', Counter(y_tr))
sm = SMOTE(sampling_strategy='minority', random_state=7)
X_res, y_res = sm.fit_resample(X_tr, y_tr)
print('after', Counter(y_res))

# %%
clf = LogisticRegression(C=0.1, solver='liblinear')
clf.fit(X_res, y_res)

# %%
p = clf.predict_proba(X_te)[:, 1]
print('AUPRC', average_precision_score(y_te, p))
print(classification_report(y_te, (p > 0.5).astype(int)))

# %%
import matplotlib.pyplot as plt
prec, rec, thr = precision_recall_curve(y_te, p)
plt.step(rec, prec, where='post')
plt.xlabel('Recall'); plt.ylabel('Precision')
plt.show()
