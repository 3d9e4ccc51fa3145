# expected: clean
# found: clean
# undecided: preprocessing
# %%
import numpy as np
import pandas as pd
from sklearn.model_selection import KFold, train_test_split
from catboost import CatBoostRegressor, Pool
from sklearn.metrics import mean_squared_log_error

# %%
raw = pd.read_csv('avocado_prices.csv', parse_dates=['Date'])
raw['month'] = raw['Date'].dt.month
raw['dow'] = raw['Date'].dt.dayofweek
raw['ratio'] = raw['XLarge Bags'] / (raw['Total Bags'] + 1)
raw = raw.drop(columns=['Date', 'Unnamed: 0'])

# %%
dev, hold = train_test_split(raw, test_size=.2, random_state=123)
dev = dev.reset_index(drop=True)
hold = hold.reset_index(drop=True)

# %%
# region mean encoding, out of fold for dev, full dev mean for hold
gm = dev.AveragePrice.mean()
dev['region_te'] = gm
for a, b in KFold(5, shuffle=True, random_state=1).split(dev):
    m = dev.iloc[a].groupby('region').AveragePrice.mean()
    dev.loc[b, 'region_te'] = dev.loc[b, 'region'].map(m).fillna(gm)
full = dev.groupby('region').AveragePrice.mean()
hold['region_te'] = hold.region.map(full).fillna(gm)

# %%
feat = [c for c in dev.columns if c not in ('AveragePrice', 'region')]
trn, val = train_test_split(dev, test_size=.15, random_state=4)
p_trn = Pool(trn[feat], trn.AveragePrice, cat_features=['type'])
p_val = Pool(val[feat], val.AveragePrice, cat_features=['type'])
p_hold = Pool(hold[feat], hold.AveragePrice, cat_features=['type'])

# %%
cb = CatBoostRegressor(iterations=5000, learning_rate=.05, depth=6, verbose=250, random_seed=0)
cb.fit(p_trn, eval_set=p_val, early_stopping_rounds=100, use_best_model=True)

# %%
pred = cb.predict(p_hold)
print('RMSLE hold-out', np.sqrt(mean_squared_log_error(hold.AveragePrice, pred)))
