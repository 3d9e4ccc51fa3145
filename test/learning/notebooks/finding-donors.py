# expected: preprocessing, multi-test
# found: preprocessing 21:44, multi-test 30:24
import numpy as np
import pandas as pd
from time import time
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split, GridSearchCV
from sklearn.metrics import fbeta_score, accuracy_score, make_scorer
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier
from sklearn.base import clone
data = pd.read_csv('census.csv')
income_raw = data['income']
features_raw = data.drop('income', axis=1)
skewed = ['capital-gain', 'capital-loss']
features_log_transformed = pd.DataFrame(data=features_raw)
features_log_transformed[skewed] = features_raw[skewed].apply(lambda x: np.log(x + 1))
scaler = MinMaxScaler()
numerical = ['age', 'capital-gain']
features_log_minmax_transform = pd.DataFrame(data=features_log_transformed)
features_log_minmax_transform[numerical] = scaler.fit_transform(features_log_transformed[numerical])
features_final = pd.get_dummies(features_log_minmax_transform)
income = income_raw.map({'<=50K': 0, '>50K': 1})
X_train, X_test, y_train, y_test = train_test_split(features_final, income, test_size=0.2, random_state=0)
def train_predict(learner, sample_size, X_train, y_train, X_test, y_test):
    results = {}
    start = time()
    learner = learner.fit(X_train[:sample_size], y_train[:sample_size])
    results['train_time'] = time() - start
    predictions_test = learner.predict(X_test)
    predictions_train = learner.predict(X_train[:300])
    results['acc_train'] = accuracy_score(y_train[:300], predictions_train)
    results['acc_test'] = accuracy_score(y_test, predictions_test)
    return results
clf_A, clf_B = SVC(random_state=0), DecisionTreeClassifier(random_state=0)
results = {}
for clf in [clf_A, clf_B]:
    clf_name = clf.__class__.__name__
    results[clf_name] = {}
    for i, samples in enumerate([361, 3617, 36177]):
        results[clf_name][i] = train_predict(clf, samples, X_train, y_train, X_test, y_test)
grid_obj = GridSearchCV(clone(clf_B), {'max_depth': [2, 4]}, scoring=make_scorer(fbeta_score, beta=0.5))
best_clf = grid_obj.fit(X_train, y_train).best_estimator_
print(accuracy_score(y_test, best_clf.predict(X_test)))
