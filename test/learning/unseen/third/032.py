# expected: clean
# found: clean
# %%
!pip install prophet
import pandas as pd
import numpy as np
from prophet import Prophet
from prophet.plot import add_changepoints_to_plot
import matplotlib.pyplot as plt
plt.style.use('ggplot')

# %%
pjme = pd.read_csv('../input/hourly-energy-consumption/PJME_hourly.csv', index_col=[0], parse_dates=[0])
color_pal = ["#F8766D", "#D39200", "#93AA00", "#00BA38", "#00C19F", "#00B9E3", "#619CFF", "#DB72FB"]
_ = pjme.plot(style='.', figsize=(15, 5), color=color_pal[0], title='PJM East')

# %%
def create_features(df, label=None):
    df = df.copy()
    df['date'] = df.index
    df['hour'] = df['date'].dt.hour
    df['dayofweek'] = df['date'].dt.dayofweek
    df['month'] = df['date'].dt.month
    df['year'] = df['date'].dt.year
    X = df[['hour', 'dayofweek', 'month', 'year']]
    if label:
        y = df[label]
        return X, y
    return X

X, y = create_features(pjme, label='PJME_MW')
features_and_target = pd.concat([X, y], axis=1)
features_and_target.groupby(['hour', 'dayofweek'])['PJME_MW'].mean().unstack().plot(figsize=(15, 5))

# %%
split_date = '01-Jan-2015'
pjme_train = pjme.loc[pjme.index <= split_date].copy()
pjme_test = pjme.loc[pjme.index > split_date].copy()

# %%
model = Prophet()
model.fit(pjme_train.reset_index().rename(columns={'Datetime': 'ds', 'PJME_MW': 'y'}))

# %%
pjme_test_fcst = model.predict(df=pjme_test.reset_index().rename(columns={'Datetime': 'ds'}))
pjme_test_fcst.head()

# %%
f, ax = plt.subplots(1)
f.set_figwidth(15)
fig = model.plot(pjme_test_fcst, ax=ax)

# %%
def mean_absolute_percentage_error(y_true, y_pred):
    y_true, y_pred = np.array(y_true), np.array(y_pred)
    return np.mean(np.abs((y_true - y_pred) / y_true)) * 100

print(mean_absolute_percentage_error(y_true=pjme_test['PJME_MW'], y_pred=pjme_test_fcst['yhat']))
print(np.sqrt(((pjme_test['PJME_MW'].values - pjme_test_fcst['yhat'].values) ** 2).mean()))

# %%
# worst days
pjme_test['err'] = np.abs(pjme_test['PJME_MW'].values - pjme_test_fcst['yhat'].values)
pjme_test.groupby(pjme_test.index.date)['err'].mean().sort_values(ascending=False).head(10)
