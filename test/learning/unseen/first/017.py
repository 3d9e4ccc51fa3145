# expected: preprocessing
# found: preprocessing 32:9, preprocessing 35:11
# %%
import os, gc
import numpy as np
import pandas as pd
import lightgbm as lgb
from sklearn.model_selection import train_test_split
from sklearn.metrics import roc_auc_score

PATH = '../input/talkingdata-adtracking-fraud-detection/'

# %%
dtypes = {'ip': 'uint32', 'app': 'uint16', 'device': 'uint16', 'os': 'uint16', 'channel': 'uint16',
          'is_attributed': 'uint8'}
df = pd.read_csv(PATH + 'train_sample.csv', dtype=dtypes, parse_dates=['click_time'])
df.head()

# %%
df['hour'] = df['click_time'].dt.hour.astype('uint8')
df['day'] = df['click_time'].dt.day.astype('uint8')
df.drop(['click_time', 'attributed_time'], axis=1, inplace=True)

# %%
for c in ['app', 'device', 'os', 'channel']:
    print(c, df[c].nunique())

# %% [markdown]
# mean encoding of the high-cardinality columns with smoothing

# %%
prior = df['is_attributed'].mean()
k = 20
for c in ['ip', 'app', 'channel']:
    agg = df.groupby(c)['is_attributed'].agg(['sum', 'count'])
    smooth = (agg['sum'] + k * prior) / (agg['count'] + k)
    df[c + '_te'] = df[c].map(smooth)
df[['ip_te', 'app_te', 'channel_te']].describe()

# %%
gc.collect()
features = [c for c in df.columns if c not in ('is_attributed', 'ip')]
trn, val = train_test_split(df, test_size=0.2, random_state=99, stratify=df['is_attributed'])

# %%
params = {
    'objective': 'binary',
    'metric': 'auc',
    'learning_rate': 0.1,
    'num_leaves': 7,
    'max_depth': 3,
    'min_child_samples': 100,
    'subsample': 0.7,
    'scale_pos_weight': 99,
}
dtrain = lgb.Dataset(trn[features], label=trn['is_attributed'], categorical_feature=['app', 'device', 'os', 'channel'])
bst = lgb.train(params, dtrain, num_boost_round=250)

# %%
pred = bst.predict(val[features])
print('VAL AUC: %.5f' % roc_auc_score(val['is_attributed'], pred))

# %%
lgb.plot_importance(bst, figsize=(8, 5))
