# expected: clean
# found: clean
# %% [markdown]
# # Demand forecasting for stores - baseline
# data: 2013-01-01 .. 2017-12-31, 10 stores, 50 items

# %%
import numpy as np
import pandas as pd
import lightgbm as lgb
import matplotlib.pyplot as plt
import seaborn as sns

# %%
df = pd.read_csv('../input/demand-forecasting-kernels-only/train.csv', parse_dates=['date'])
df = df.sort_values(['store', 'item', 'date']).reset_index(drop=True)
df.tail()

# %%
df.groupby('date').sales.sum().plot(figsize=(15, 4))

# %%
def create_date_features(d):
    d['month'] = d.date.dt.month
    d['day_of_month'] = d.date.dt.day
    d['day_of_year'] = d.date.dt.dayofyear
    d['day_of_week'] = d.date.dt.dayofweek
    d['year'] = d.date.dt.year
    d["is_wknd"] = d.date.dt.weekday // 4
    return d

df = create_date_features(df)

# %%
# only lags > 90 days so that they are known at forecast time
for lag in [91, 98, 105, 112, 182, 364]:
    df['lag_%d' % lag] = df.groupby(['store', 'item'])['sales'].shift(lag)

# %%
df['sales'] = np.log1p(df['sales'].values)

# %%
train = df[df.date < '2017-04-01']
val = df[(df.date >= '2017-04-01') & (df.date < '2017-08-01')]
test = df[df.date >= '2017-08-01']
cols = [c for c in df.columns if c not in ['date', 'sales', 'year']]
print(len(train), len(val), len(test))

# %%
def smape(preds, target):
    n = len(preds)
    mask = ~((preds == 0) & (target == 0))
    preds, target = preds[mask], target[mask]
    return 200 * np.sum(np.abs(preds - target) / (np.abs(preds) + np.abs(target))) / n

def lgbm_smape(preds, data):
    return 'SMAPE', smape(np.expm1(preds), np.expm1(data.get_label())), False

# %%
lgb_params = {'metric': {'mae'}, 'num_leaves': 10, 'learning_rate': 0.02, 'feature_fraction': 0.8,
              'max_depth': 5, 'verbose': 0, 'nthread': -1}
lgbtrain = lgb.Dataset(data=train[cols], label=train['sales'])
lgbval = lgb.Dataset(data=val[cols], label=val['sales'], reference=lgbtrain)
model = lgb.train(lgb_params, lgbtrain, num_boost_round=10000, valid_sets=[lgbtrain, lgbval],
                  early_stopping_rounds=200, feval=lgbm_smape, verbose_eval=100)

# %%
print('val', smape(np.expm1(model.predict(val[cols], num_iteration=model.best_iteration)), np.expm1(val.sales)))

# %%
y_test_pred = model.predict(test[cols], num_iteration=model.best_iteration)
print('TEST SMAPE', smape(np.expm1(y_test_pred), np.expm1(test.sales.values)))

# %%
lgb.plot_importance(model, max_num_features=15)
