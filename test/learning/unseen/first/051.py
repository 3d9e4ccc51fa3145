# expected: clean
# found: clean
# %%
!pip install prophet

# %%
import pandas as pd
import numpy as np
from prophet import Prophet
from prophet.plot import plot_plotly
from sklearn.metrics import mean_absolute_error, mean_squared_error
import matplotlib.pyplot as plt
plt.style.use('ggplot')

# %%
pjme = pd.read_csv('PJME_hourly.csv', index_col=[0], parse_dates=[0])
pjme.head()

# %%
pjme.plot(style='.', figsize=(15, 5), title='PJM East')

# %%
def create_features(df, label=None):
    df = df.copy()
    df['date'] = df.index
    df['hour'] = df['date'].dt.hour
    df['dayofweek'] = df['date'].dt.dayofweek
    df['quarter'] = df['date'].dt.quarter
    df['month'] = df['date'].dt.month
    df['year'] = df['date'].dt.year
    X = df[['hour', 'dayofweek', 'quarter', 'month', 'year']]
    if label:
        y = df[label]
        return X, y
    return X

X, y = create_features(pjme, label='PJME_MW')
features_and_target = pd.concat([X, y], axis=1)
features_and_target.groupby(['hour', 'dayofweek']).PJME_MW.mean().unstack().plot()

# %%
split_date = '01-Jan-2015'
pjme_train = pjme.loc[pjme.index <= split_date].copy()
pjme_test = pjme.loc[pjme.index > split_date].copy()

# %%
model = Prophet(yearly_seasonality=True, weekly_seasonality=True)
model.fit(pjme_train.reset_index().rename(columns={'Datetime': 'ds', 'PJME_MW': 'y'}))

# %%
pjme_test_fcst = model.predict(df=pjme_test.reset_index().rename(columns={'Datetime': 'ds'}))
pjme_test_fcst.head()

# %%
f, ax = plt.subplots(1)
f.set_figheight(5)
f.set_figwidth(15)
ax.scatter(pjme_test.index, pjme_test['PJME_MW'], color='r')
fig = model.plot(pjme_test_fcst, ax=ax)

# %%
fig = model.plot_components(pjme_test_fcst)

# %%
print('RMSE', np.sqrt(mean_squared_error(pjme_test['PJME_MW'], pjme_test_fcst['yhat'])))
print('MAE', mean_absolute_error(pjme_test['PJME_MW'], pjme_test_fcst['yhat']))

# %%
def mean_absolute_percentage_error(y_true, y_pred):
    y_true, y_pred = np.array(y_true), np.array(y_pred)
    return np.mean(np.abs((y_true - y_pred) / y_true)) * 100
mean_absolute_percentage_error(pjme_test['PJME_MW'], pjme_test_fcst['yhat'])
