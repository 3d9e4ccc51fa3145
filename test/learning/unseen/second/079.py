# expected: multi-test, preprocessing
# found: preprocessing 25:20, preprocessing 26:6, multi-test 50:14
# %%
import numpy as np
import pandas as pd
import lightgbm as lgb
import matplotlib.pyplot as plt

# %%
rossmann = pd.read_csv('rossmann/train.csv', parse_dates=['Date'], low_memory=False)
store = pd.read_csv('rossmann/store.csv')
df = rossmann[rossmann.Open == 1].merge(store, on='Store')
df = df[df.Sales > 0].sort_values('Date')
df['StateHoliday'] = df['StateHoliday'].astype(str).map({'0': 0, 'a': 1, 'b': 2, 'c': 3})
df['StoreType'] = df['StoreType'].map(dict(a=0, b=1, c=2, d=3))
df['Assortment'] = df['Assortment'].map(dict(a=0, b=1, c=2))
df['CompetitionDistance'] = df['CompetitionDistance'].fillna(0)

# %%
for p in ['year', 'month', 'day', 'dayofweek']:
    df[p] = getattr(df.Date.dt, p)

# %%
# mean sales per store, and per store and weekday
df['store_mean'] = df.groupby('Store')['Sales'].transform('mean')
sw = df.groupby(['Store', 'DayOfWeek'])['Sales'].agg(['mean', 'std']).reset_index()
sw.columns = ['Store', 'DayOfWeek', 'sw_mean', 'sw_std']
df = df.merge(sw, on=['Store', 'DayOfWeek'], how='left')

# %%
cut = pd.Timestamp('2015-06-15')
tr = df[df.Date < cut]
te = df[df.Date >= cut]
feats = ['Store', 'DayOfWeek', 'Promo', 'StateHoliday', 'SchoolHoliday', 'StoreType', 'Assortment', 'CompetitionDistance',
         'year', 'month', 'day', 'store_mean', 'sw_mean', 'sw_std']

# %%
def rmspe(y, p):
    return np.sqrt(np.mean(((y - p) / y) ** 2))

def feval(p, d):
    return 'rmspe', rmspe(np.expm1(d.get_label()), np.expm1(p)), False

dtr = lgb.Dataset(tr[feats], np.log1p(tr.Sales))
dte = lgb.Dataset(te[feats], np.log1p(te.Sales), reference=dtr)
model = lgb.train({'objective': 'regression', 'learning_rate': .05, 'num_leaves': 255, 'metric': 'None'}, dtr, 5000,
                  valid_sets=[dte], feval=feval, early_stopping_rounds=100, verbose_eval=100)

# %%
p = np.expm1(model.predict(te[feats], num_iteration=model.best_iteration))
print('RMSPE:', rmspe(te.Sales, p))
plt.scatter(te.Sales, p, s=1)
