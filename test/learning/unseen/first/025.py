# expected: clean
# found: clean
# %%
import warnings
warnings.simplefilter("ignore")
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
from sklearn.model_selection import StratifiedShuffleSplit
from sklearn.preprocessing import RobustScaler
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (average_precision_score, precision_recall_curve,
                             confusion_matrix, classification_report)
from imblearn.over_sampling import SMOTE

# %%
cc = pd.read_csv("../input/creditcardfraud/creditcard.csv")
print(cc.shape)
cc = cc.drop_duplicates()
print(cc.shape)

# %%
cc.Class.value_counts(normalize=True)

# %%
cc.groupby("Class").Amount.describe()

# %%
cc["hour"] = (cc.Time // 3600) % 24
y = cc.pop("Class")
X = cc.drop("Time", axis=1)

# %%
sss = StratifiedShuffleSplit(n_splits=1, test_size=0.25, random_state=5)
for tr_idx, te_idx in sss.split(X, y):
    X_train, X_test = X.iloc[tr_idx].copy(), X.iloc[te_idx].copy()
    y_train, y_test = y.iloc[tr_idx], y.iloc[te_idx]
print(y_train.mean(), y_test.mean())

# %%
rs = RobustScaler().fit(X_train[["Amount", "hour"]])
X_train[["Amount", "hour"]] = rs.transform(X_train[["Amount", "hour"]])
X_test[["Amount", "hour"]] = rs.transform(X_test[["Amount", "hour"]])

# %% [markdown]
# Oversampling *after* the split and only for the training part!

# %%
X_sm, y_sm = SMOTE(sampling_strategy=0.2, random_state=0).fit_resample(X_train, y_train)
print(pd.Series(y_sm).value_counts())

# %%
lr = LogisticRegression(C=0.05, max_iter=2000)
lr.fit(X_sm, y_sm)
print("train acc", lr.score(X_sm, y_sm))

# %%
score = lr.predict_proba(X_test)[:, 1]
y_hat = lr.predict(X_test)
print(confusion_matrix(y_test, y_hat))
print(classification_report(y_test, y_hat, digits=4))
print("AP", average_precision_score(y_test, score))

# %%
p, r, t = precision_recall_curve(y_test, score)
plt.plot(r, p)
plt.xlabel("recall"); plt.ylabel("precision")
plt.show()
