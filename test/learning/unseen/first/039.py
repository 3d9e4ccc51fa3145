# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import statsmodels.api as sm
import statsmodels.formula.api as smf
from statsmodels.tsa.stattools import adfuller
from statsmodels.graphics.tsaplots import plot_acf, plot_pacf
from statsmodels.tsa.arima.model import ARIMA
from sklearn.metrics import mean_squared_error

# %%
air = pd.read_csv('AirPassengers.csv', parse_dates=['Month'], index_col='Month')
air.columns = ['passengers']
air.plot(figsize=(12, 4))

# %%
def test_stationarity(ts):
    rolmean = ts.rolling(12).mean()
    rolstd = ts.rolling(12).std()
    plt.plot(ts, color='blue')
    plt.plot(rolmean, color='red')
    plt.plot(rolstd, color='black')
    plt.show()
    dftest = adfuller(ts, autolag='AIC')
    print('ADF', dftest[0], 'p-value', dftest[1])

test_stationarity(air['passengers'])

# %%
log_air = np.log(air['passengers'])
diff = log_air - log_air.shift()
diff.dropna(inplace=True)
test_stationarity(diff)

# %%
fig, ax = plt.subplots(2, 1, figsize=(10, 6))
plot_acf(diff, lags=30, ax=ax[0])
plot_pacf(diff, lags=30, ax=ax[1])

# %% [markdown]
# trend regression, only for description

# %%
tmp = pd.DataFrame({'y': log_air.values, 't': range(len(log_air)), 'm': log_air.index.month})
print(smf.ols('y ~ t + C(m)', data=tmp).fit().summary())

# %%
size = int(len(log_air) * 0.7)
train, test = log_air[:size], log_air[size:]
history = [x for x in train]
predictions = list()
for t in range(len(test)):
    model = ARIMA(history, order=(2, 1, 2))
    model_fit = model.fit()
    yhat = model_fit.forecast()[0]
    predictions.append(yhat)
    history.append(test.iloc[t])
rmse = np.sqrt(mean_squared_error(np.exp(test), np.exp(predictions)))
print('Test RMSE: %.3f' % rmse)

# %%
plt.plot(np.exp(test).values)
plt.plot(np.exp(predictions), color='red')
plt.show()
