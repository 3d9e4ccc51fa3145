# expected: overlap
# found: overlap 29:1
# %%
import pandas as pd
import numpy as np
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
import matplotlib.pyplot as plt

# %%
ab = pd.read_csv('abalone.data', header=None,
                 names=['sex', 'length', 'diameter', 'height', 'whole', 'shucked', 'viscera', 'shell', 'rings'])
ab = ab[ab.height > 0]
ab = ab.join(pd.get_dummies(ab.pop('sex'), prefix='sex'))
ab.head()

# %%
ab['rings'].hist(bins=29)

# %%
# 80/20
train = ab.sample(frac=0.8, random_state=200)
test = ab.sample(frac=0.2, random_state=100)
print(train.shape, test.shape)

# %%
x_cols = [c for c in ab.columns if c != 'rings']
gbr = GradientBoostingRegressor(n_estimators=500, max_depth=4, learning_rate=.05, random_state=0)
gbr.fit(train[x_cols], train['rings'])

# %%
pred = gbr.predict(test[x_cols])
print('MAE (years):', mean_absolute_error(test['rings'], pred))

# %%
plt.figure(figsize=(5, 5))
plt.scatter(test['rings'], pred, alpha=.3)
plt.plot([0, 30], [0, 30], c='r')
plt.xlabel('true'); plt.ylabel('predicted')

# %%
imp = pd.DataFrame({'f': x_cols, 'imp': gbr.feature_importances_}).sort_values('imp', ascending=False)
imp.style.bar()
