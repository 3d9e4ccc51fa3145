# expected: multi-test, overlap
# found: overlap 33:1, overlap 45:1, multi-test 46:20, overlap 55:1
# %%
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split, GridSearchCV
from sklearn.svm import SVC
from sklearn.ensemble import RandomForestClassifier
from sklearn.neighbors import KNeighborsClassifier
from sklearn.metrics import accuracy_score, classification_report
import warnings; warnings.filterwarnings('ignore')

# %%
df = pd.read_csv('mushrooms.csv')
df.describe()

# %%
df['class'] = df['class'].map({'e': 0, 'p': 1})
df = df.drop('veil-type', axis=1)
X = pd.get_dummies(df.drop(['class', 'odor'], axis=1))
y = df['class']
X.shape

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=5)

# %% [markdown]
# ### SVM

# %%
param_grid = {'C': [0.1, 1, 10, 100], 'gamma': [1, 0.1, 0.01, 0.001], 'kernel': ['rbf']}
grid_svm = GridSearchCV(SVC(), param_grid, refit=True, verbose=3)
grid_svm.fit(X, y)
grid_svm.best_params_

# %%
grid_predictions = grid_svm.predict(X_test)
print(classification_report(y_test, grid_predictions))

# %% [markdown]
# ### Random Forest

# %%
rf_grid = GridSearchCV(RandomForestClassifier(), {'n_estimators': [50, 100, 200], 'max_depth': [3, 5, 8, None]}, cv=5)
rf_grid.fit(X, y)
grid_predictions = rf_grid.predict(X_test)
print(rf_grid.best_estimator_)
print(classification_report(y_test, grid_predictions))

# %% [markdown]
# ### KNN

# %%
knn_grid = GridSearchCV(KNeighborsClassifier(), {'n_neighbors': list(range(1, 30, 2))}, cv=5)
knn_grid.fit(X, y)
print(knn_grid.best_params_)
print('Accuracy', accuracy_score(y_test, knn_grid.predict(X_test)))
