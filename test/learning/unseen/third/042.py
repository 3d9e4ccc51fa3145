# expected: multi-test
# found: multi-test 45:20
# %%
from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_selection import SelectFromModel
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score, f1_score
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt

# %%
bc = load_breast_cancer()
X = pd.DataFrame(bc.data, columns=bc.feature_names)
y = pd.Series(bc.target)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.4, random_state=0)

# %%
clf = RandomForestClassifier(n_estimators=1000, random_state=0, n_jobs=-1)
clf.fit(X_train, y_train)

for feature in sorted(zip(X.columns, clf.feature_importances_), key=lambda t: -t[1]):
    print(feature)

# %%
sfm = SelectFromModel(clf, threshold=0.03, prefit=True)
chosen = X.columns[sfm.get_support()]
chosen

# %%
X_important_train = sfm.transform(X_train)
X_important_test = sfm.transform(X_test)

# %%
clf_important = RandomForestClassifier(n_estimators=1000, random_state=0, n_jobs=-1)
clf_important.fit(X_important_train, y_train)

# %%
# Apply The Full Featured Classifier To The Test Data
y_pred = clf.predict(X_test)
print('full    ', accuracy_score(y_test, y_pred), f1_score(y_test, y_pred))

# Apply The Limited Featured Classifier To The Test Data
y_important_pred = clf_important.predict(X_important_test)
print('limited ', accuracy_score(y_test, y_important_pred), f1_score(y_test, y_important_pred))

# %%
plt.barh(*zip(*sorted(zip(X.columns, clf.feature_importances_), key=lambda t: t[1])))
plt.tight_layout()
