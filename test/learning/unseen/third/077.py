# expected: clean
# found: clean
# undecided: preprocessing
# %%
import pandas as pd
import numpy as np
import seaborn as sns
import matplotlib.pyplot as plt
from scipy import stats
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.metrics import mean_squared_error, r2_score

# %%
kc = pd.read_csv('kc_house_data.csv', parse_dates=['date'])
kc.drop(['id', 'lat', 'long'], axis=1, inplace=True)
kc.head()

# %%
plt.figure(figsize=(10, 4))
sns.boxplot(x=kc['price'])

# %%
kc['yr_old'] = kc['date'].dt.year - kc['yr_built']
kc['renovated'] = (kc['yr_renovated'] > 0).astype(int)
kc = kc.drop(['date', 'yr_built', 'yr_renovated'], axis=1)

# %%
# remove outliers (z score)
num = ['price', 'bedrooms', 'bathrooms', 'sqft_living', 'sqft_lot', 'sqft_above']
z = np.abs(stats.zscore(kc[num]))
print('before', kc.shape)
kc = kc[(z < 3).all(axis=1)]
print('after', kc.shape)

# %%
kc = pd.get_dummies(kc, columns=['zipcode', 'condition', 'grade'], drop_first=True)
X = kc.drop('price', axis=1)
y = np.log(kc['price'])

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
lm = LinearRegression()
lm.fit(X_train, y_train)

# %%
y_hat = lm.predict(X_test)
print('R2 train', lm.score(X_train, y_train))
print('R2 test', r2_score(y_test, y_hat))
print('RMSE', np.sqrt(mean_squared_error(np.exp(y_test), np.exp(y_hat))))

# %%
res = y_test - y_hat
sns.histplot(res, kde=True)
stats.jarque_bera(res)
