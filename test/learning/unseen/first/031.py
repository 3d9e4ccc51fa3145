# expected: preprocessing
# found: preprocessing 27:10, preprocessing 28:10
# %% [markdown]
# Linear regression from scratch with gradient descent (homework 1)

# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
np.random.seed(1234)

# %%
data = pd.read_csv('Real estate.csv')
data.drop('No', axis=1, inplace=True)
data.columns = ['date', 'age', 'mrt', 'stores', 'lat', 'lon', 'price']
data.head()

# %%
plt.scatter(data['mrt'], data['price'], s=4)
plt.xlabel('distance to MRT')

# %%
# min-max normalisation of all features
for col in data.columns:
    if col == 'price':
        continue
    lo = data[col].min()
    hi = data[col].max()
    data[col] = (data[col] - lo) / (hi - lo)
data.describe()

# %%
values = data.values
perm = np.random.permutation(len(values))
cut = int(len(values) * 0.75)
tr_idx = perm[:cut]
te_idx = perm[cut:]
X_train, y_train = values[tr_idx, :-1], values[tr_idx, -1]
X_test, y_test = values[te_idx, :-1], values[te_idx, -1]
print(X_train.shape, X_test.shape)

# %%
from sklearn.base import BaseEstimator, RegressorMixin

class GDRegressor(BaseEstimator, RegressorMixin):
    def __init__(self, lr=0.05, iters=5000):
        self.lr = lr
        self.iters = iters

    def fit(self, X, y):
        Xb = np.c_[np.ones(len(X)), X]
        self.w = np.zeros(Xb.shape[1])
        self.costs = []
        for _ in range(self.iters):
            err = Xb @ self.w - y
            self.w -= self.lr * Xb.T @ err / len(y)
            self.costs.append((err ** 2).mean() / 2)
        return self

    def predict(self, X):
        return np.c_[np.ones(len(X)), X] @ self.w

# %%
gd = GDRegressor()
gd.fit(X_train, y_train)
plt.plot(gd.costs)
plt.xlabel('iteration'); plt.ylabel('cost')

# %%
from sklearn.metrics import mean_squared_error, r2_score
y_hat = gd.predict(X_test)
print('MSE', mean_squared_error(y_test, y_hat))
print('R^2', r2_score(y_test, y_hat))
