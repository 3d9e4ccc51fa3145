# expected: clean
# found: clean
# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
import seaborn as sns
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestRegressor
from sklearn import metrics

# %% [markdown]
# # Medical cost

# %%
df = pd.read_csv('../input/insurance/insurance.csv')
df.head()

# %%
df.isnull().sum()

# %%
sns.distplot(np.log10(df['charges']))

# %%
df.groupby('smoker').charges.mean()

# %%
sns.lmplot(x='bmi', y='charges', hue='smoker', data=df)

# %%
df.drop_duplicates(inplace=True)
df['children'] = df['children'].fillna(0)
df['obese'] = (df['bmi'] >= 30).astype('int')
df['age2'] = df['age'] ** 2
df['bmi'] = np.log(df['bmi'])
df['smoke_obese'] = df['obese'] * (df['smoker'] == 'yes')
df = pd.get_dummies(df, columns=['sex', 'smoker', 'region'], drop_first=True)

# %%
f, ax = plt.subplots(figsize=(10, 8))
sns.heatmap(df.corr(), cmap=sns.diverging_palette(240, 10, as_cmap=True), square=True, ax=ax)

# %%
Y = np.log1p(df.charges)
X = df.drop(['charges'], axis=1)
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=.2, random_state=0)

# %%
forest = RandomForestRegressor(n_estimators=100, criterion='mse', min_samples_leaf=4, random_state=1, n_jobs=-1)
forest.fit(X_train, Y_train)
forest_train_pred = forest.predict(X_train)
forest_test_pred = forest.predict(X_test)

# %%
print('MSE train data: %.3f, MSE test data: %.3f' % (
    metrics.mean_squared_error(Y_train, forest_train_pred),
    metrics.mean_squared_error(Y_test, forest_test_pred)))
print('R2 train data: %.3f, R2 test data: %.3f' % (
    metrics.r2_score(Y_train, forest_train_pred),
    metrics.r2_score(Y_test, forest_test_pred)))
print('MAE', metrics.mean_absolute_error(np.expm1(Y_test), np.expm1(forest_test_pred)))
print('explained var', metrics.explained_variance_score(Y_test, forest_test_pred))
print('score', forest.score(X_test, Y_test))

# %%
plt.figure(figsize=(10, 6))
plt.scatter(forest_train_pred, forest_train_pred - Y_train, c='black', marker='o', s=35, alpha=0.5, label='Train data')
plt.scatter(forest_test_pred, forest_test_pred - Y_test, c='c', marker='o', s=35, alpha=0.7, label='Test data')
plt.legend(loc='upper left')
plt.hlines(y=0, xmin=7, xmax=11, lw=2, color='red')
plt.show()
