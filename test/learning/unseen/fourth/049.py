# expected: preprocessing
# found: preprocessing 17:10, preprocessing 20:17
# %%
import pandas as pd
import numpy as np
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_squared_error
from scipy import stats
# %%
load = pd.read_csv('hourly_load.csv', parse_dates=['ts']).set_index('ts').sort_index()
load['hour'] = load.index.hour
load['dow'] = load.index.dayofweek
load['lag24'] = load['mw'].shift(24)
load['lag168'] = load['mw'].shift(168)
load = load.dropna()
# %%
lo, hi = load['temp'].quantile([0.01, 0.99])
load['temp'] = load['temp'].clip(lo, hi)
for col in ['temp', 'lag24', 'lag168']:
    load[col] = stats.zscore(load[col])
# %%
train = load.loc[:'2017-12-31']
test = load.loc['2018-01-01':]
# %%
xcols = ['hour', 'dow', 'temp', 'lag24', 'lag168']
gbr = GradientBoostingRegressor(n_estimators=300, max_depth=5)
gbr.fit(train[xcols], train['mw'])
# %%
fc = gbr.predict(test[xcols])
print('RMSE', np.sqrt(mean_squared_error(test['mw'], fc)))
# %%
pd.DataFrame({'y': test['mw'], 'fc': fc}, index=test.index)['2018-01-01':'2018-01-14'].plot(figsize=(14, 4))
