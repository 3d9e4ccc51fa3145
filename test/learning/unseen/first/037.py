# expected: preprocessing
# found: preprocessing 28:8
# %% [markdown]
# ## Communities and crime (regression)

# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns

# %%
attrib = pd.read_csv('attributes.csv', delim_whitespace=True)
crime = pd.read_csv('communities.data', names=attrib['attributes'], na_values='?')
print(crime.shape)
crime.head()

# %%
crime = crime.drop(columns=['state', 'county', 'community', 'communityname', 'fold'])
crime = crime.dropna(axis=1)
crime.shape

# %%
target = 'ViolentCrimesPerPop'
sns.histplot(crime[target], bins=40)

# %%
corr = crime.corr()[target].abs().sort_values(ascending=False)
corr.head(15)

# %%
# keep only well correlated attributes
selected = corr[corr > 0.35].index.tolist()
selected.remove(target)
print(len(selected), 'features selected')

# %%
plt.figure(figsize=(14, 12))
sns.heatmap(crime[selected].corr(), cmap='RdBu_r', center=0)

# %%
X = crime[selected].values
y = crime[target].values

# %%
n = len(X)
idx = np.arange(n)
np.random.seed(0)
np.random.shuffle(idx)
n_test = n // 5
test_idx, train_idx = idx[:n_test], idx[n_test:]

# %%
from sklearn.ensemble import GradientBoostingRegressor
gb = GradientBoostingRegressor(n_estimators=300, learning_rate=0.03, max_depth=4)
gb.fit(X[train_idx], y[train_idx])

# %%
from sklearn.metrics import mean_absolute_error, r2_score
yp = gb.predict(X[test_idx])
print('MAE', mean_absolute_error(y[test_idx], yp))
print('R2 ', r2_score(y[test_idx], yp))

# %%
plt.plot(y[test_idx], yp, 'k.', ms=3)
plt.show()
