# expected: multi-test
# found: multi-test 23:16
# %%
import pandas as pd
import numpy as np
import itertools
import warnings
from statsmodels.tsa.arima.model import ARIMA
from sklearn.metrics import mean_squared_error
warnings.filterwarnings("ignore")
# %%
series = pd.read_csv('daily-total-female-births.csv', header=0, index_col=0, parse_dates=True).squeeze('columns')
series.plot()
# %%
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
    rmse = np.sqrt(mean_squared_error(test, predictions))
    return rmse
# %%
best_score, best_cfg = float("inf"), None
for p, d, q in itertools.product([0, 1, 2, 4], range(0, 3), range(0, 3)):
    order = (p, d, q)
    try:
        rmse = evaluate_arima_model(series.values.astype('float32'), order)
        if rmse < best_score:
            best_score, best_cfg = rmse, order
        print('ARIMA%s RMSE=%.3f' % (order, rmse))
    except Exception:
        continue
print('Best ARIMA%s RMSE=%.3f' % (best_cfg, best_score))
