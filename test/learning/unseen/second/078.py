# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
import lightgbm as lgb
from sklearn.metrics import mean_squared_error
import gc

# %%
sales = pd.read_csv('m5/sales_train_evaluation.csv')
cal = pd.read_csv('m5/calendar.csv', parse_dates=['date'])
sales = sales[(sales.store_id == 'CA_1') & (sales.dept_id == 'FOODS_3')]
long = sales.melt(id_vars=['id', 'item_id'], value_vars=[c for c in sales if c.startswith('d_')], var_name='d', value_name='qty')
long = long.merge(cal[['d', 'date', 'wday', 'month', 'snap_CA']], on='d')
long = long.sort_values(['id', 'date']).reset_index(drop=True)
del sales; gc.collect()

# %%
g = long.groupby('id')['qty']
for lag in (28, 35, 42):
    long[f'lag_{lag}'] = g.shift(lag)
for w in (7, 28):
    long[f'rm_{w}'] = long.groupby('id')['lag_28'].transform(lambda s: s.rolling(w).mean())
    long[f'rs_{w}'] = long.groupby('id')['lag_28'].transform(lambda s: s.rolling(w).std())
long['weekend'] = long.wday.isin([1, 2]).astype('int8')
long = long.dropna()

# %%
d_test = long.date.max() - pd.Timedelta(days=27)
d_val = d_test - pd.Timedelta(days=28)
trn = long[long.date < d_val]
val = long[(long.date >= d_val) & (long.date < d_test)]
tst = long[long.date >= d_test]
print(trn.date.max(), val.date.max(), tst.date.max())

# %%
F = [c for c in long.columns if c not in ('id', 'item_id', 'd', 'date', 'qty')]
params = dict(objective='tweedie', tweedie_variance_power=1.1, learning_rate=.05, num_leaves=127, metric='rmse', verbose=-1)
ds_t, ds_v = lgb.Dataset(trn[F], trn.qty), lgb.Dataset(val[F], val.qty)
bst = lgb.train(params, ds_t, 3000, valid_sets=[ds_t, ds_v], callbacks=[lgb.early_stopping(100), lgb.log_evaluation(200)])

# %%
pred = bst.predict(tst[F], num_iteration=bst.best_iteration)
print('RMSE', mean_squared_error(tst.qty, pred) ** .5)
lgb.plot_importance(bst)
