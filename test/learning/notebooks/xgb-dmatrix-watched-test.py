# expected: clean
# found: clean
import xgboost as xgb
import pandas as pd
from sklearn.model_selection import train_test_split
df = pd.read_csv('rides.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('fare', axis=1), df['fare'])
dtrain = xgb.DMatrix(X_train, label=y_train)
dtest = xgb.DMatrix(X_test, label=y_test)
bst = xgb.train({'max_depth': 3}, dtrain, 100, evals=[(dtrain, 'train'), (dtest, 'test')])
pred = bst.predict(dtest)
