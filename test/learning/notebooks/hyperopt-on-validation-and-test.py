# expected: clean
# found: clean
from hyperopt import fmin, tpe, hp
import pandas as pd
import xgboost as xgb
from sklearn.model_selection import train_test_split
df = pd.read_csv('d.csv')
X, X_test, y, y_test = train_test_split(df.drop('y', axis=1), df['y'])
X_train, X_val, y_train, y_val = train_test_split(X, y)
def objective(space):
    clf = xgb.XGBClassifier(max_depth=int(space['max_depth']))
    clf.fit(X_train, y_train)
    return -clf.score(X_val, y_val)
best = fmin(fn=objective, space={'max_depth': hp.quniform('max_depth', 3, 18, 1)}, algo=tpe.suggest, max_evals=100)
clf = xgb.XGBClassifier(max_depth=int(best['max_depth'])).fit(X, y)
print(clf.score(X_test, y_test))
