# expected: clean
# found: clean
# %%
# COVID-19 in Portugal -- just plots and a growth curve
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
import matplotlib.dates as mdates
from scipy.optimize import curve_fit
%config InlineBackend.figure_format='retina'

# %%
URL = 'https://raw.githubusercontent.com/CSSEGISandData/COVID-19/master/csse_covid_19_data/csse_covid_19_time_series/time_series_covid19_confirmed_global.csv'
raw = pd.read_csv(URL)
raw.head()

# %%
confirmed = (raw.drop(columns=['Province/State', 'Lat', 'Long'])
                .groupby('Country/Region').sum()
                .T)
confirmed.index = pd.to_datetime(confirmed.index)
confirmed[['Portugal', 'Spain', 'Italy', 'Germany']].plot(logy=True, figsize=(12, 5))

# %%
pt = confirmed['Portugal']
pt = pt[pt > 100][:60]
new = pt.diff()
smooth = new.rolling(7).mean()
fig, ax = plt.subplots(figsize=(12, 4))
ax.bar(new.index, new, alpha=.4)
ax.plot(smooth, c='r')
ax.xaxis.set_major_formatter(mdates.DateFormatter('%d %b'))

# %%
def logistic(t, K, r, t0):
    return K / (1 + np.exp(-r * (t - t0)))

t = np.arange(len(pt))
popt, pcov = curve_fit(logistic, t, pt.values, p0=[30000, .2, 25], maxfev=10000)
perr = np.sqrt(np.diag(pcov))
for n, v, e in zip(['K', 'r', 't0'], popt, perr):
    print(f'{n} = {v:.2f} +- {e:.2f}')

# %%
tt = np.arange(len(pt) + 30)
plt.plot(t, pt.values, 'o', ms=3, label='data')
plt.plot(tt, logistic(tt, *popt), label='logistic fit')
plt.axhline(popt[0], ls='--', c='grey')
plt.legend()

# %%
doubling = np.log(2) / np.log(pt / pt.shift(1)).rolling(7).mean()
doubling.plot(title='doubling time (days)', figsize=(10, 3))

# %%
norm = confirmed.apply(lambda c: (c - c.mean()) / c.std())
norm[['Portugal', 'Spain']].plot()
