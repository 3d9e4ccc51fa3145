# expected: clean
# found: clean
# %%
import yfinance as yf
import pandas as pd
import numpy as np
from xgboost import XGBClassifier
from sklearn.metrics import precision_score, accuracy_score
import matplotlib.pyplot as plt

# %%
sp500 = yf.Ticker("^GSPC").history(period="max")
sp500.index = pd.to_datetime(sp500.index)
del sp500["Dividends"]
del sp500["Stock Splits"]
sp500.plot.line(y="Close", use_index=True)

# %%
sp500["Tomorrow"] = sp500["Close"].shift(-1)
sp500["Target"] = (sp500["Tomorrow"] > sp500["Close"]).astype(int)
sp500 = sp500.loc["1990-01-01":].copy()

# %%
horizons = [2, 5, 60, 250, 1000]
new_predictors = []
for horizon in horizons:
    rolling_averages = sp500["Close"].rolling(horizon).mean()
    ratio_column = f"Close_Ratio_{horizon}"
    sp500[ratio_column] = sp500["Close"] / rolling_averages
    trend_column = f"Trend_{horizon}"
    sp500[trend_column] = sp500["Target"].shift(1).rolling(horizon).sum()
    new_predictors += [ratio_column, trend_column]
sp500 = sp500.dropna(subset=sp500.columns[sp500.columns != "Tomorrow"])

# %%
def predict(train, test, predictors, model):
    model.fit(train[predictors], train["Target"])
    preds = model.predict_proba(test[predictors])[:, 1]
    preds = (preds >= .6).astype(int)
    preds = pd.Series(preds, index=test.index, name="Predictions")
    return pd.concat([test["Target"], preds], axis=1)

def backtest(data, model, predictors, start=2500, step=250):
    all_predictions = []
    for i in range(start, data.shape[0], step):
        train = data.iloc[0:i].copy()
        test = data.iloc[i:(i+step)].copy()
        all_predictions.append(predict(train, test, predictors, model))
    return pd.concat(all_predictions)

# %%
model = XGBClassifier(n_estimators=200, max_depth=3, learning_rate=0.05, random_state=1)
predictions = backtest(sp500, model, new_predictors)
predictions["Predictions"].value_counts()

# %%
precision_score(predictions["Target"], predictions["Predictions"])

# %%
predictions["Target"].value_counts() / predictions.shape[0]
