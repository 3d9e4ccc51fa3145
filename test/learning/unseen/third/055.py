# expected: clean
# found: clean
# %% [markdown]
# # Energy efficiency data set (Tsanas & Xifara): heating load; plus yachts

# %%
import pandas as pd
import numpy as np
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import RidgeCV
from sklearn.metrics import mean_absolute_error, r2_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
import matplotlib.pyplot as plt

# %%
en = pd.read_excel('ENB2012_data.xlsx')
en.columns = ['compact', 'surface', 'wall', 'roof', 'height', 'orient', 'glazing', 'glaz_dist', 'heating', 'cooling']
en = en.dropna(how='all')
en.corr()[['heating', 'cooling']]

# %%
inputs = en.columns[:8]
en = en.join(pd.get_dummies(en['orient'].astype(int), prefix='o'))
inputs = [c for c in inputs if c != 'orient'] + [c for c in en.columns if c.startswith('o_')]

# %% [markdown]
# ## 1. Heating load

# %%
X_train, X_test, y_train, y_test = train_test_split(en[inputs], en['heating'], test_size=.25, random_state=1)
heat_model = GradientBoostingRegressor(n_estimators=400, max_depth=4, learning_rate=.05)
heat_model.fit(X_train, y_train)
y_pred = heat_model.predict(X_test)
print('heating  R2 %.4f  MAE %.3f' % (r2_score(y_test, y_pred), mean_absolute_error(y_test, y_pred)))

# %%
plt.scatter(y_test, y_pred, s=6)
plt.plot([5, 45], [5, 45], 'k--')

# %% [markdown]
# ## 2. Yacht hydrodynamics (second data set of the exercise)

# %%
yacht = pd.read_csv('yacht_hydrodynamics.data', sep=r'\s+', header=None,
                    names=['lcb', 'prismatic', 'ld', 'bd', 'lb', 'froude', 'resist'])
yacht['froude6'] = yacht['froude'] ** 6
y = np.log(yacht.pop('resist'))
X = yacht

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=.25, random_state=1)
ridge = make_pipeline(StandardScaler(), RidgeCV(np.logspace(-3, 3, 13)))
ridge.fit(X_train, y_train)
y_pred = ridge.predict(X_test)
print('yacht  R2 %.4f  MAE %.3f' % (r2_score(y_test, y_pred), mean_absolute_error(y_test, y_pred)))

# %%
def sketch(area, height=7.0):
    base = en[inputs].median().copy()
    base['surface'], base['height'] = area, height
    row = base.to_frame().T
    return heat_model.predict(row)[0]

[sketch(a) for a in (550, 650, 750)]
