# expected: clean
# found: clean
import pandas as pd
from statsmodels.tsa.arima_model import ARIMA
from sklearn.metrics import mean_squared_error
series = pd.read_csv('shampoo.csv', index_col=0).values
size = int(len(series) * 0.66)
train, test = series[0:size], series[size:len(series)]
history = [x for x in train]
predictions = []
for t in range(len(test)):
    model = ARIMA(history, order=(5, 1, 0))
    fitted = model.fit(disp=0)
    predictions.append(fitted.forecast()[0])
    history.append(test[t])
print(mean_squared_error(test, predictions))
