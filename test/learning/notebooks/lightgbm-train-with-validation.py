# expected: clean
# found: clean
import lightgbm as lgb
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.metrics import mean_squared_error
df = pd.read_csv('rides.csv')
train, test = train_test_split(df, test_size=0.2)
train, valid = train_test_split(train, test_size=0.1)
features = ['distance', 'hour']
dtrain = lgb.Dataset(train[features], train['fare'])
dvalid = lgb.Dataset(valid[features], valid['fare'], reference=dtrain)
booster = lgb.train({'objective': 'l2'}, dtrain, valid_sets=[dvalid], callbacks=[lgb.early_stopping(20)])
print(mean_squared_error(test['fare'], booster.predict(test[features])))
