# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import TimeSeriesSplit, GridSearchCV
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

# %%
ads = pd.read_csv('../../data/ads.csv', index_col=['Time'], parse_dates=['Time'])
plt.figure(figsize=(15, 5))
plt.plot(ads.Ads)
plt.title('Ads watched (hourly data)')
plt.grid(True)

# %%
data = pd.DataFrame(ads.Ads.copy())
data.columns = ["y"]
for i in range(6, 25):
    data["lag_{}".format(i)] = data.y.shift(i)
data["hour"] = data.index.hour
data["weekday"] = data.index.weekday
data['is_weekend'] = data.weekday.isin([5, 6]) * 1
data["roll_24"] = data.y.shift(6).rolling(24).mean()
data.tail(7)

# %%
def timeseries_train_test_split(X, y, test_size):
    """
        Perform train-test split with respect to time series structure
    """
    test_index = int(len(X) * (1 - test_size))
    X_train = X.iloc[:test_index]
    y_train = y.iloc[:test_index]
    X_test = X.iloc[test_index:]
    y_test = y.iloc[test_index:]
    return X_train, X_test, y_train, y_test

d = data.dropna()
X_train, X_test, y_train, y_test = timeseries_train_test_split(d.drop('y', axis=1), d.y, test_size=0.3)

# %%
tscv = TimeSeriesSplit(n_splits=5)
pipe = Pipeline([('sc', StandardScaler()), ('ridge', Ridge())])
gs = GridSearchCV(pipe, {'ridge__alpha': np.logspace(-3, 4, 15)}, cv=tscv, scoring='neg_mean_absolute_error')
gs.fit(X_train, y_train)
gs.best_params_, -gs.best_score_

# %%
def plotModelResults(model, X_train, X_test, plot_intervals=True):
    prediction = model.predict(X_test)
    plt.figure(figsize=(15, 7))
    plt.plot(prediction, "g", label="prediction", linewidth=2.0)
    plt.plot(y_test.values, label="actual", linewidth=2.0)
    err = mean_absolute_error(y_test, prediction)
    if plot_intervals:
        scale = 1.96 * (y_train - model.predict(X_train)).abs().std()
        plt.plot(prediction - scale, "r--", alpha=.5)
        plt.plot(prediction + scale, "r--", alpha=.5)
    plt.title("MAE {0:.1f}".format(err))
    plt.legend(loc="best")

plotModelResults(gs, X_train, X_test)

# %%
coefs = pd.Series(gs.best_estimator_['ridge'].coef_, X_train.columns)
coefs.reindex(coefs.abs().sort_values(ascending=False).index).plot(kind='bar', figsize=(15, 4))
