# expected: clean
# found: clean
# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
from sklearn.tree import DecisionTreeRegressor
from sklearn.metrics import mean_squared_error

# %%
boston = pd.read_csv('boston.csv')
print(boston.shape)
boston.head()

# %%
boston.corr()['MEDV'].sort_values()

# %%
rng = np.random.RandomState(17)
msk = rng.rand(len(boston))
train = boston[msk < 0.6]
val = boston[(msk >= 0.6) & (msk < 0.8)]
test = boston[msk >= 0.8]
[len(p) for p in (train, val, test)]

# %%
feat = ['RM', 'LSTAT', 'PTRATIO', 'NOX', 'DIS', 'CRIM', 'TAX']
rmse = lambda a, b: np.sqrt(mean_squared_error(a, b))

# %%
# pick depth with the validation part
curve = {}
for depth in range(1, 15):
    tree = DecisionTreeRegressor(max_depth=depth, random_state=0)
    tree.fit(train[feat], train['MEDV'])
    curve[depth] = (rmse(train['MEDV'], tree.predict(train[feat])), rmse(val['MEDV'], tree.predict(val[feat])))
curve = pd.DataFrame(curve, index=['train', 'val']).T
curve

# %%
curve.plot(marker='.')
plt.xlabel('max_depth')
plt.ylabel('RMSE')
plt.show()

# %%
best_depth = curve['val'].idxmin()
trval = pd.concat([train, val])
final = DecisionTreeRegressor(max_depth=best_depth, random_state=0)
final.fit(trval[feat], trval['MEDV'])
print('depth', best_depth, 'test RMSE', rmse(test['MEDV'], final.predict(test[feat])))

# %%
pd.Series(final.feature_importances_, index=feat).sort_values().plot.barh()
