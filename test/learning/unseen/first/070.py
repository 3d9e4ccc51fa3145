# expected: multi-test, preprocessing
# found: preprocessing 24:16, preprocessing 24:29, multi-test 51:29
# %% [markdown]
# ## Household power: RNN comparison

# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import SimpleRNN, GRU, LSTM, Dense

# %%
raw = pd.read_csv('household_power_consumption.txt', sep=';', na_values=['?'], low_memory=False,
                  parse_dates={'dt': ['Date', 'Time']}, infer_datetime_format=True, index_col='dt')
raw.head()

# %%
df = raw.resample('H').mean()
df = df.ffill()
df[['Global_active_power', 'Voltage']].plot(subplots=True, figsize=(12, 5))

# %%
normed = (df - df.mean()) / df.std()

# %%
def windows(arr, n_in=24):
    X, y = [], []
    for i in range(len(arr) - n_in):
        X.append(arr[i:i + n_in])
        y.append(arr[i + n_in, 0])
    return np.array(X), np.array(y)

cut = '2009-12-31'
tr_part = normed.loc[:cut].values
te_part = normed.loc['2010-01-01':].values
Xtr, ytr = windows(tr_part)
Xte, yte = windows(te_part)
Xtr.shape, Xte.shape

# %%
def make(cell, units=32):
    m = Sequential([cell(units, input_shape=Xtr.shape[1:]), Dense(1)])
    m.compile(optimizer='adam', loss='mae')
    return m

losses = {}
for cell in (SimpleRNN, GRU, LSTM):
    net = make(cell)
    net.fit(Xtr, ytr, epochs=8, batch_size=128, verbose=0, shuffle=False)
    losses[cell.__name__] = net.evaluate(Xte, yte, verbose=0)
    print(cell.__name__, losses[cell.__name__])

# %%
# wider LSTM
net = make(LSTM, 100)
net.fit(Xtr, ytr, epochs=8, batch_size=128, verbose=0, shuffle=False)
losses['LSTM-100'] = net.evaluate(Xte, yte, verbose=0)

# %%
pd.Series(losses).plot.bar(rot=0)
plt.ylabel('test MAE (std units)')

# %%
plt.figure(figsize=(14, 4))
plt.plot(yte[:200], label='actual')
plt.plot(net.predict(Xte[:200]).ravel(), label='prediction')
plt.legend()
