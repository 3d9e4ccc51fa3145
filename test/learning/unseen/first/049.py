# expected: multi-test
# found: multi-test 62:20
# %% [markdown]
# # Supervised Learning
# ## Project: Finding Donors for *CharityML*

# %%
import numpy as np
import pandas as pd
from time import time
from IPython.display import display
import visuals as vs
%matplotlib inline
data = pd.read_csv("census.csv")
display(data.head(n=1))

# %%
n_records = data.shape[0]
n_greater_50k = (data['income'] == '>50K').sum()
n_at_most_50k = (data['income'] == '<=50K').sum()
print("Total number of records: {}".format(n_records))
print("Individuals making more than $50,000: {}".format(n_greater_50k))

# %%
income_raw = data['income']
features_raw = data.drop('income', axis=1)
vs.distribution(data)

# %%
skewed = ['capital-gain', 'capital-loss']
features_log_transformed = pd.DataFrame(data=features_raw)
features_log_transformed[skewed] = features_raw[skewed].apply(lambda x: np.log(x + 1))

# %%
features_final = pd.get_dummies(features_log_transformed)
income = income_raw.replace({'<=50K': 0, '>50K': 1})
encoded = list(features_final.columns)
print("{} total features after one-hot encoding.".format(len(encoded)))

# %%
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(features_final, income, test_size=0.2, random_state=0)
print("Training set has {} samples.".format(X_train.shape[0]))

# %% [markdown]
# ### Model tuning

# %%
from sklearn.metrics import fbeta_score, make_scorer, accuracy_score
from sklearn.model_selection import GridSearchCV
from sklearn.ensemble import AdaBoostClassifier

clf = AdaBoostClassifier(random_state=0)
parameters = {'n_estimators': [50, 200, 500], 'learning_rate': [0.1, 0.5, 1.0]}
scorer = make_scorer(fbeta_score, beta=0.5)
grid_obj = GridSearchCV(clf, parameters, scoring=scorer)
grid_fit = grid_obj.fit(X_train, y_train)
best_clf = grid_fit.best_estimator_

# Make predictions using the unoptimized and model
predictions = (clf.fit(X_train, y_train)).predict(X_test)
best_predictions = best_clf.predict(X_test)

# Report the before-and-afterscores
print("Unoptimized model\n------")
print("Accuracy score on testing data: {:.4f}".format(accuracy_score(y_test, predictions)))
print("F-score on testing data: {:.4f}".format(fbeta_score(y_test, predictions, beta=0.5)))
print("\nOptimized Model\n------")
print("Final accuracy score on the testing data: {:.4f}".format(accuracy_score(y_test, best_predictions)))
print("Final F-score on the testing data: {:.4f}".format(fbeta_score(y_test, best_predictions, beta=0.5)))

# %%
from sklearn.base import clone
importances = best_clf.feature_importances_
vs.feature_plot(importances, X_train, y_train)
X_train_reduced = X_train[X_train.columns.values[(np.argsort(importances)[::-1])[:5]]]
X_test_reduced = X_test[X_test.columns.values[(np.argsort(importances)[::-1])[:5]]]
clf = (clone(best_clf)).fit(X_train_reduced, y_train)
reduced_predictions = clf.predict(X_test_reduced)
print("\nFinal Model trained on reduced data\n------")
print("Accuracy on testing data: {:.4f}".format(accuracy_score(y_test, reduced_predictions)))
