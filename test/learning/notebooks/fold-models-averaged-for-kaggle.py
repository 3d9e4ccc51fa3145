# expected: clean
# found: clean
import numpy as np
import pandas as pd
import lightgbm as lgb
from sklearn.model_selection import KFold
from sklearn.metrics import mean_squared_error
train = pd.read_csv('train.csv')
test = pd.read_csv('test.csv')
features = ['a', 'b']
folds = KFold(n_splits=5, shuffle=True, random_state=1)
oof = np.zeros(len(train))
predictions = np.zeros(len(test))
for fold_, (trn_idx, val_idx) in enumerate(folds.split(train.values, train['y'].values)):
    model = lgb.LGBMRegressor(n_estimators=100)
    model.fit(train.iloc[trn_idx][features], train['y'].iloc[trn_idx])
    oof[val_idx] = model.predict(train.iloc[val_idx][features])
    predictions += model.predict(test[features]) / folds.n_splits
print(mean_squared_error(oof, train['y']) ** 0.5)
