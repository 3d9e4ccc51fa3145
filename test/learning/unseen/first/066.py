# expected: multi-test, preprocessing
# found: preprocessing 37:15, multi-test 56:58
# %% [markdown]
# Superconductor critical temperature -- group 7

# %%
import numpy as np
import pandas as pd
from sklearn.preprocessing import PowerTransformer
from sklearn.linear_model import Ridge, ElasticNet
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import ShuffleSplit
from sklearn.metrics import mean_squared_error
import matplotlib.pyplot as plt

# %%
cfg = {
    'file': 'superconduct/train.csv',
    'target': 'critical_temp',
    'test_size': .2,
    'seed': 23,
}
data = {}
data['raw'] = pd.read_csv(cfg['file'])
data['raw'].shape

# %%
data['raw'][cfg['target']].hist(bins=50)

# %%
data['X'] = data['raw'].drop(columns=cfg['target'])
data['y'] = data['raw'][cfg['target']]
data['X'].iloc[:, :5].describe()

# %%
tools = {'power': PowerTransformer()}
data['X_t'] = tools['power'].fit_transform(data['X'])

# %%
train_i, test_i = next(ShuffleSplit(n_splits=1, test_size=cfg['test_size'], random_state=cfg['seed']).split(data['X_t']))
part = {
    'train': (data['X_t'][train_i], data['y'].values[train_i]),
    'test': (data['X_t'][test_i], data['y'].values[test_i]),
}
{k: v[0].shape for k, v in part.items()}

# %%
models = {
    'ridge': Ridge(alpha=3.),
    'enet': ElasticNet(alpha=.05, l1_ratio=.5, max_iter=5000),
    'forest': RandomForestRegressor(n_estimators=120, n_jobs=-1, random_state=cfg['seed']),
}
out = {}
for k in models:
    m = models[k].fit(*part['train'])
    out[k] = np.sqrt(mean_squared_error(part['test'][1], m.predict(part['test'][0])))
out

# %%
plt.bar(list(out.keys()), list(out.values()))
plt.ylabel('test RMSE [K]')

# %%
winner = min(out, key=out.get)
yp = models[winner].predict(part['test'][0])
plt.scatter(part['test'][1], yp, s=2)
plt.title(winner)
plt.show()
