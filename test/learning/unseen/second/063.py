# expected: clean
# found: clean
# %%
import pandas as pd
from fbprophet import Prophet
from fbprophet.plot import plot_plotly
import numpy as np
import matplotlib.pyplot as plt

# %%
energy = pd.read_csv('PJME_hourly.csv', parse_dates=['Datetime'], index_col='Datetime').sort_index()
energy.plot(style='.', ms=1, figsize=(15, 5))

# %%
split_date = '2015-01-01'
pjme_train = energy.loc[energy.index <= split_date].copy()
pjme_test = energy.loc[energy.index > split_date].copy()

# %%
def create_features(df):
    df = df.copy()
    df['hour'] = df.index.hour
    df['dayofweek'] = df.index.dayofweek
    df['quarter'] = df.index.quarter
    return df

create_features(pjme_train).groupby('hour').PJME_MW.mean().plot()

# %%
m = Prophet()
m.fit(pjme_train.reset_index().rename(columns={'Datetime': 'ds', 'PJME_MW': 'y'}))

# %%
fc = m.predict(df=pjme_test.reset_index().rename(columns={'Datetime': 'ds'}))
fig = m.plot_components(fc)

# %%
def mape(y_true, y_pred):
    y_true, y_pred = np.array(y_true), np.array(y_pred)
    return np.mean(np.abs((y_true - y_pred) / y_true)) * 100

mape(y_true=pjme_test['PJME_MW'], y_pred=fc['yhat'])

# %%
f, ax = plt.subplots(figsize=(15, 5))
ax.scatter(pjme_test.index, pjme_test['PJME_MW'], color='r', s=1)
m.plot(fc, ax=ax)
ax.set_xbound('01-08-2015', '02-08-2015')
