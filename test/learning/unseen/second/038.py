# expected: multi-test, overlap
# found: overlap 25:25, multi-test 40:35
# %%
import pandas as pd
import numpy as np
from sklearn.utils import resample
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier
from sklearn.ensemble import RandomForestClassifier, AdaBoostClassifier
from sklearn.metrics import roc_auc_score, confusion_matrix
import matplotlib.pyplot as plt

# %%
bank = pd.read_csv('bank-additional-full.csv', sep=';')
bank = bank.drop('duration', axis=1)
bank['y'] = bank['y'].map({'yes': 1, 'no': 0})
bank = pd.get_dummies(bank)
bank.y.value_counts(normalize=True)

# %%
# Upsample minority class
df_majority = bank[bank.y == 0]
df_minority = bank[bank.y == 1]

df_minority_upsampled = resample(df_minority, replace=True, n_samples=len(df_majority), random_state=123)
df_upsampled = pd.concat([df_majority, df_minority_upsampled])
df_upsampled.y.value_counts()

# %%
y = df_upsampled.y
X = df_upsampled.drop('y', axis=1)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)

# %%
clf_1 = DecisionTreeClassifier().fit(X_train, y_train)
print('tree', roc_auc_score(y_test, clf_1.predict_proba(X_test)[:, 1]))

# %%
clf_2 = RandomForestClassifier(n_estimators=100).fit(X_train, y_train)
print('rf', roc_auc_score(y_test, clf_2.predict_proba(X_test)[:, 1]))

# %%
clf_3 = AdaBoostClassifier().fit(X_train, y_train)
print('ada', roc_auc_score(y_test, clf_3.predict_proba(X_test)[:, 1]))

# %%
print(confusion_matrix(y_test, clf_2.predict(X_test)))
