# expected: multi-test
# found: multi-test 42:36
# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
from sklearn.model_selection import train_test_split, GridSearchCV
from sklearn.tree import DecisionTreeClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, recall_score

# %%
heart = pd.read_csv('heart.csv')
heart.head()

# %%
heart = pd.get_dummies(heart, columns=['cp', 'thal', 'slope', 'ca', 'restecg'])
y = heart['target']
X = heart.drop('target', axis=1)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)

# %%
# base model
base = RandomForestClassifier(random_state=0)
base.fit(X_train, y_train)
base_acc = accuracy_score(y_test, base.predict(X_test))
print('Base accuracy: ', base_acc)

# %%
param_grid = {
    'n_estimators': [50, 100, 200, 400],
    'max_depth': [None, 3, 5, 8],
    'min_samples_leaf': [1, 2, 4],
    'max_features': ['sqrt', 'log2'],
}
gs = GridSearchCV(RandomForestClassifier(random_state=0), param_grid, cv=5, n_jobs=-1)
gs.fit(X_train, y_train)
gs.best_params_

# %%
best = gs.best_estimator_
tuned_acc = accuracy_score(y_test, best.predict(X_test))
print('Tuned accuracy: ', tuned_acc)
print('Improvement of {:0.2f}%.'.format(100 * (tuned_acc - base_acc) / base_acc))

# %%
pd.Series(best.feature_importances_, X.columns).sort_values().plot.barh(figsize=(6, 8))
plt.tight_layout()
