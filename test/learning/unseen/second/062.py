# expected: multi-test
# found: multi-test 31:16
# %%
import pandas as pd, numpy as np
import matplotlib.pyplot as plt
from statsmodels.tsa.arima.model import ARIMA
from statsmodels.tsa.stattools import adfuller
from statsmodels.graphics.tsaplots import plot_acf, plot_pacf
from sklearn.metrics import mean_squared_error
import warnings
warnings.filterwarnings('ignore')

# %%
series = pd.read_csv('shampoo.csv', header=0, index_col=0, squeeze=True)
series.plot()
print('p =', adfuller(series)[1])

# %%
plot_acf(series.diff().dropna()); plot_pacf(series.diff().dropna(), lags=15)

# %%
# evaluate an ARIMA model for a given order (p,d,q)
def evaluate_arima_model(X, arima_order):
    train_size = int(len(X) * 0.66)
    train, test = X[0:train_size], X[train_size:]
    history = [x for x in train]
    predictions = list()
    for t in range(len(test)):
        model = ARIMA(history, order=arima_order)
        model_fit = model.fit()
        yhat = model_fit.forecast()[0]
        predictions.append(yhat)
        history.append(test[t])
    return np.sqrt(mean_squared_error(test, predictions))

# %%
def evaluate_models(dataset, p_values, d_values, q_values):
    dataset = dataset.astype('float32')
    best_score, best_cfg = float('inf'), None
    for p in p_values:
        for d in d_values:
            for q in q_values:
                order = (p, d, q)
                try:
                    rmse = evaluate_arima_model(dataset, order)
                    if rmse < best_score:
                        best_score, best_cfg = rmse, order
                    print('ARIMA%s RMSE=%.3f' % (order, rmse))
                except Exception:
                    continue
    print('Best ARIMA%s RMSE=%.3f' % (best_cfg, best_score))

evaluate_models(series.values, [0, 1, 2, 4, 6, 8, 10], range(0, 3), range(0, 3))
