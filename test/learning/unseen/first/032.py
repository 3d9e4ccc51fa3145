# expected: overlap
# found: clean
# missed: overlap
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from sklearn import linear_model
from sklearn import datasets
from sklearn.metrics import mean_squared_error, r2_score

# %%
bike = pd.read_csv('hour.csv')
print(bike.shape)   # (17379, 17)
bike.head()

# %%
bike.groupby('hr').cnt.mean().plot(kind='bar')

# %%
bike = bike.sample(frac=1, random_state=3).reset_index(drop=True)
bike['rush'] = bike.hr.isin([7, 8, 17, 18]).astype(int)
bike['night'] = (bike.hr < 6).astype(int)

# %%
feature_names = ['temp', 'atemp', 'hum', 'windspeed', 'rush', 'night', 'workingday', 'season', 'weathersit']
X = bike[feature_names].values
y = bike['cnt'].values

# %%
# Split the data into training/testing sets
X_train = X[:14000]
X_test = X[-5000:]

# Split the targets into training/testing sets
y_train = y[:14000]
y_test = y[-5000:]

# %%
# Create linear regression object
regr = linear_model.LinearRegression()

# Train the model using the training sets
regr.fit(X_train, y_train)

# Make predictions using the testing set
y_pred = regr.predict(X_test)

# %%
# The coefficients
print('Coefficients: \n', dict(zip(feature_names, regr.coef_)))
# The mean squared error
print("Mean squared error: %.2f" % mean_squared_error(y_test, y_pred))
# Explained variance score: 1 is perfect prediction
print('Variance score: %.2f' % r2_score(y_test, y_pred))

# %%
plt.scatter(y_test, y_pred, s=1, color='black')
plt.plot([0, 800], [0, 800], color='blue', linewidth=3)
plt.xlabel('true rentals')
plt.ylabel('predicted rentals')
plt.show()

# %%
plt.hist(y_test - y_pred, bins=50)
