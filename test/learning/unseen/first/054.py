# expected: multi-test
# found: multi-test 41:8
# %%
import pandas as pd
import numpy as np
from catboost import CatBoostRegressor, Pool
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
import matplotlib.pyplot as plt

# %%
dia = pd.read_csv('diamonds.csv', index_col=0)
dia.head()

# %%
print(dia.shape, dia.duplicated().sum())
dia = dia.drop_duplicates()
dia = dia[(dia.x > 0) & (dia.y > 0) & (dia.z > 0)]

# %%
dia.price.hist(bins=60)

# %%
dia['volume'] = dia.x * dia.y * dia.z
dia['lprice'] = np.log(dia.price)
cat = ['cut', 'color', 'clarity']
X = dia.drop(['price', 'lprice'], axis=1)
y = dia['lprice']

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.15, random_state=12)
train_pool = Pool(X_train, y_train, cat_features=cat)
test_pool = Pool(X_test, y_test, cat_features=cat)

# %%
model = CatBoostRegressor(iterations=5000, learning_rate=0.03, depth=8, loss_function='RMSE',
                          od_type='Iter', od_wait=100, random_seed=1)
model.fit(train_pool, eval_set=test_pool, use_best_model=True, verbose=250, plot=True)

# %%
pred = model.predict(test_pool)
rmse = np.sqrt(mean_squared_error(np.exp(y_test), np.exp(pred)))
print('RMSE in $: {:.1f}'.format(rmse))

# %%
imp = model.get_feature_importance(prettified=True)
imp

# %%
res = X_test.copy()
res['true'] = np.exp(y_test)
res['pred'] = np.exp(pred)
res['err'] = (res.true - res.pred).abs() / res.true
res.groupby('cut').err.median().plot.bar()
