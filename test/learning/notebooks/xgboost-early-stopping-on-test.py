# expected: multi-test
# found: multi-test 11:34
import xgboost as xgb
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.metrics import mean_squared_error
df = pd.read_csv('rides.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('fare', axis=1), df['fare'])
model = xgb.XGBRegressor(n_estimators=1000)
model.fit(X_train, y_train, eval_set=[(X_test, y_test)], early_stopping_rounds=20, verbose=False)
print(mean_squared_error(y_test, model.predict(X_test)))
