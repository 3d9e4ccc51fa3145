# expected: preprocessing
# found: preprocessing 18:8
# %%
import pandas as pd
import numpy as np
import seaborn as sns
import matplotlib.pyplot as plt
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score, mean_squared_error

# %%
df = pd.read_csv('kc_house_data.csv')
df.drop(['id', 'date'], axis=1, inplace=True)
df.describe().T

# %%
corr = df.corr()
plt.figure(figsize=(14, 10))
sns.heatmap(corr, annot=True, cmap='coolwarm')

# %%
# choose the features best correlated with price
cor_target = abs(corr["price"])
relevant_features = cor_target[cor_target > 0.3]
relevant_features

# %%
cols = relevant_features.index.drop('price')
X = df[cols]
y = df['price']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=101)

# %%
lm = LinearRegression()
lm.fit(X_train, y_train)
print(lm.intercept_)
pd.DataFrame(lm.coef_, X.columns, columns=['Coefficient'])

# %%
pred = lm.predict(X_test)
plt.scatter(y_test, pred, alpha=.3)
plt.xlabel('y test'); plt.ylabel('pred')

# %%
print('R2', r2_score(y_test, pred))
print('RMSE', np.sqrt(mean_squared_error(y_test, pred)))

# %%
sns.distplot((y_test - pred), bins=50)
