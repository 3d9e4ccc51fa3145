# expected: clean
# found: clean
# %% [markdown]
# ### Used car prices: POC for pricing team

# %%
import pandas as pd
import numpy as np
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import train_test_split
from sklearn.metrics import mean_absolute_error, mean_absolute_percentage_error, r2_score
import matplotlib.pyplot as plt

# %%
cars = pd.read_csv('data/autos_cleaned.csv')
cars = cars.drop_duplicates(subset='ad_id')
cars = cars[(cars.price > 200) & (cars.price < 150000)]
cars = cars[cars.year_of_registration.between(1970, 2017)]
print(len(cars))

# %%
cars['age'] = 2017 - cars['year_of_registration']
cars['log_km'] = np.log1p(cars['kilometer'])
cars['damage'] = cars['damage'].fillna('no').map({'no': 0, 'yes': 1})
cars['fuel'] = cars['fuel'].fillna('unknown')
cars = pd.get_dummies(cars, columns=['fuel', 'gearbox'])

# %%
cars[['price', 'age', 'log_km', 'power_ps']].corr()

# %%
train, test = train_test_split(cars, test_size=0.2, random_state=2021)
train = train.copy()
test = test.copy()

# %%
# target encode brand + model - statistics from the training part only
global_mean = train['price'].mean()
for c in ['brand', 'model']:
    means = train.groupby(c)['price'].mean()
    train[c + '_enc'] = train[c].map(means)
    test[c + '_enc'] = test[c].map(means).fillna(global_mean)

# %%
ps_med = train['power_ps'].median()
train['power_ps'] = train['power_ps'].fillna(ps_med)
test['power_ps'] = test['power_ps'].fillna(ps_med)

# %%
drop = ['price', 'ad_id', 'brand', 'model', 'year_of_registration', 'kilometer']
feats = [c for c in train.columns if c not in drop]
gbr = GradientBoostingRegressor(n_estimators=400, max_depth=5, subsample=.8)
gbr.fit(train[feats], np.log(train['price']))

# %%
train_pred = np.exp(gbr.predict(train[feats]))
pred = np.exp(gbr.predict(test[feats]))
print('train MAE %.0f' % mean_absolute_error(train.price, train_pred))
print('test  MAE %.0f' % mean_absolute_error(test.price, pred))
print('test MAPE %.3f' % mean_absolute_percentage_error(test.price, pred))
print('test   R2 %.3f' % r2_score(test.price, pred))

# %%
plt.figure(figsize=(6, 6))
plt.plot(test.price, pred, '.', alpha=.1)
plt.plot([0, 60000], [0, 60000], 'r')
plt.xlabel('actual'); plt.ylabel('predicted')

# %%
pd.Series(gbr.feature_importances_, feats).nlargest(10)
