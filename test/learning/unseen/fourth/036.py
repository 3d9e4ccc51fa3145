# expected: multi-test, preprocessing
# found: preprocessing 18:15, multi-test 31:40
# %%
import pandas as pd
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score
# %%
genes = pd.read_csv('gene_expression.csv', index_col=0)
labels = genes['tumor_type'].map({'ALL': 0, 'AML': 1})
genes = genes.drop('tumor_type', axis=1)
genes.shape
# %%
forest = RandomForestClassifier(n_estimators=1000, random_state=0, n_jobs=-1)
forest.fit(genes, labels)
importances = forest.feature_importances_
indices = np.argsort(importances)[::-1]
# %%
keep = genes.columns[indices[:50]]
print(keep)
small = genes[keep]
# %%
X_train, X_test, y_train, y_test = train_test_split(small, labels, test_size=0.33, random_state=8)
# %%
m = RandomForestClassifier(n_estimators=500).fit(X_train, y_train)
print('RF', accuracy_score(y_test, m.predict(X_test)))
# %%
m = LogisticRegression(C=0.1).fit(X_train, y_train)
print('LogReg', accuracy_score(y_test, m.predict(X_test)))
