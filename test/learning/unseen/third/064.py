# expected: multi-test
# found: multi-test 49:17
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from sklearn.preprocessing import PolynomialFeatures
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

# %% [markdown]
# # Polynomial regression: Advertising.csv

# %%
df = pd.read_csv("Advertising.csv")
X = df.drop('sales', axis=1)
y = df['sales']

# %%
polynomial_converter = PolynomialFeatures(degree=2, include_bias=False)
poly_features = polynomial_converter.fit_transform(X)
poly_features.shape

# %%
X_train, X_test, y_train, y_test = train_test_split(poly_features, y, test_size=0.3, random_state=101)
model = LinearRegression(fit_intercept=True)
model.fit(X_train, y_train)
test_predictions = model.predict(X_test)
np.sqrt(mean_squared_error(y_test, test_predictions))

# %% [markdown]
# ## Choosing a Model - adjusting parameters

# %%
# TRAINING ERROR PER DEGREE
train_rmse_errors = []
# TEST ERROR PER DEGREE
test_rmse_errors = []

for d in range(1, 10):
    polynomial_converter = PolynomialFeatures(degree=d, include_bias=False)
    poly_features = polynomial_converter.fit_transform(X)
    X_train, X_test, y_train, y_test = train_test_split(poly_features, y, test_size=0.3, random_state=101)

    model = LinearRegression(fit_intercept=True)
    model.fit(X_train, y_train)
    train_pred = model.predict(X_train)
    test_pred = model.predict(X_test)
    train_rmse_errors.append(np.sqrt(mean_squared_error(y_train, train_pred)))
    test_rmse_errors.append(np.sqrt(mean_squared_error(y_test, test_pred)))

# %%
plt.plot(range(1, 6), train_rmse_errors[:5], label='TRAIN')
plt.plot(range(1, 6), test_rmse_errors[:5], label='TEST')
plt.xlabel("Polynomial Complexity")
plt.ylabel("RMSE")
plt.legend()

# %%
final_poly_converter = PolynomialFeatures(degree=3, include_bias=False)
final_model = LinearRegression()
final_model.fit(final_poly_converter.fit_transform(X), y)

# %%
from joblib import dump, load
dump(final_model, 'sales_poly_model.joblib')
dump(final_poly_converter, 'poly_converter.joblib')
campaign = [[149, 22, 12]]
final_model.predict(final_poly_converter.transform(campaign))
